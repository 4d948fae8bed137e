import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DEFAULT_SETTINGS, type Settings } from '../../../../domain/settings/settings'
import { committedInterval } from '../../../../domain/statement/commitment'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../domain/time/local-time'
import { createCommitmentWatch } from '../../../../entrypoints/background/recording/watch-commitments'
import { db } from '../../../../storage/base/db'
import { promiseOf } from '../../../fixtures/commitments'
import { emptyDatabase, record } from '../../../fixtures/database'
import { cutoff, ruleOf } from '../../../fixtures/rules'
import { spanOf } from '../../../fixtures/spans'
import { plain } from '../../../fixtures/plain'

const shown = vi.hoisted(() => [] as string[])

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))
vi.mock('../../../../platform/i18n', () => ({
  t: (key: string, ...words: string[]) => [key, ...words].join(' '),
  locale: () => 'en',
}))
vi.mock('../../../../platform/local-offset', () => ({ localOffset: () => 60 }))
vi.mock('../../../../platform/notices', () => ({
  notify: async (_name: string, title: string) => void shown.push(plain(title)),
}))

const most = promiseOf()
const least = promiseOf({ kind: 'learning', type: 'least', minutes: 240 })
const { from, until } = committedInterval(most, () => 60)

let watch = createCommitmentWatch()
let facts = { settings: DEFAULT_SETTINGS }

beforeEach(async () => {
  fakeBrowser.reset()
  await emptyDatabase()
  shown.length = 0
  watch = createCommitmentWatch()
  facts = { settings: DEFAULT_SETTINGS }
})

interface Sight {
  isThere?: boolean
  lastInputAt?: number | null
}

const look = (at: number, { isThere = true, lastInputAt = null }: Sight = {}) =>
  watch(facts, { open: null, lastInputAt, lastSeenAt: at }, isThere)

/** After a change, facts are read anew. */
const afterChange = (settings: Partial<Settings> = {}) => {
  facts = { settings: { ...DEFAULT_SETTINGS, ...settings } }
}

const learn = (at: number, hours: number) =>
  record(spanOf({ surface: 'coursera.org', start: at, ms: hours * HOUR_MS }))

const settledOf = async () =>
  (await db.commitments.toArray()).filter(({ settled }) => settled !== null).length

/** How often the store was read since. */
function reads(): () => number {
  const spy = vi.spyOn(db.commitments, 'orderBy')
  return () => spy.mock.calls.length
}

describe('a commitment is settled', () => {
  beforeEach(() => db.commitments.bulkPut([most, least]))

  test('at the first look of a person who is there, once the idle interval and five minutes have passed', async () => {
    const due = until + 7 * MINUTE_MS
    await look(until)
    await look(due - 1)
    expect(await settledOf()).toBe(0)
    await look(due, { isThere: false })
    await look(due, { lastInputAt: due - MINUTE_MS })
    expect(await settledOf()).toBe(0)
    await look(due)
    expect(await settledOf()).toBe(2)
  })

  test('after a long absence too', async () => {
    await look(until + 90 * DAY_MS)
    expect(await settledOf()).toBe(2)
  })

  test('later with a longer idle interval', async () => {
    afterChange({ idleSeconds: 600 })
    await look(until + 14 * MINUTE_MS)
    expect(await settledOf()).toBe(0)
    await look(until + 15 * MINUTE_MS)
    expect(await settledOf()).toBe(2)
  })
})

describe('nothing is read', () => {
  test('while nothing can be due', async () => {
    const count = reads()
    await db.commitments.put(most)
    await look(from)
    const first = count()
    for (let at = from; at < until; at += HOUR_MS) await look(at)
    expect(count()).toBe(first)
  })

  test('without commitments, until something changes', async () => {
    const count = reads()
    await look(from)
    await look(from + 60 * DAY_MS)
    expect(count()).toBe(1)
    await db.commitments.put(most)
    afterChange()
    await look(until + DAY_MS)
    expect(await settledOf()).toBe(1)
  })
})

describe('a person is told of a goal', () => {
  beforeEach(() => db.commitments.bulkPut([least]))
  const noon = from + 8 * HOUR_MS

  test('once that it is at risk, and once that it is reached', async () => {
    await look(noon)
    await look(noon + DAY_MS)
    expect(shown).toEqual([])
    await look(noon + 3 * DAY_MS)
    await look(noon + 3 * DAY_MS + HOUR_MS)
    expect(shown).toEqual(['notice_goal_left kind_learning 4 h'])
    await learn(noon + 4 * DAY_MS, 4)
    await look(noon + 4 * DAY_MS + 5 * HOUR_MS)
    await look(noon + 5 * DAY_MS)
    expect(shown.slice(1)).toEqual(['notice_goal_reached kind_learning'])
  })

  test('not again by a new worker', async () => {
    await look(noon + 3 * DAY_MS)
    watch = createCommitmentWatch()
    await look(noon + 3 * DAY_MS + HOUR_MS)
    expect(shown.length).toBe(1)
  })

  test('not while they are away', async () => {
    await look(noon + 3 * DAY_MS, { isThere: false })
    await look(noon + 3 * DAY_MS, { lastInputAt: noon })
    expect(shown).toEqual([])
  })

  test('not at night after the cutoff, but in the morning', async () => {
    const rule = ruleOf({ id: 'n', bound: cutoff('22:30', '06:00') })
    await db.limits.put({ id: 'n', createdAt: 0, rule, next: null, heals: null })
    // Thursday 23:00 local time.
    const night = from + 3 * DAY_MS + 19 * HOUR_MS
    await look(night)
    await look(night + 3 * HOUR_MS)
    expect(shown).toEqual([])
    await look(night + 8 * HOUR_MS)
    expect(shown.length).toBe(1)
  })

  test('not after the bedtime that they stated, if there is no cutoff', async () => {
    afterChange({ bedtime: 23 * 60 })
    await look(from + 3 * DAY_MS + 19 * HOUR_MS)
    expect(shown).toEqual([])
  })
})
