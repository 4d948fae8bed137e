/** What rules have used on other devices counts here, and is never taken for use of this one. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY_MS, MINUTE_MS } from '../../../../domain/time/local-time'
import { emptyRow, type UsageRow } from '../../../../domain/firewall/usage-row'
import { commands } from '../../../../entrypoints/background/commands/commands'
import { db } from '../../../../storage/base/db'
import { readGuard } from '../../../../storage/firewall/guard-state'
import { putElsewhere } from '../../../../storage/firewall/elsewhere'
import { heardOf } from '../../../fixtures/elsewhere'
import { GuardedWorld, MORNING, WALL } from '../../../fixtures/guarded-world'
import { minutes, opens, ruleOf } from '../../../fixtures/rules'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const REDDIT = 'https://www.reddit.com/r/all'
const OTHER = 'https://example.org/'
const OWNER = { tabId: null }
const TODAY = '2026-11-23'
const SESSIONS = { type: 'sessions', minutes: 5, breakMinutes: 40 } as const

let world: GuardedWorld
beforeEach(async () => {
  world = await GuardedWorld.empty()
})

const used = (rule: string, count: number, more: Partial<UsageRow> = {}): UsageRow => ({
  ...emptyRow(rule, TODAY),
  ms: count * MINUTE_MS,
  ...more,
})

/** An exchange that brings what Desk used. */
async function hear(...rows: UsageRow[]): Promise<void> {
  await putElsewhere([heardOf({ rows })])
  await world.guard.elsewhereChanged()
  await world.look()
}

const statusOf = async (id: string) =>
  (await world.firewall.firewall(null, OWNER)).rules.find((rule) => rule.id === id)

describe('a rule', () => {
  test('closes at the sum, and its wall says what was used where', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: minutes(40) }))
    await world.minutes(12)
    await hear(used(id, 20))
    expect(world.at(tab)).toBe(REDDIT)
    await hear(used(id, 28))
    expect(world.at(tab)).toBe(WALL)
    const where = {
      here: { ms: 12 * MINUTE_MS },
      elsewhere: [{ name: 'Desk', used: { ms: 28 * MINUTE_MS } }],
    }
    expect(await world.wall.wall(null, { tabId: tab })).toMatchObject({ used: { ms: 40 * MINUTE_MS }, where })
    expect(await statusOf(id)).toMatchObject({ used: { ms: 40 * MINUTE_MS }, isSpent: true, where })
  })

  test('warns before the sum is used up, and closes on the second', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: minutes(40) }))
    await hear(used(id, 33))
    await world.minutes(7)
    expect(world.told).toEqual(['5 5', '1 1'])
    expect(world.at(tab)).toBe(WALL)
  })

  test('counts private windows, too', async () => {
    const tab = world.open(REDDIT, { incognito: true })
    const id = await world.put(ruleOf({ bound: minutes(40) }))
    await world.minutes(12)
    await hear(used(id, 28))
    expect(world.at(tab)).not.toBe(REDDIT)
    expect(await statusOf(id)).toMatchObject({ where: { here: { ms: 12 * MINUTE_MS } } })
    expect(await db.usage.toArray()).toEqual([])
  })

  test('counts visits on other devices', async () => {
    const id = await world.put(ruleOf({ bound: opens(2) }))
    await hear(used(id, 1, { opens: 2 }))
    const tab = world.open(REDDIT)
    await world.look()
    expect(world.at(tab)).toBe(WALL)
  })

  test('shows nothing of other devices if they used nothing', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: minutes(1) }))
    await hear(used('other', 28), used(id, 28, { day: '2026-11-22' }))
    await world.minutes(1)
    expect(await world.wall.wall(null, { tabId: tab })).not.toHaveProperty('where')
    expect(await statusOf(id)).not.toHaveProperty('where')
  })

  test('that is changed says beforehand that it would close at the sum', async () => {
    world.open(OTHER)
    const id = await world.put(ruleOf({ bound: minutes(40) }))
    await hear(used(id, 20))
    const preview = (count: number, ruleId = id) =>
      world.firewall.previewRule({ rule: ruleOf({ id: ruleId, bound: minutes(count) }) }, OWNER)
    expect(await preview(20)).toMatchObject({ closesNow: true, used: { ms: 20 * MINUTE_MS } })
    expect(await preview(21)).toMatchObject({ closesNow: false })
    expect(await preview(20, '')).toMatchObject({ closesNow: false })
  })

  test('closed by the sum offers passes, which open it', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: minutes(40) }))
    await hear(used(id, 40))
    await world.take('quarter', tab)
    await world.settle()
    expect(world.at(tab)).toBe(REDDIT)
  })
})

