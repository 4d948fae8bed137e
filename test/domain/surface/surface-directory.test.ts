import { describe, expect, test } from 'vitest'
import { prepareNames } from '../../../domain/surface/idn'
import type { Opinion } from '../../../domain/surface/opinion'
import { siteOf } from '../../../domain/surface/surface'
import {
  addressOf,
  joinTarget,
  mayBeAddress,
  platformDirectory,
  searchSurfaces,
  surfaceDirectory,
} from '../../../domain/surface/surface-directory'

const OPINIONS: Opinion[] = [
  { surface: 'youtube.com/music', joined: 'youtube.com' },
  { surface: 'example.org', excluded: 1 },
  { surface: 'github.com', name: 'Code' },
]
const TIMES = new Map([
  ['youtube.com/shorts', 5],
  ['youtube.com/music', 7],
  ['github.com', 20],
  ['example.org/blog', 1],
])
const known = surfaceDirectory(TIMES, OPINIONS)
const find = (surface: string) => known.find(({ profile }) => profile.surface === surface)

describe('the directory of surfaces', () => {
  test('lists surfaces with history, opinions or others joined to them, the most used first', () => {
    expect(known.map(({ profile }) => profile.surface)).toEqual([
      'github.com',
      'youtube.com/music',
      'youtube.com/shorts',
      'example.org/blog',
      'example.org',
      'youtube.com',
    ])
  })
  test('lists rated surfaces, too, with the worth from their ratings', () => {
    const rated = surfaceDirectory(TIMES, OPINIONS, new Map([['example.net', [6, 6, 6, 6, 6]]]))
    const profile = rated.find((one) => one.profile.surface === 'example.net')?.profile
    expect(profile?.worth).toEqual({ worthQuarters: 5, source: 'rated' })
  })
  test('lists a joined surface on its own with the one it counts as', () => {
    expect(find('youtube.com/music')?.profile.surface).toBe('youtube.com/music')
    expect(find('youtube.com/music')?.countsAs?.surface).toBe('youtube.com')
    expect(find('youtube.com')?.countsAs).toBeNull()
  })
  test('marks a part of an excluded site as excluded', () => {
    expect(find('example.org/blog')?.excluded).toBe(true)
    expect(find('github.com')?.excluded).toBe(false)
  })
  test('marks a surface that counts as an excluded one as excluded', () => {
    const joined = surfaceDirectory(new Map(), [...OPINIONS, { surface: 'a.com', joined: 'example.org' }])
    expect(joined.find(({ profile }) => profile.surface === 'a.com')?.excluded).toBe(true)
  })
})

describe('the platforms', () => {
  const platforms = platformDirectory(known, OPINIONS)
  const surfaces = platforms.map(({ profile }) => profile.surface)

  test('are those of the catalogue and the known surfaces, each once, used ones of each sort first', () => {
    expect(new Set(surfaces).size).toBe(surfaces.length)
    expect(surfaces.slice(0, 2)).toEqual(['youtube.com/shorts', 'youtube.com'])
    expect(surfaces).toContain('tiktok.com')
    expect(surfaces).toContain('youtube.com/watch')
    expect(surfaces.slice(-4)).toEqual(['github.com', 'youtube.com/music', 'example.org/blog', 'example.org'])
  })

  test('come before all other kinds', () => {
    const ranks = platforms.map(({ profile }) => ['feed', 'video'].includes(profile.kind))
    expect(ranks.lastIndexOf(true)).toBeLessThan(ranks.indexOf(false))
  })
})

const place = (surface: string) => ({ surface, site: siteOf(surface), host: '' })

