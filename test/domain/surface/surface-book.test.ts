import { beforeAll, describe, expect, test } from 'vitest'
import { prepareNames } from '../../../domain/surface/idn'
import type { Kind } from '../../../domain/surface/kind'
import type { Opinion } from '../../../domain/surface/opinion'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { surfaceRules } from '../../../domain/surface/surface-rules'

const profileOf = (surface: string, opinions: Opinion[] = [], ratings?: Map<string, number[]>) =>
  surfaceBook(opinions, ratings)(surface)

beforeAll(() => prepareNames(['xn--mller-kva.de']))

describe('the name of a surface', () => {
  test.each([
    ['youtube.com', 'YouTube', ''],
    ['youtube.com/shorts', 'YouTube', 'Shorts'],
    ['google.de/docs', 'Google.de', 'Docs'],
    ['youtube.com/a-part-of-mine', 'YouTube', 'a-part-of-mine'],
    ['never-heard-of.example', 'never-heard-of.example', ''],
    ['never-heard-of.example/blog', 'never-heard-of.example', 'blog'],
    ['xn--mller-kva.de', 'müller.de', ''],
    ['127.0.0.1', '127.0.0.1', ''],
    ['localhost', 'localhost', ''],
    ['file', 'file://', ''],
  ])('for %s is %s with part %j', (surface, name, part) => {
    expect(profileOf(surface)).toMatchObject({ surface, name, part })
  })

  test("is the person's own name, if any, instead of site and part", () => {
    const opinions = [{ surface: 'youtube.com/shorts', name: 'The pit' }]
    expect(profileOf('youtube.com/shorts', opinions)).toMatchObject({ name: 'The pit', part: '' })
    expect(profileOf('youtube.com', opinions)).toMatchObject({ name: 'YouTube', part: '' })
  })
})

test.each([
  ['file', []],
  ['localhost', []],
  ['example.com/shop', ['www.example.com', 'example.com']],
])('the icon of %s without a stored host is looked for at %j', (surface, hosts) => {
  expect(profileOf(surface).iconHosts).toEqual(hosts)
})

describe('kind and worth', () => {
  test('come from the catalogue without an opinion', () => {
    expect(profileOf('youtube.com/shorts')).toEqual({
      surface: 'youtube.com/shorts',
      site: 'youtube.com',
      name: 'YouTube',
      part: 'Shorts',
      kind: 'feed',
      ownKind: false,
      worth: { worthQuarters: 0, source: 'assumed' },
      iconHosts: ['www.youtube.com', 'youtube.com'],
    })
  })

  test("come from the person's opinion if there is one", () => {
    const said: Opinion = {
      surface: 'youtube.com',
      kind: 'learning',
      worthQuarters: 8,
      iconHost: 'm.youtube.com',
    }
    expect(profileOf('youtube.com', [said])).toMatchObject({
      kind: 'learning',
      ownKind: true,
      worth: { worthQuarters: 8, source: 'own' },
      iconHosts: ['m.youtube.com'],
    })
  })

  test('assume the worth of the kind that the person chose', () => {
    expect(profileOf('youtube.com', [{ surface: 'youtube.com', kind: 'learning' }]).worth).toEqual({
      worthQuarters: 6,
      source: 'assumed',
    })
  })

  test("prefer the person's word to ratings and ratings to the assumption", () => {
    const ratings = new Map([['youtube.com', [2, 5]]])
    expect(profileOf('youtube.com', [], ratings).worth).toEqual({ worthQuarters: 1, source: 'rated' })
    expect(profileOf('youtube.com', [{ surface: 'youtube.com', worthQuarters: 0 }], ratings).worth).toEqual({
      worthQuarters: 0,
      source: 'own',
    })
  })
})

