/** Rules that arrive from another device, through the real firewall. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { nextStamp } from '../../../../domain/devices/stamp'
import type { RuleWord } from '../../../../domain/devices/rule-word'
import { focusRule } from '../../../../domain/firewall/focus'
import type { Rule } from '../../../../domain/firewall/rule'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../domain/time/local-time'
import { exchangeRules } from '../../../../entrypoints/background/devices/exchange-rules'
import { db } from '../../../../storage/base/db'
import { wordOf } from '../../../fixtures/devices'
import { wishFor } from '../../../fixtures/focus'
import { GuardedWorld, MORNING } from '../../../fixtures/guarded-world'
import { cutoff, minutes, ruleOf } from '../../../fixtures/rules'
import { DESK, LAPTOP } from '../../../fixtures/totals'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const FEED = 'https://www.reddit.com/'
const NAMED = 'https://www.coursera.org/'
const RULE = ruleOf({ id: 'f00dfeed', bound: minutes(30) })

let world: GuardedWorld
let said: number

/** Hears a word of another device about a rule; null for one that was taken back. */
const hear = (id: string, word: Partial<RuleWord> | null): Promise<boolean> => {
  said += 1
  const value = word && { createdAt: MORNING - HOUR_MS, rule: RULE, isKept: true, ...word }
  const heard = [wordOf(`rule ${id}`, value, nextStamp('', MORNING + said, DESK))]
  return exchangeRules(world.guard, {
    heard,
    device: LAPTOP,
    now: world.now,
    isFirst: false,
    today: '2026-11-23',
  })
}
const hearRule = (rule: Rule, isKept = true) => hear(rule.id, { rule, isKept })
const nothing = () =>
  exchangeRules(world.guard, {
    heard: [],
    device: LAPTOP,
    now: world.now,
    isFirst: false,
    today: '2026-11-23',
  })
const stored = () => db.limits.toArray()
const pass = async (ms: number) => {
  world.now += ms
  await world.look()
}

beforeEach(async () => {
  said = 0
  world = await GuardedWorld.empty()
})

describe('a rule', () => {
  test('that was not here closes its pages at once', async () => {
    const tab = world.open(FEED)
    await world.look()
    expect(await hearRule({ ...RULE, bound: minutes(0) })).toBe(true)
    await world.look()
    expect(world.at(tab)).not.toBe(FEED)
    expect(await stored()).toMatchObject([{ id: RULE.id, createdAt: MORNING - HOUR_MS, next: null }])
  })

  test('that is stricter holds at once, one that is looser waits here and heals a day later', async () => {
    await hearRule(RULE)
    await hearRule({ ...RULE, bound: minutes(10) })
    expect(await stored()).toMatchObject([{ rule: { bound: minutes(10) }, next: null }])
    await hearRule({ ...RULE, bound: minutes(60) }, false)
    const [waiting] = await stored()
    expect(waiting).toMatchObject({ rule: { bound: minutes(10) }, next: { value: { bound: minutes(60) } } })
    expect(waiting!.next!.from - MORNING).toBeGreaterThanOrEqual(12 * HOUR_MS)
    await pass(DAY_MS)
    expect(await stored()).toMatchObject([
      { rule: { bound: minutes(60) }, heals: { value: { bound: minutes(10) } } },
    ])
    await pass(DAY_MS)
    expect(await stored()).toMatchObject([{ rule: { bound: minutes(10) }, heals: null }])
  })

  test('that was kept elsewhere while it still waits here stays once its wait is over', async () => {
    await hearRule({ ...RULE, bound: minutes(10) })
    await hearRule({ ...RULE, bound: minutes(60) }, false)
    await hearRule({ ...RULE, bound: minutes(60) }, true)
    await pass(DAY_MS)
    await nothing()
    await pass(2 * DAY_MS)
    await nothing()
    expect(await stored()).toMatchObject([{ rule: { bound: minutes(60) }, next: null, heals: null }])
  })

  test('that was deleted elsewhere stays until its wait is over here', async () => {
    await hearRule({ ...RULE, bound: minutes(0) })
    await hear(RULE.id, null)
    const tab = world.open(FEED)
    await world.look()
    expect(world.at(tab)).not.toBe(FEED)
    await pass(DAY_MS)
    expect(await stored()).toEqual([])
  })

  test('cannot be loosened or deleted from elsewhere while a PIN protects the rules here', async () => {
    await hearRule({ ...RULE, bound: minutes(10) })
    await world.firewall.setPin({ pin: '4711', old: null }, { tabId: null })
    await hearRule({ ...RULE, bound: minutes(60) })
    await hear(RULE.id, null)
    expect(await stored()).toMatchObject([{ rule: { bound: minutes(10) }, next: null }])
    await hearRule({ ...RULE, bound: minutes(5) })
    expect(await stored()).toMatchObject([{ rule: { bound: minutes(5) }, next: null }])
  })

  test('ends the pass that opened it, if it becomes stricter', async () => {
    await hearRule({ ...RULE, bound: minutes(0) })
    const tab = world.open(FEED)
    await world.look()
    await world.take('minute', tab)
    await world.look()
    expect(world.at(tab)).toBe(FEED)
    await hearRule({ ...RULE, bound: minutes(0), strictness: 'lock' })
    await world.look()
    expect(world.at(tab)).not.toBe(FEED)
  })

  test('changes nothing when it is heard again', async () => {
    await hearRule(RULE)
    said -= 1
    expect(await hearRule(RULE)).toBe(false)
    expect(await nothing()).toBe(false)
  })

  test('is kept in how rules changed, as one of here', async () => {
    await hearRule(RULE)
    await hearRule({ ...RULE, bound: minutes(10) })
    const rows = (await db.log.toArray()).filter(({ type }) => type === 'rule')
    expect(rows).toMatchObject([{ rule: { bound: minutes(30) } }, { rule: { bound: minutes(10) } }])
  })
})

test('a focus hour of another device closes pages here, and ends by itself', async () => {
  const wish = wishFor({ minutes: 50 })
  const rule = focusRule(wish, '0a1b2c3d', MORNING - 2 * MINUTE_MS)
  const [feed, named] = [world.open(FEED), world.open(NAMED)]
  await world.look()
  await hear(rule.id, { rule, createdAt: MORNING - 2 * MINUTE_MS })
  world.bring(feed)
  await world.look()
  expect(world.at(feed)).not.toBe(FEED)
  expect(world.at(named)).toBe(NAMED)
  expect((await db.log.toArray()).filter(({ type }) => type === 'focus')).toHaveLength(1)
  await pass(49 * MINUTE_MS)
  expect(await stored()).toEqual([])
  // Its end is no wish of anybody.
  await nothing()
  expect((await db.words.toArray()).map(({ value }) => value)).toEqual([])
})

test('a cutoff of another device closes the night here', async () => {
  await hearRule(ruleOf({ id: 'c0ffee00', bound: cutoff('22:00', '06:00') }))
  const tab = world.open(FEED)
  await pass(13 * HOUR_MS)
  expect(world.at(tab)).not.toBe(FEED)
})
