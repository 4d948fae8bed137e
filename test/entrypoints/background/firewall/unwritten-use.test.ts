/** Limits count on while the database fails, also in the next life of the worker. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { DAY_MS, MINUTE_MS } from '../../../../domain/time/local-time'
import { db } from '../../../../storage/base/db'
import { eraseEverything } from '../../../../storage/bulk/erase'
import { readHeldGuard } from '../../../../storage/firewall/held-guard'
import { readLimitsCopy } from '../../../../storage/firewall/limits-copy'
import { failWrites } from '../../../fixtures/failing-store'
import { GuardedWorld, WALL } from '../../../fixtures/guarded-world'
import { blocked, minutes, opens, ruleOf } from '../../../fixtures/rules'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const REDDIT = 'https://www.reddit.com/r/all'
const OWNER = { tabId: null }

let world: GuardedWorld
beforeEach(async () => {
  world = await GuardedWorld.empty()
})

const shownMs = async (): Promise<number | undefined> =>
  (await world.firewall.firewall(null, OWNER)).rules[0]?.used.ms

describe('a full disk', () => {
  test('forgets no use when the worker sleeps: the wall comes after ten minutes', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf({ bound: minutes(10) }))
    world.cannotWrite = true
    for (let life = 0; life < 3; life += 1) {
      await world.minutes(3)
      world.startWorkerAgain()
    }
    expect(world.at(tab)).toBe(REDDIT)
    await world.minutes(2)
    expect(world.at(tab)).toBe(WALL)
  })

  test('lets pages show all that was used', async () => {
    world.open(REDDIT)
    await world.put(ruleOf({ bound: minutes(10) }))
    world.cannotWrite = true
    await world.minutes(4)
    const before = await shownMs()
    world.startWorkerAgain()
    expect(await shownMs()).toBe(before)
    expect(before).toBeGreaterThan(3 * MINUTE_MS)
  })

  test('forgets no open', async () => {
    const tab = world.open('https://example.org/')
    await world.put(ruleOf({ bound: opens(1) }))
    world.cannotWrite = true
    world.go(tab, REDDIT)
    await world.minutes(1)
    world.go(tab, 'https://example.org/')
    await world.minutes(6)
    world.startWorkerAgain()
    world.go(tab, REDDIT)
    await world.look()
    expect(world.at(tab)).toBe(WALL)
  })

  test('that has room again gets what was held, once, and nothing stays held', async () => {
    world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: minutes(30) }))
    world.cannotWrite = true
    await world.minutes(4)
    world.startWorkerAgain()
    const held = await shownMs()
    expect(held).toBeGreaterThan(3 * MINUTE_MS)
    world.cannotWrite = false
    await world.look()
    expect(await world.usedMs(id)).toBe(held)
    expect(await readHeldGuard()).toBeNull()
    world.startWorkerAgain()
    expect(await shownMs()).toBe(held)
  })

  test('takes back held use too, when the person turns out to be away', async () => {
    world.open(REDDIT)
    await world.put(ruleOf({ bound: minutes(30) }))
    await world.minutes(4)
    world.cannotWrite = true
    const before = await shownMs()
    world.presence = 'idle'
    await world.look()
    const after = await shownMs()
    expect(after).toBeLessThan(before ?? 0)
    world.startWorkerAgain()
    expect(await shownMs()).toBe(after)
    world.cannotWrite = false
    await world.look()
    world.startWorkerAgain()
    expect(await shownMs()).toBe(after)
  })

  test('lets no clock that is set back open hours that were closed', async () => {
    const tab = world.open(REDDIT)
    world.cannotWrite = true
    await world.put(ruleOf({ bound: blocked('9:00–10:30'), strictness: 'lock' }))
    expect(world.at(tab)).toBe(WALL)
    world.now -= 3 * 60 * MINUTE_MS
    world.startWorkerAgain()
    world.go(tab, REDDIT)
    await world.look()
    expect(world.at(tab)).toBe(WALL)
  })
})

describe('a change that fell due while nothing could be written', () => {
  test('is written in the next life of the worker, before a later change of the rule', async () => {
    world.open('https://example.org/')
    const id = await world.put(ruleOf({ bound: minutes(10) }))
    await world.minutes(2)
    const rule = (await db.limits.get(id))!.rule
    const weaker = { rule: { ...rule, bound: minutes(20) }, pin: null }
    const { from } = await world.firewall.putRule(weaker, OWNER)
    world.now = from! + MINUTE_MS
    const goOn = failWrites('put', 'limits', new Error('the disk is full'))
    await world.look()
    goOn()
    world.startWorkerAgain()
    await world.firewall.putRule({ rule: { ...rule, bound: minutes(5) }, pin: null }, OWNER)
    await world.look()
    const stored = await db.limits.get(id)
    expect([stored?.rule.bound, stored?.next]).toEqual([minutes(5), null])
  })

  test('ends passes when the clock was set back, whichever life of the worker writes it', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf({ bound: minutes(1) }))
    await world.minutes(2)
    await world.takeDay(tab)
    const goOn = failWrites('put', 'overrides', new Error('the disk is full'))
    world.now -= 30 * MINUTE_MS
    await world.look()
    goOn()
    world.startWorkerAgain()
    await world.look()
    expect((await db.overrides.toArray()).every(({ at, until }) => until <= at)).toBe(true)
  })
})

describe('a database that cannot be read', () => {
  test('opens no limit in the next life of the worker', async () => {
    const tab = world.open('https://example.org/')
    await world.put(ruleOf({ bound: minutes(0), strictness: 'lock' }))
    await world.look()
    world.cannotRead = world.cannotWrite = true
    world.startWorkerAgain()
    world.go(tab, REDDIT)
    await world.look()
    expect(world.at(tab)).toBe(WALL)
  })

  test('keeps use that is counted meanwhile, over as many lives of the worker as it takes', async () => {
    world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: minutes(60) }))
    await world.minutes(7)
    world.cannotRead = world.cannotWrite = true
    for (let life = 0; life < 2; life += 1) {
      world.startWorkerAgain()
      await world.minutes(6)
    }
    world.cannotRead = world.cannotWrite = false
    await world.look()
    // The copy is up to five minutes old, and each restart loses up to one look.
    expect(await world.usedMs(id)).toBeGreaterThan(13 * MINUTE_MS)
    expect(await readHeldGuard()).toBeNull()
  })

  test('never lowers the use that is stored', async () => {
    world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: minutes(60) }))
    await world.minutes(4)
    const before = await world.usedMs(id)
    world.cannotRead = true
    world.startWorkerAgain()
    world.cannotWrite = true
    await world.minutes(1)
    world.cannotRead = world.cannotWrite = false
    await world.look()
    expect(await world.usedMs(id)).toBeGreaterThanOrEqual(before)
  })

  test('when told to read again, goes on by what is known', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf({ bound: minutes(10) }))
    await world.minutes(9)
    world.cannotRead = world.cannotWrite = true
    await world.guard.keeper.reread()
    await world.minutes(2)
    expect(world.at(tab)).toBe(WALL)
  })
})

describe('what is held', () => {
  const full = async (): Promise<string> => {
    world.open(REDDIT)
    const id = await world.put(ruleOf({ bound: minutes(30) }))
    world.cannotWrite = true
    await world.minutes(2)
    return id
  }

  test('goes with the rules when everything is erased, and does not come back', async () => {
    const id = await full()
    await db.limits.delete(id)
    await eraseEverything()
    await world.guard.keeper.reread()
    world.cannotWrite = false
    await world.look()
    expect(await readHeldGuard()).toBeNull()
    expect(await db.usage.count()).toBe(0)
    expect(await readLimitsCopy()).toBeNull()
  })

  test('stays for a rule that stays when everything is erased', async () => {
    await full()
    const before = await shownMs()
    await eraseEverything()
    world.startWorkerAgain()
    expect(await shownMs()).toBe(before)
  })

  test('is gone after a restart of the browser', async () => {
    await full()
    await world.startBrowserAgain()
    expect(await shownMs()).toBeLessThan(MINUTE_MS)
  })
})

describe('the copy outside the database', () => {
  const writes = vi.spyOn(fakeBrowser.storage.local, 'set')

  test('is written when a rule changes, and every five minutes while use grows', async () => {
    world.open(REDDIT)
    await world.put(ruleOf({ bound: minutes(60) }))
    expect((await readLimitsCopy())?.rules).toHaveLength(1)
    writes.mockClear()
    await world.minutes(16)
    expect(writes.mock.calls.length).toBe(3)
    writes.mockClear()
    world.open('https://example.org/')
    await world.minutes(30)
    expect(writes.mock.calls.length).toBeLessThanOrEqual(1)
  })

  test('is not written again because the worker restarts', async () => {
    world.open(REDDIT)
    await world.put(ruleOf({ bound: minutes(60) }))
    await world.minutes(1)
    writes.mockClear()
    world.startWorkerAgain()
    await world.minutes(1)
    expect(writes).not.toHaveBeenCalled()
  })

  test('goes with the last rule', async () => {
    world.open('https://example.org/')
    const id = await world.put(ruleOf({ bound: minutes(60) }))
    world.startWorkerAgain()
    await world.firewall.removeRule({ id, pin: null }, OWNER)
    expect(await readLimitsCopy()).not.toBeNull()
    world.now += DAY_MS
    await world.look()
    expect(await readLimitsCopy()).toBeNull()
  })
})
