import { beforeAll, describe, expect, test } from 'vitest'
import {
  type Findable,
  findables,
  findTargets,
  knownStart,
  targetMeant,
} from '../../../domain/firewall/target-search'
import type { Target } from '../../../domain/firewall/rule'
import type { Opinion } from '../../../domain/surface/opinion'
import { surfaceDirectory } from '../../../domain/surface/surface-directory'
import { HOUR_MS } from '../../../domain/time/local-time'

const KIND_NAMES: Record<string, string> = {
  feed: 'Feeds',
  video: 'Videos',
  games: 'Spiele',
  news: 'Nachrichten',
}

const knowing = (times: Record<string, number> = {}, opinions: readonly Opinion[] = []) =>
  findables(
    surfaceDirectory(new Map(Object.entries(times)), opinions),
    (kind) => KIND_NAMES[kind] ?? kind,
    'Alles',
  )

const names = (all: readonly Findable[], typed: string, taken: Parameters<typeof findTargets>[2] = []) =>
  findTargets(all, typed, taken).map(({ name }) => name)

describe('on an empty record', () => {
  let all: Findable[]
  beforeAll(() => {
    all = knowing()
  })

  test.each<[typed: string, first: string]>([
    ['insta', 'Instagram'],
    ['INSTA', 'Instagram'],
    ['insta reels', 'Instagram Reels'],
    ['shorts', 'YouTube Shorts'],
    ['youtube.com/shorts', 'YouTube Shorts'],
    ['feeds', 'Feeds'],
    ['fee', 'Feeds'],
    ['meta', 'Meta'],
    ['tik', 'TikTok'],
    ['reddit', 'Reddit'],
    ['facebook.com', 'Facebook'],
    ['netf', 'Netflix'],
    ['x', 'X'],
    ['zdf', 'ZDF'],
    ['all', 'Alles'],
    ['everything', 'Alles'],
    ['Alles', 'Alles'],
    ['alle', 'Alles'],
    ['internet', 'Alles'],
  ])('“%s” finds %s first', (typed, first) => {
    expect(names(all, typed)[0]).toBe(first)
  })

  test.each([
    ['Reddit 0 min', 'Reddit', '0 min'],
    ['Instagram after 22:00', 'Instagram', 'after 22:00'],
    ['Feeds 10 EUR', 'Feeds', '10 EUR'],
    ['tiktok, instagram 20 min', 'TikTok', 'instagram 20 min'],
    ['youtube shorts  0 min', 'YouTube Shorts', '0 min'],
    ['reddit.com: never', 'Reddit', 'never'],
  ])('“%s” begins with %s, followed by “%s”', (typed, name, rest) => {
    expect(knownStart(all, typed)).toEqual({ name, rest })
  })

  test.each(['no such thing', 'Reddit', 'reddi 20 min', ', 20 min', ''])(
    '“%s” begins with no name that something follows',
    (typed) => {
      expect(knownStart(all, typed)).toBeNull()
    },
  )

  test.each(['insta', 'instagram', 'twitter', 'reddit', 'youtube', 'tiktok'])(
    '“%s” finds no other front end of it',
    (typed) => {
      expect(names(all, typed).filter((name) => name.includes('('))).toEqual([])
    },
  )

  test.each([
    ['dumpoir', 'dumpoir.com'],
    ['nitter', 'nitter.net'],
    ['piped.v', 'piped.video'],
  ])('another front end is found by its own name: “%s”', (typed, address) => {
    expect(findTargets(all, typed, []).map((one) => one.address)).toContain(address)
  })

  test('what is found can be limited as it is', () => {
    const found = (typed: string) => findTargets(all, typed, [])[0]
    expect(found('insta')).toMatchObject({
      target: { type: 'site', site: 'instagram.com' },
      address: 'instagram.com',
    })
    expect(found('youtube shorts')?.target).toEqual({ type: 'surface', surface: 'youtube.com/shorts' })
    expect(found('nachr')?.target).toEqual({ type: 'kind', kind: 'news' })
    expect(found('alphabet')?.target).toMatchObject({ type: 'owner', owner: 'Alphabet' })
  })

  test.each<[typed: string, target: Target | null]>([
    ['instag', { type: 'site', site: 'instagram.com' }],
    ['Insta Reels', { type: 'surface', surface: 'instagram.com/reels' }],
    ['you sho', { type: 'surface', surface: 'youtube.com/shorts' }],
    ['nachr', { type: 'kind', kind: 'news' }],
    ['inst', null],
    ['stagram', null],
    ['no such thing', null],
    ['', null],
  ])('half-typed, “%s” means %j', (typed, target) => {
    expect(targetMeant(all, typed)).toEqual(target)
  })

  test('at most eight are shown, and nothing for what is not there', () => {
    expect(names(all, 'a')).toHaveLength(8)
    expect(names(all, 'no such thing')).toEqual([])
  })

  test('sign-in pages are not shown', () => {
    expect(findTargets(all, 'sign-in', []).map(({ address }) => address)).toEqual([])
  })

  test('an adult site is found only by most of its name', () => {
    expect(names(all, 'por').filter((name) => /porn/i.test(name))).toEqual([])
    expect(names(all, 'pornh')).toContain('Pornhub')
  })

  test('a few letters never mean an adult site', () => {
    for (const typed of ['sex', 'por', 'porn']) expect(targetMeant(all, typed)).toBeNull()
  })

  test('without a text, the kinds that limits are often about are shown', () => {
    expect(names(all, '')).toEqual(['Feeds', 'Videos', 'Spiele', 'Alles'])
  })

  test('what the rule already names is not shown again', () => {
    expect(names(all, 'insta', [{ type: 'site', site: 'instagram.com' }])).not.toContain('Instagram')
  })
})

describe('with a record', () => {
  test('marks above letters make no difference', () => {
    const all = knowing({ 'cafe.example': 1 }, [{ surface: 'cafe.example', name: 'Café Süß' }])
    expect(['cafe', 'CAFÉ', 'cafe suss'].map((typed) => names(all, typed)[0])).toEqual(
      Array.from({ length: 3 }, () => 'Café Süß'),
    )
  })

  test('what was used more comes first among equal matches', () => {
    const all = knowing({ 'reddit.com': HOUR_MS, 'redfin.com': 2 * HOUR_MS })
    expect(names(all, 'red').slice(0, 2)).toEqual(['redfin.com', 'Reddit'])
  })

  test('without a text, the most used sites follow the kinds, without what is named with discretion', () => {
    const all = knowing({ 'pornhub.com': 3 * HOUR_MS, 'reddit.com': HOUR_MS, 'cnn.com': 2 * HOUR_MS })
    expect(names(all, '').slice(4)).toEqual(['CNN', 'Reddit'])
  })

  test('an excluded site is not shown', () => {
    const all = knowing({ 'reddit.com': 1 }, [{ surface: 'reddit.com', excluded: 1 }])
    expect(names(all, 'reddit')).not.toContain('Reddit')
  })
})

test('the unknown part of a site, which imports bring, is no target', () => {
  const all = knowing({ 'youtube.com/?': 60_000, 'youtube.com': 60_000 })
  expect(all.map(({ address }) => address)).not.toContain('youtube.com/?')
  expect(names(all, 'youtube')).toContain('YouTube')
})
