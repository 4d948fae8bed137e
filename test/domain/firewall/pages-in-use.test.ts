import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Count, count, type Meter } from '../../../domain/firewall/meter'
import { observationsOf, pagesInUse, rulesAbout, type SeenPage } from '../../../domain/firewall/pages-in-use'
import type { Presence } from '../../../domain/record/attention'
import { coverage } from '../../../domain/firewall/coverage'
import { ruleOf } from '../../fixtures/rules'
import { NOON, POLICY } from '../../fixtures/watch'

const COVERING = coverage([])
const FEED = 'reddit.com'
const VIDEO = 'youtube.com/watch'

const page = (surface: string, more: Partial<SeenPage> = {}): SeenPage => ({
  surface,
  isPrivate: false,
  isAttended: false,
  isVisible: false,
  isHeard: false,
  isFullscreen: false,
  ...more,
})
const FRONT = page('github.com', { isAttended: true, isVisible: true })
const BESIDE = page(FEED, { isVisible: true })
const BEHIND = page(VIDEO, { isHeard: true })
const FILM = page(VIDEO, { isVisible: true, isHeard: true })

describe('in use are', () => {
  test.each<[what: string, pages: SeenPage[], isAtBrowser: boolean, presence: Presence, inUse: SeenPage[]]>([
    ['the page in front and the one beside it', [FRONT, BESIDE], true, 'active', [FRONT, BESIDE]],
    ['a page that is only heard', [FRONT, BEHIND], true, 'active', [FRONT, BEHIND]],
    ['no page that is neither seen nor heard', [FRONT, page(FEED)], true, 'active', [FRONT]],
    ['a visible page while another window of the browser has no page', [BESIDE], true, 'active', [BESIDE]],
    ['none of them while another program has the focus', [BESIDE, BEHIND], false, 'active', []],
    ['the page in front that counts behind another program', [FRONT, BESIDE], false, 'active', [FRONT]],
    ['without input, only a film', [FRONT, BESIDE, FILM], true, 'idle', [FILM]],
    ['without input, the same pages if there is no film', [FRONT, BESIDE], true, 'idle', [FRONT, BESIDE]],
  ])('%s', (_what, pages, isAtBrowser, presence, inUse) => {
    expect(pagesInUse(pages, isAtBrowser, presence, COVERING)).toEqual(inUse)
  })
})

const FEEDS = ruleOf({ id: 'feeds' })
const VIDEOS = ruleOf({ id: 'videos', targets: [{ type: 'kind', kind: 'video' }] })
const BOTH = ruleOf({
  id: 'both',
  targets: [
    { type: 'kind', kind: 'feed' },
    { type: 'kind', kind: 'video' },
  ],
})
const RULES = [FEEDS, VIDEOS, BOTH]

describe('the meters observe', () => {
  const seen = { at: NOON, presence: 'active' } as const
  const watched = (pages: SeenPage[]) => {
    const { openly, privately } = observationsOf(pages, RULES, seen, COVERING)
    return [openly.page?.surface ?? null, privately.page?.surface ?? null]
  }

  test('each rule once, whichever of its pages are in use', () => {
    expect(watched([BESIDE, FILM])).toEqual(['both feeds videos', null])
  })

  test('rules of private windows apart, without those that count already', () => {
    expect(watched([BESIDE, { ...FILM, isPrivate: true }])).toEqual(['both feeds', 'videos'])
  })

  test('no rule that is switched off', () => {
    expect(rulesAbout([BESIDE], [{ ...FEEDS, isOn: false }], COVERING)).toEqual([])
  })

  test('what has to come first counts only for the page in front, and separately in private windows', () => {
    const after = { targets: [{ type: 'kind', kind: 'work' } as const], minutes: 5 }
    const rules = [
      { ...FEEDS, after },
      { ...VIDEOS, isOn: false, after },
    ]
    const seenOf = (pages: SeenPage[]) => {
      const { openly, privately } = observationsOf(pages, rules, seen, COVERING)
      return [openly.page?.surface ?? null, privately.page?.surface ?? null]
    }
    expect(seenOf([FRONT, BESIDE])).toEqual(['feeds feeds:first', null])
    expect(seenOf([{ ...FRONT, isAttended: false }])).toEqual([null, null])
    expect(seenOf([{ ...FRONT, isPrivate: true }])).toEqual([null, 'feeds:first'])
  })

  test.each<[what: string, one: SeenPage, needsNone: boolean]>([
    ['a visible page with sound', FILM, true],
    ['a page that is only heard', BEHIND, false],
    ['a silent page', BESIDE, false],
    ['a film in full screen', page(VIDEO, { isVisible: true, isFullscreen: true }), true],
    ['a feed in full screen', page(FEED, { isVisible: true, isFullscreen: true }), false],
  ])('%s: needs no input %s', (_what, one, needsNone) => {
    expect(observationsOf([one], RULES, seen, COVERING).openly.audible).toBe(needsNone)
  })
})

const anyPage = fc.record({
  surface: fc.constantFrom(FEED, VIDEO, 'github.com', 'x.com'),
  isPrivate: fc.boolean(),
  isAttended: fc.boolean(),
  isVisible: fc.boolean(),
  isHeard: fc.boolean(),
  isFullscreen: fc.boolean(),
})
const anyStay = fc.record({
  pages: fc.array(anyPage, { maxLength: 4 }),
  isAtBrowser: fc.boolean(),
  seconds: fc.integer({ min: 1, max: 14 }),
  presence: fc.constantFrom<Presence>('active', 'active', 'active', 'idle', 'locked'),
})

test('use never runs faster than the clock, for any rule and whatever is visible', () => {
  fc.assert(
    fc.property(fc.array(anyStay, { maxLength: 25 }), (stays) => {
      const counts: Count[] = []
      const meters: Record<'openly' | 'privately', Meter> = {
        openly: { attention: null, counted: null },
        privately: { attention: null, counted: null },
      }
      const used = (rule: string) =>
        counts
          .filter((one) => one.rule === rule)
          .reduce((sum, { stretch, sign }) => sum + sign * (stretch.end - stretch.start), 0)
      let at = NOON
      const couldCount = new Map<string, number>()
      for (const { pages, isAtBrowser, seconds, presence } of stays) {
        for (const end of [at, at + seconds * 1000]) {
          at = end
          const inUse = pagesInUse(pages, isAtBrowser, presence, COVERING)
          const observed = observationsOf(inUse, RULES, { at, presence }, COVERING)
          for (const meter of ['openly', 'privately'] as const) {
            const next = count(meters[meter], observed[meter], POLICY)
            meters[meter] = next.meter
            counts.push(...next.counts)
          }
        }
        for (const { id } of rulesAbout(pagesInUse(pages, isAtBrowser, presence, COVERING), RULES, COVERING))
          couldCount.set(id, (couldCount.get(id) ?? 0) + seconds * 1000)
      }
      for (const { id } of RULES) {
        expect(used(id)).toBeLessThanOrEqual(couldCount.get(id) ?? 0)
        expect(used(id)).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 200 },
  )
})