describe('sessions', () => {
  const session = (count: number, lastAt: number) => ({
    startedAt: lastAt - count * MINUTE_MS,
    usedMs: count * MINUTE_MS,
    lastAt,
    breakUntil: null,
  })

  /** Desk used three of five minutes. */
  async function hearSession(id: string): Promise<void> {
    await putElsewhere([heardOf({ sessions: { [id]: session(3, world.now) } })])
    await world.guard.elsewhereChanged()
  }

  test('make one, whose break counts from the last attention', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: SESSIONS }))
    await hearSession(id)
    await world.minutes(2)
    expect(world.at(tab)).toBe(WALL)
    expect((await statusOf(id))?.opensAt).toBe(MORNING + 42 * MINUTE_MS)
    await world.minutes(40)
    expect(world.at(tab)).toBe(REDDIT)
  })

  test('a pass during the joint break does not make it longer', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: SESSIONS }))
    await hearSession(id)
    await world.minutes(2)
    await world.take('quarter', tab)
    await world.settle()
    await world.minutes(15)
    expect((await statusOf(id))?.opensAt).toBe(MORNING + 42 * MINUTE_MS)
  })

  test('elsewhere are not stored here, not even with a private one', async () => {
    world.open(REDDIT, { incognito: true })
    const id = await world.put(ruleOf({ bound: SESSIONS }))
    await hearSession(id)
    await world.minutes(1)
    expect(world.guard.keeper.memory.privateSessions[id]?.usedMs).toBe(MINUTE_MS)
    expect((await readGuard('2026-11-01', 0)).state?.sessions).toEqual({})
  })
})

describe('the own rows never hold use of another device', () => {
  const ownRows = async () =>
    (await db.usage.toArray()).map(({ day, ms, opens: count }) => [day, ms / MINUTE_MS, count])

  test('on a new day with what was left of the last', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: minutes(40), carriesOver: true }))
    await world.minutes(5)
    await hear(used(id, 25, { opens: 3 }))
    world.go(tab, OTHER)
    world.now = MORNING + DAY_MS
    await world.look()
    expect((await statusOf(id))?.allowed).toBe(50)
    expect((await db.usage.get([id, '2026-11-24']))?.carried?.amount).toBe(10)
    expect(await ownRows()).toEqual([
      [TODAY, 5, 0],
      ['2026-11-24', 0, 0],
    ])
  })

  test('after the clock was set back by days, when the sum still closes the rule', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: minutes(40) }))
    await world.minutes(12)
    await hear(used(id, 28, { opens: 3 }))
    world.now -= 4 * DAY_MS
    await world.look()
    expect(world.at(tab)).toBe(WALL)
    expect(await ownRows()).toEqual([
      ['2026-11-19', 12, 0],
      [TODAY, 12, 0],
    ])
    // After a restart, too.
    world.startWorkerAgain()
    expect((await statusOf(id))?.isSpent).toBe(true)
  })

  test('after a rule was changed and everything was read again', async () => {
    world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: minutes(40) }))
    await world.minutes(5)
    await hear(used(id, 20))
    await world.put(ruleOf({ id, bound: minutes(30) }))
    await world.guard.keeper.reread()
    await world.look()
    expect(await ownRows()).toEqual([[TODAY, 5, 0]])
  })
})

describe('the store', () => {
  test('is read once, however many looks, rules and pages ask', async () => {
    world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: minutes(40) }))
    await world.minutes(10)
    await statusOf(id)
    expect(world.elsewhereReads).toBe(1)
    await world.guard.elsewhereChanged()
    await world.minutes(1)
    expect(world.elsewhereReads).toBe(2)
  })

  test('is read again when the record was changed from outside, as by erasing it', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: minutes(40) }))
    await db.devices.put(heardOf({ rows: [used(id, 40)] }))
    await world.look()
    expect(world.at(tab)).toBe(REDDIT)
    await commands(world.guard, () => world.look()).recordChanged(null, OWNER)
    expect(world.at(tab)).toBe(WALL)
  })

  test('that cannot be read is reported once, and limits go on with what is known', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: minutes(40) }))
    await hear(used(id, 30))
    vi.spyOn(db.devices, 'toArray').mockRejectedValue(new Error('the store is broken'))
    await world.guard.elsewhereChanged()
    await world.minutes(9)
    expect(world.at(tab)).toBe(REDDIT)
    await world.minutes(1)
    expect(world.at(tab)).toBe(WALL)
    expect(world.reported.map(String)).toEqual(['Error: the store is broken'])
    vi.restoreAllMocks()
    await hear(used(id, 0))
    expect((await statusOf(id))?.isSpent).toBe(false)
  })
})