describe('a search', () => {
  test.each([
    ['', 6],
    ['youtube', 3],
    ['YOUTUBE shorts', 1],
    ['code', 1],
    ['github', 1],
    ['nothing like it', 0],
  ])('for %j finds %d surfaces', (query, count) => {
    expect(searchSurfaces(known, query, null)).toHaveLength(count)
  })
  test('for an address finds all surfaces of its site, the exact one first', () => {
    const found = searchSurfaces(known, 'https://m.youtube.com/shorts/1', place('youtube.com/shorts'))
    expect(found.map(({ profile }) => profile.surface)).toEqual([
      'youtube.com/shorts',
      'youtube.com/music',
      'youtube.com',
    ])
  })
  test('for an address of an unknown site finds nothing', () => {
    expect(searchSurfaces(known, 'mybank.com', place('mybank.com'))).toEqual([])
  })
  test('with matches is not widened to the whole site', () => {
    expect(searchSurfaces(known, 'youtube.com/shorts', place('youtube.com/shorts'))).toHaveLength(1)
  })
})

test.each([
  ['mybank.com', true],
  [' https://mybank.com/ ', true],
  ['http://intranet', true],
  ['[::1]', true],
  ['localhost', true],
  ['mybank', false],
  ['my bank.com', false],
  ['', false],
])('%j may be an address: %s', (typed, may) => {
  expect(mayBeAddress(typed)).toBe(may)
})

test('an address is shown with its international name decoded', async () => {
  await prepareNames(['xn--mnchen-3ya.de'])
  expect(addressOf('xn--mnchen-3ya.de')).toBe('münchen.de')
  expect(addressOf('xn--mnchen-3ya.de/rathaus')).toBe('münchen.de/rathaus')
  expect(addressOf('example.org/blog')).toBe('example.org/blog')
})

describe('the target of a join', () => {
  test.each([
    ['youtube.com', { ok: true, surface: 'youtube.com' }],
    [' GitHub.com ', { ok: true, surface: 'github.com' }],
    ['code', { ok: true, surface: 'github.com' }],
    ['', { ok: false, flaw: 'empty' }],
    ['nowhere.test', { ok: false, flaw: 'unknown' }],
    ['youtube.com/shorts', { ok: false, flaw: 'itself' }],
  ])('typed as %j is %j', (typed, expected) => {
    expect(joinTarget(typed, 'youtube.com/shorts', known, null)).toEqual(expected)
  })
  test.each([
    ['a part of a known site', 'https://example.org/blog/1', 'example.org/blog'],
    ['a part that was never recorded', 'https://www.youtube.com/watch?v=1', 'youtube.com/watch'],
    ['a site of the catalogue', 'www.coursera.org', 'coursera.org'],
    ['a part of a site of the catalogue', 'reddit.com/r/x', 'reddit.com/r'],
  ])('can be the address of %s (%s)', (_what, typed, surface) => {
    expect(joinTarget(typed, 'youtube.com/shorts', known, place(surface))).toEqual({ ok: true, surface })
  })
  test('cannot be the address of an unknown site', () => {
    const target = joinTarget('mybank.cmo', 'youtube.com/shorts', known, place('mybank.cmo'))
    expect(target).toEqual({ ok: false, flaw: 'unknown' })
  })
  test('cannot be an address of the surface itself', () => {
    const target = joinTarget(
      'https://m.youtube.com/shorts/1',
      'youtube.com/shorts',
      known,
      place('youtube.com/shorts'),
    )
    expect(target).toEqual({ ok: false, flaw: 'itself' })
  })
  test('is the site for the name of a site of which only a part is known', () => {
    const parts = surfaceDirectory(new Map([['reddit.com/r', 1]]), [])
    const site = { ok: true, surface: 'reddit.com' }
    expect(joinTarget('Reddit', 'example.org', parts, null)).toEqual(site)
    expect(joinTarget('reddit.com', 'example.org', parts, place('reddit.com'))).toEqual(site)
  })
  test('can be typed as an address is shown', async () => {
    await prepareNames(['xn--mnchen-3ya.de'])
    const cities = surfaceDirectory(new Map([['xn--mnchen-3ya.de/rathaus', 1]]), [])
    const target = joinTarget('münchen.de/rathaus', 'example.org', cities, null)
    expect(target).toEqual({ ok: true, surface: 'xn--mnchen-3ya.de/rathaus' })
  })
  test('cannot be a surface that counts as the surface itself', () => {
    const target = joinTarget('youtube.com/music', 'youtube.com', known, null)
    expect(target).toEqual({ ok: false, flaw: 'circle' })
  })
})
