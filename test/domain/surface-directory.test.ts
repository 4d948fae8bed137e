import { describe, expect, test } from 'vitest'
import type { Opinion } from '../../domain/opinion'
import { joinTarget, searchSurfaces, surfaceDirectory } from '../../domain/surface-directory'

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
  test('holds what has history, opinions or was joined into, the most used first', () => {
    expect(known.map(({ profile }) => profile.surface)).toEqual([
      'github.com',
      'youtube.com/music',
      'youtube.com/shorts',
      'example.org/blog',
      'example.org',
      'youtube.com',
    ])
  })
  test('describes a joined surface as itself and says what it counts as', () => {
    expect(find('youtube.com/music')?.profile.surface).toBe('youtube.com/music')
    expect(find('youtube.com/music')?.countsAs?.surface).toBe('youtube.com')
    expect(find('youtube.com')?.countsAs).toBeNull()
  })
  test('knows that a part is excluded with its site', () => {
    expect(find('example.org/blog')?.excluded).toBe(true)
    expect(find('github.com')?.excluded).toBe(false)
  })
  test('knows that a surface is excluded with the one that it counts as', () => {
    const joined = surfaceDirectory(new Map(), [...OPINIONS, { surface: 'a.com', joined: 'example.org' }])
    expect(joined.find(({ profile }) => profile.surface === 'a.com')?.excluded).toBe(true)
  })
})

describe('a search', () => {
  test.each([
    ['', 6],
    ['youtube', 3],
    ['YOUTUBE shorts', 1],
    ['code', 1],
    ['github', 1],
    ['nothing like it', 0],
  ])('for %j finds %d', (query, count) => {
    expect(searchSurfaces(known, query)).toHaveLength(count)
  })
})

describe('joining the Shorts of YouTube into', () => {
  test.each([
    ['youtube.com', { ok: true, surface: 'youtube.com' }],
    [' GitHub.com ', { ok: true, surface: 'github.com' }],
    ['code', { ok: true, surface: 'github.com' }],
    ['', { ok: false, flaw: 'empty' }],
    ['nowhere.test', { ok: false, flaw: 'unknown' }],
    ['youtube.com/shorts', { ok: false, flaw: 'itself' }],
  ])('%j gives %j', (typed, expected) => {
    expect(joinTarget(typed, 'youtube.com/shorts', known)).toEqual(expected)
  })
  test('what counts as the surface itself would be a circle', () => {
    expect(joinTarget('youtube.com/music', 'youtube.com', known)).toEqual({ ok: false, flaw: 'circle' })
  })
})