describe('profiles', () => {
  const opinions: Opinion[] = [
    { surface: 'nitter.net', joined: 'x.com', name: 'A mirror', kind: 'news', worthQuarters: 8 },
    { surface: 'mirror.example', joined: 'nitter.net' },
    { surface: 'x.com', worthQuarters: 2 },
  ]

  test('are shared by joined surfaces, whichever is read first', () => {
    for (const order of [
      ['x.com', 'nitter.net', 'mirror.example'],
      ['mirror.example', 'nitter.net', 'x.com'],
    ]) {
      const book = surfaceBook(opinions)
      const profiles = new Set(order.map(book))
      expect([...profiles]).toHaveLength(1)
      expect(book('nitter.net')).toMatchObject({
        surface: 'x.com',
        worth: { worthQuarters: 2, source: 'own' },
      })
    }
  })

  test('are the same object if a surface is read twice', () => {
    const book = surfaceBook([])
    expect(book('youtube.com')).toBe(book('youtube.com'))
    expect(book('youtube.com')).not.toBe(book('youtube.com/shorts'))
  })
})

test.each([
  ['google.com/mail', 'Gmail', ''],
  ['google.com/maps', 'Google', 'Maps'],
  ['ycombinator.com/news', 'Hacker News', ''],
])('%s is called %s %s', (surface, name, part) => {
  expect(surfaceBook([])(surface)).toMatchObject({ name, part })
})

test.each([
  ['Paul\u202ediap', 'Pauldiap'],
  ['a\u2067b\u0007\nc', 'ab c'],
  ['\u202e', 'Reddit'],
])('the person’s name %j is shown as %j, without characters that turn the text around it', (name, shown) => {
  expect(surfaceBook([{ surface: 'reddit.com', name }])('reddit.com').name).toBe(shown)
})

describe('discretion', () => {
  const isDiscreet = (surface: string, opinions: Parameters<typeof surfaceBook>[0] = []) =>
    surfaceBook(opinions)(surface).discreet === true

  test.each<[what: string, surface: string, opinions: Parameters<typeof surfaceBook>[0], expected: boolean]>([
    ['a site for adults', 'pornhub.com', [], true],
    ['a site for gambling', 'bet365.com', [], true],
    ['its sign-in page', 'pornhub.com/sign-in', [], true],
    ['a site that the person gave such a kind', 'a.example', [{ surface: 'a.example', kind: 'adult' }], true],
    ['a part of it', 'a.example/x', [{ surface: 'a.example', kind: 'adult' }], true],
    ['one part alone', 'b.example/x', [{ surface: 'b.example/x', kind: 'gambling' }], true],
    ['the rest of that site', 'b.example', [{ surface: 'b.example/x', kind: 'gambling' }], false],
    [
      'such a site to which the person gave another kind',
      'bet365.com',
      [{ surface: 'bet365.com', kind: 'work' }],
      false,
    ],
    ['any other site', 'reddit.com', [], false],
  ])('%s (%s) is named with discretion: %#', (_what, surface, opinions, expected) => {
    expect(isDiscreet(surface, opinions)).toBe(expected)
  })
})

test('a kind that a newer version wrote counts as the one of the catalogue', () => {
  const opinions = [{ surface: 'reddit.com', kind: 'future' as Kind, worthQuarters: 2 }]
  const profile = surfaceBook(opinions)('reddit.com')
  expect(profile).toMatchObject({ kind: 'feed', ownKind: false, worth: { worthQuarters: 2, source: 'own' } })
  expect(surfaceRules(opinions).kindOf('reddit.com')).toBe('feed')
})

describe('the unknown part of a site', () => {
  const ratings = new Map([['youtube.com/?', [8, 8]]])

  test('has no assumed worth, so that nobody takes it for a feed or for worth its time', () => {
    const profile = surfaceBook([])('youtube.com/?')
    expect(profile.kind).toBe('other')
    expect(profile.worth).toEqual({ worthQuarters: 4, source: 'unknown' })
  })

  test('has the worth that the person says or answers for', () => {
    expect(surfaceBook([{ surface: 'youtube.com/?', worthQuarters: 2 }])('youtube.com/?').worth).toEqual({
      worthQuarters: 2,
      source: 'own',
    })
    expect(surfaceBook([], ratings)('youtube.com/?').worth.source).toBe('rated')
  })

  test('has the assumed worth of a kind that the person gives it', () => {
    expect(surfaceBook([{ surface: 'youtube.com/?', kind: 'learning' }])('youtube.com/?').worth).toEqual({
      worthQuarters: 6,
      source: 'assumed',
    })
  })
})
