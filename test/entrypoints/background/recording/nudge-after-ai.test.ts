import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFAULT_SETTINGS, type Settings } from '../../../../domain/settings/settings'
import { surfaceRules } from '../../../../domain/surface/surface-rules'
import { HOUR_MS, MINUTE_MS } from '../../../../domain/time/local-time'
import { createNudge } from '../../../../entrypoints/background/recording/nudge-after-ai'
import { spanOf } from '../../../fixtures/spans'

const shown = vi.hoisted(() => [] as string[])

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))
vi.mock('../../../../platform/i18n', () => ({ t: (key: string) => key }))
vi.mock('../../../../platform/local-offset', () => ({ localOffset: () => 0 }))
vi.mock('../../../../platform/notices', () => ({
  notify: async (_name: string, title: string, text: string, page: string) =>
    void shown.push(`${title}, ${text}, ${page}`),
}))

const NOON = Date.UTC(2026, 10, 23, 12)
const ON: Settings = { ...DEFAULT_SETTINGS, nudges: true }

let nudge = createNudge()
let now = NOON

beforeEach(() => {
  fakeBrowser.reset()
  shown.length = 0
  nudge = createNudge()
  now = NOON
})

interface Sight {
  settings?: Settings
  lastInputAt?: number | null
  isShown?: boolean
}

/** Looks after ten minutes on a surface; on none if null. */
async function stay(
  surface: string | null,
  { settings = ON, lastInputAt = null, isShown = true }: Sight = {},
) {
  const ms = 10 * MINUTE_MS
  const open = surface === null ? null : spanOf({ surface, start: now, ms, utcOffsetMinutes: 0 })
  now += ms
  await nudge({ settings, rules: surfaceRules([]) }, { open, lastInputAt }, isShown)
}

/** Goes from an AI tool to a feed. */
async function goToFeed(sight: Sight = {}) {
  await stay('chatgpt.com', sight)
  await stay('reddit.com', sight)
}

const FIRST = 'nudge_goal_learning, nudge_goal_why, insights'
const SECOND = 'nudge_notice, nudge_notice_why, insights'

describe('a nudge comes', () => {
  test('once when a person goes from an AI tool to a feed, with the reason', async () => {
    await goToFeed()
    await stay('reddit.com')
    expect(shown).toEqual([FIRST])
  })

  test('with another message an hour later, also in a new worker', async () => {
    await goToFeed()
    now += HOUR_MS
    nudge = createNudge()
    await goToFeed()
    expect(shown).toEqual([FIRST, SECOND])
  })

  test('with the goal that the person chose', async () => {
    await goToFeed({ settings: { ...ON, aiGoal: 'offline' } })
    expect(shown).toEqual(['nudge_goal_offline, nudge_goal_why, insights'])
  })

  test('without the messages that are switched off', async () => {
    await goToFeed({ settings: { ...ON, mutedNudges: ['goal'] } })
    expect(shown).toEqual([SECOND])
  })

  test('after a moment without a page', async () => {
    await stay('chatgpt.com')
    now -= 6 * MINUTE_MS
    await stay(null)
    await stay('reddit.com')
    expect(shown).toHaveLength(1)
  })
})

describe('nobody is woken', () => {
  afterEach(() => vi.useRealTimers())

  test('by an alarm or a timer after a nudge', async () => {
    vi.useFakeTimers()
    await goToFeed()
    expect(shown).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
    expect(await fakeBrowser.alarms.getAll()).toEqual([])
  })
})

describe('no nudge comes', () => {
  test.each<[string, Sight]>([
    ['unless it is switched on', { settings: DEFAULT_SETTINGS }],
    ['while a wall covers the feed, or it plays behind another program', { isShown: false }],
    ['while the person is away', { lastInputAt: NOON }],
    ['with one message on', { settings: { ...ON, mutedNudges: ['goal', 'notice', 'intent'] } }],
  ])('%s', async (_when, sight) => {
    await goToFeed(sight)
    expect(shown).toEqual([])
    expect(await fakeBrowser.storage.local.get(null)).toEqual({})
  })

  test('within an hour of the last one', async () => {
    await goToFeed()
    await goToFeed()
    expect(shown).toHaveLength(1)
  })

  test('for a feed that was reached from a wall, though the AI tool came before', async () => {
    await stay('chatgpt.com')
    await stay('reddit.com', { isShown: false })
    now -= 10 * MINUTE_MS
    await stay('reddit.com')
    expect(shown).toEqual([])
  })

  test('without a page, as in a pause or a private window', async () => {
    await stay('chatgpt.com')
    await stay(null)
    expect(shown).toEqual([])
  })

  test('twice if a second feed follows before the first nudge is stored', async () => {
    await stay('chatgpt.com')
    await Promise.all([stay('reddit.com'), stay('chatgpt.com'), stay('x.com')])
    expect(shown).toHaveLength(1)
  })
})

test('what is stored names no site', async () => {
  await goToFeed()
  expect(await fakeBrowser.storage.local.get(null)).toEqual({
    lastNudge: { name: 'goal', at: now, day: '2026-11-23', count: 1 },
  })
})
