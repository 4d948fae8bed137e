/** Limits hold despite failures, slow pages, moved clocks and private windows. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY_MS, MINUTE_MS } from '../../../../domain/time/local-time'
import type { Bound, Rule } from '../../../../domain/firewall/rule'
import { weakeningsIn } from '../../../../domain/insight/integrity-events'
import { db } from '../../../../storage/base/db'
import { readGuard } from '../../../../storage/firewall/guard-state'
import { failWrites } from '../../../fixtures/failing-store'
import { GuardedWorld, MORNING, WALL } from '../../../fixtures/guarded-world'
import { blocked, euros, minutes, opens, ruleOf, TERMS } from '../../../fixtures/rules'
import { spanOf } from '../../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const REDDIT = 'https://www.reddit.com/r/all'
const ELSEWHERE = 'https://example.org/'
const SESSIONS = { type: 'sessions', minutes: 5, breakMinutes: 40 } as const
const OWNER = { tabId: null }
const REDDIT_SITE = { type: 'site', site: 'reddit.com' } as const

let world: GuardedWorld
beforeEach(async () => {
  world = await GuardedWorld.empty()
})
afterEach(() => void vi.restoreAllMocks())

const storedRule = async (id: string) => {
  const found = await db.limits.get(id)
  if (!found) throw new Error('The rule is gone.')
  return found
}

/** The two minutes before `MORNING`, recorded on Reddit. */
const REDDIT_SPAN = { surface: 'reddit.com/popular', start: MORNING - 2 * MINUTE_MS, ms: 2 * MINUTE_MS }
const record = (span: typeof REDDIT_SPAN) => db.spans.put(spanOf({ ...span, utcOffsetMinutes: 0 }))

/** Changes a rule. Returns when the change takes effect. */
async function weaken(id: string, change: Partial<Rule>): Promise<number> {
  const { rule } = await storedRule(id)
  const { from } = await world.firewall.putRule({ rule: { ...rule, ...change }, pin: null }, OWNER)
  return from ?? world.now
}

describe('a failure', () => {
  test('to show a notification is reported, and the limit still holds', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    world.cannotTell = true
    await world.minutes(10)
    expect(world.at(tab)).toBe(WALL)
    expect(world.reported.length).toBeGreaterThan(0)
  })

  test('to write still schedules the next wake-up, and the wall comes in time', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(1)
    world.wakes = []
    world.cannotWrite = true
    await world.look().catch(() => undefined)
    world.cannotWrite = false
    expect(world.wakes.at(-1)).toBeGreaterThan(world.now)
    await world.minutes(9)
    expect(world.at(tab)).toBe(WALL)
  })

  test('to read the record sets no rule in the guard that is not stored', async () => {
    world.open(ELSEWHERE)
    await world.look()
    const broken = vi.spyOn(db.spans, 'where').mockImplementation(() => {
      throw new Error('cannot be read')
    })
    await expect(world.put(ruleOf())).rejects.toThrow('cannot be read')
    broken.mockRestore()
    const { rules } = await world.firewall.firewall(null, OWNER)
    expect(rules).toHaveLength(await db.limits.count())
  })
})

describe('a full disk when a pending change falls due', () => {
  /** A lock on Reddit, and a loosening of another rule that falls due while nothing can be written. */
  async function fullDisk() {
    const tab = world.open(ELSEWHERE)
    await world.put(ruleOf({ strictness: 'lock', bound: minutes(0), targets: [REDDIT_SITE] }))
    const other = await world.put(ruleOf({ targets: [{ type: 'site', site: 'x.com' }], bound: minutes(10) }))
    await world.minutes(2)
    world.now = (await weaken(other, { bound: minutes(20) })) + MINUTE_MS
    const goOn = failWrites('put', 'limits', new Error('the disk is full'))
    return { tab, other, goOn }
  }

  test('opens no other limit and is reported', async () => {
    const { tab, goOn } = await fullDisk()
    world.go(tab, REDDIT)
    await world.look()
    expect(world.at(tab)).toBe(WALL)
    expect(world.reported.map(String)).toContain('Error: the disk is full')
    goOn()
  })

  test('delays the change until writing works again', async () => {
    const { other, goOn } = await fullDisk()
    await world.look()
    goOn()
    await world.look()
    expect((await storedRule(other)).next).toBeNull()
  })

  test('keeps a new rule that was written even if its use was not', async () => {
    const { putRule, firewall } = world.firewall
    world.cannotWrite = true
    await putRule({ rule: ruleOf({ id: '' }), pin: null }, OWNER)
    world.cannotWrite = false
    expect(await db.limits.count()).toBe(1)
    const { rules } = await firewall(null, OWNER)
    expect(rules.map(({ isFresh }) => isFresh)).toEqual([true])
  })
})

describe('a page that unloads late', () => {
  test('is let through by a pass taken at the wall beside it', async () => {
    const tab = world.open(REDDIT, { stays: true })
    await world.put(ruleOf())
    await world.minutes(10)
    const wall = world.front
    world.tab(tab).stays = false
    world.go(tab, WALL)
    await world.look()
    await world.take('quarter', wall)
    await world.settle()
    await world.look()
    expect(world.tabs.filter(({ isWall }) => isWall)).toEqual([])
    expect(world.tabs.map(({ address }) => address)).toContain(REDDIT)
  })

  test('keeps only its own wall once it has one', async () => {
    const tab = world.open(REDDIT, { stays: true })
    await world.put(ruleOf())
    await world.minutes(10)
    expect(world.tabs.filter(({ isWall }) => isWall)).toHaveLength(1)
    world.tab(tab).stays = false
    world.go(tab, WALL)
    world.bring(tab)
    await world.look()
    expect(world.tabs.map(({ id, address, isMuted }) => [id, address, isMuted])).toEqual([[tab, WALL, false]])
    await world.take('quarter', tab)
    await world.settle()
    expect(world.at(tab)).toBe(REDDIT)
  })

  test('is unmuted once its rule allows it, even if the person has left its wall', async () => {
    const tab = world.open(REDDIT, { stays: true, isAudible: true })
    await world.put(ruleOf())
    await world.minutes(10)
    await world.wall.leave(null, { tabId: world.front })
    expect(world.tab(tab).isMuted).toBe(true)
    world.now += DAY_MS
    world.bring(tab)
    await world.look()
    expect([world.at(tab), world.tab(tab).isMuted]).toEqual([REDDIT, false])
  })

  test('is unmuted after a pass, even if the worker was killed in between', async () => {
    const tab = world.open(REDDIT, { stays: true, isAudible: true })
    await world.put(ruleOf())
    await world.minutes(10)
    world.startWorkerAgain()
    world.bring(tab)
    await world.look()
    await world.take('quarter', world.front)
    await world.settle()
    await world.look()
    expect([world.at(tab), world.tab(tab).isMuted]).toEqual([REDDIT, false])
  })

  test('is muted as long as it stays', async () => {
    const tab = world.open(REDDIT, { stays: true, isAudible: true })
    await world.put(ruleOf())
    await world.minutes(10)
    expect(world.tab(tab).isMuted).toBe(true)
    expect(world.tabs.filter(({ isWall }) => isWall)).toHaveLength(1)
  })
})

describe('a private window', () => {
  test('stores neither opens nor time, but its opens count', async () => {
    const tab = world.open(REDDIT, { incognito: true })
    await world.put(ruleOf({ bound: opens(1) }))
    await world.look()
    await world.minutes(1)
    expect(await db.usage.toArray()).toEqual([])
    world.go(tab, ELSEWHERE)
    await world.minutes(6)
    world.go(tab, REDDIT)
    await world.look()
    expect(world.at(tab)).not.toBe(REDDIT)
  })

  test('has no pause if the wall cannot be shown, because it could not be waited out', async () => {
    const tab = world.open(REDDIT, { incognito: true })
    await world.put(ruleOf({ strictness: 'pause', bound: blocked('0:00–24:00') }))
    await world.look()
    expect(world.at(tab)).toBe(REDDIT)
    world.canShowInPrivate = true
    world.startWorkerAgain()
    await world.look()
    expect(world.at(tab)).toBe(WALL)
  })

  test('has sessions too, which are not stored', async () => {
    const tab = world.open(REDDIT, { incognito: true })
    await world.put(ruleOf({ bound: SESSIONS }))
    await world.minutes(5)
    expect(world.at(tab)).not.toBe(REDDIT)
    expect((await readGuard('2026-11-01', 0)).state?.sessions).toEqual({})
  })
})

describe('a clock that is set back after running ahead', () => {
  test('undoes a loosening that took effect too early', async () => {
    const tab = world.open(ELSEWHERE)
    const id = await world.put(ruleOf({ strictness: 'lock', bound: minutes(10) }))
    await world.minutes(2)
    const from = await weaken(id, { isOn: false })
    world.now = from + MINUTE_MS
    await world.look()
    world.now = MORNING + 4 * MINUTE_MS
    await world.look()
    world.go(tab, REDDIT)
    await world.look()
    await world.minutes(20)
    expect(world.at(tab)).toBe(WALL)
  })
})

describe('a weakened rule', () => {
  test('heals to its old state even if it was changed while weak', async () => {
    world.open(ELSEWHERE)
    const id = await world.put(ruleOf({ bound: minutes(10) }))
    await world.minutes(2)
    world.now = (await weaken(id, { isOn: false })) + MINUTE_MS
    await world.look()
    await weaken(id, { isOn: true, bound: opens(1000) })
    world.now += 5 * DAY_MS
    await world.look()
    expect((await storedRule(id)).rule).toMatchObject({ isOn: true, bound: minutes(10) })
  })

  test('makes the exclusion of a site wait until it has healed', async () => {
    const tab = world.open(ELSEWHERE)
    const id = await world.put(ruleOf({ bound: minutes(1) }))
    await world.minutes(2)
    world.now = (await weaken(id, { isOn: false })) + MINUTE_MS
    await world.look()
    world.wanted = { ...world.wanted, opinions: [{ surface: 'reddit.com', excluded: 0 }] }
    await world.look()
    world.now += 6 * 60 * MINUTE_MS
    await world.look()
    expect((await readGuard('2026-11-01', 0)).state?.terms?.held.opinions).toEqual([])
    expect(world.at(tab)).toBe(ELSEWHERE)
  })
})

describe('a session', () => {
  test('is not used up by attention that is taken back', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf({ bound: SESSIONS }))
    await world.minutes(4)
    world.presence = 'idle'
    await world.look()
    const { rules } = await world.firewall.firewall(null, OWNER)
    expect(rules[0]?.isSpent).toBe(false)
    expect(world.at(tab)).toBe(REDDIT)
  })
})

describe('a running pass', () => {
  test('is not ended by a look that waited in the queue', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(10)
    await world.take('quarter', tab)
    await world.settle()
    let go = (): void => undefined
    const slow = world.guard.keeper.inTurn(
      () =>
        new Promise<void>((resolve) => {
          go = resolve
        }),
    )
    await new Promise((resolve) => setTimeout(resolve))
    const asked = world.firewall.firewall(null, OWNER)
    const looked = world.look()
    world.now += 3_000
    go()
    await Promise.all([slow, asked, looked])
    await world.look()
    expect(world.at(tab)).toBe(REDDIT)
  })
})

describe('a new rule', () => {
  test('can be deleted at once; after a restart of the worker its deletion waits', async () => {
    world.open(ELSEWHERE)
    const { firewall } = world
    await firewall.putRule({ rule: ruleOf(), pin: null }, OWNER)
    const [slip] = (await firewall.firewall(null, OWNER)).rules
    expect(slip?.isFresh).toBe(true)
    await firewall.removeRule({ id: slip?.id ?? '', pin: null }, OWNER)
    expect(await db.limits.count()).toBe(0)

    const meant = await world.put(ruleOf())
    world.startWorkerAgain()
    await world.firewall.removeRule({ id: meant, pin: null }, OWNER)
    expect(await db.limits.count()).toBe(1)
  })

  const isFresh = async (id: string) =>
    (await world.firewall.firewall(null, OWNER)).rules.find((rule) => rule.id === id)?.isFresh

  test.each(['wall', 'pause'] as const)(
    'that has turned a page away is deleted like any other, kept with its dates (%s)',
    async (strictness) => {
      world.open(REDDIT)
      const id = await world.put(ruleOf({ bound: minutes(0), strictness }))
      expect(await isFresh(id)).toBe(false)
      const { from } = await world.firewall.removeRule({ id, pin: null }, OWNER)
      expect((await storedRule(id)).next).toEqual({ value: null, from })
      expect(await db.log.filter(({ type }) => type === 'rule').count()).toBe(1)
    },
  )

  test('beside a stricter one that turns the page away has done nothing', async () => {
    world.open(ELSEWHERE)
    await world.put(ruleOf({ bound: minutes(0), strictness: 'lock' }))
    const id = await world.put(ruleOf({ bound: minutes(0) }))
    world.open(REDDIT)
    await world.look()
    expect(await isFresh(id)).toBe(true)
  })

  test('that a pass was taken of is deleted like any other', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf({ bound: minutes(0) }))
    expect(world.at(tab)).toBe(WALL)
    const id = await world.put(ruleOf({ bound: minutes(0) }))
    expect(await isFresh(id)).toBe(true)
    await world.take('quarter', tab)
    expect(await isFresh(id)).toBe(false)
  })
})

describe('a rule that is off', () => {
  test('does not apply its old hours when it is turned on with new ones', async () => {
    const tab = world.open(ELSEWHERE)
    const id = await world.put(ruleOf({ bound: blocked('9:00–17:00') }))
    await world.minutes(2)
    world.now = (await weaken(id, { isOn: false })) + MINUTE_MS
    await world.look()
    await world.firewall.keepRule({ id, pin: null }, OWNER)
    world.now = MORNING + 2 * DAY_MS
    await world.look()
    await weaken(id, { bound: blocked('18:00–20:00'), isOn: true })
    world.go(tab, REDDIT)
    await world.look()
    expect(world.at(tab)).toBe(REDDIT)
  })

  test('wakes the guard when it heals while one of its pages is open', async () => {
    const tab = world.open(ELSEWHERE)
    const id = await world.put(ruleOf({ bound: minutes(0), strictness: 'lock', targets: [REDDIT_SITE] }))
    await world.minutes(2)
    world.now = (await weaken(id, { isOn: false })) + MINUTE_MS
    world.go(tab, REDDIT)
    await world.look()
    const healsAt = (await storedRule(id)).heals?.at
    expect(world.wakes.at(-1)).toBe(healsAt)
    world.now = healsAt!
    await world.look()
    expect(world.at(tab)).toBe(WALL)
  })
})

describe('a money limit in another currency', () => {
  test('is shown in the current currency, and lowering it is no loosening', async () => {
    world.open(ELSEWHERE)
    const id = await world.put(ruleOf({ bound: { ...euros(5), currency: 'USD' } as Bound }))
    await world.minutes(2)
    const [shown] = (await world.firewall.firewall(null, OWNER)).rules
    expect(shown?.rule.bound).toMatchObject({ currency: 'EUR' })
    const rule = { ...(await storedRule(id)).rule, bound: euros(3) }
    expect(await world.firewall.putRule({ rule, pin: null }, OWNER)).toEqual({ from: null })
  })
})

describe('tightening a rule', () => {
  test('ends the pass taken under the gentler rule', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf())
    await world.minutes(10)
    await world.takeDay(tab)
    expect(world.at(tab)).toBe(REDDIT)
    const change = { strictness: 'lock', bound: minutes(0), hasEmergency: false } as const
    expect(await weaken(id, change)).toBe(world.now)
    await world.look()
    expect(world.at(tab)).toBe(WALL)
    expect((await db.overrides.toArray()).map(({ until }) => until)).toEqual([world.now])
  })

  test('does not end the pass of another rule, nor does a pending loosening end its own', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf())
    await world.minutes(10)
    await world.take('quarter', tab)
    const other = await world.put(ruleOf({ targets: [{ type: 'site', site: 'x.com' }], bound: minutes(10) }))
    await weaken(other, { bound: minutes(5) })
    await weaken(id, { bound: minutes(60) })
    await world.look()
    expect(world.at(tab)).toBe(REDDIT)
  })

  test('does not interrupt a visit that has begun', async () => {
    const tab = world.open(ELSEWHERE)
    const id = await world.put(ruleOf({ targets: [{ type: 'site', site: 'x.com' }], bound: opens(1) }))
    world.go(tab, REDDIT)
    await record(REDDIT_SPAN)
    await world.minutes(2)
    await weaken(id, { targets: [{ type: 'site', site: 'x.com' }, REDDIT_SITE] })

    await world.look()
    expect(world.at(tab)).toBe(REDDIT)
  })
})

test('a wall of an hours rule shows the use of the whole day', async () => {
  const tab = world.open(REDDIT)
  await record(REDDIT_SPAN)
  await world.put(ruleOf({ bound: blocked('9:00–17:00') }))
  await world.look()
  const facts = await world.wall.wall(null, { tabId: tab })
  expect(facts?.used).toMatchObject({ ms: 2 * MINUTE_MS, amountMinor: 200 })
})

test('without a rate the firewall has no currency', async () => {
  world.wanted = { ...world.wanted, rates: [] }
  expect((await world.firewall.firewall(null, OWNER)).currency).toBeNull()
})

describe('a tab that the person keeps', () => {
  test('stays at its wall after Leave, and its page comes back once it may', async () => {
    const tab = world.open(REDDIT, { isKept: true })
    await world.put(ruleOf())
    await world.minutes(10)
    expect(world.at(tab)).toBe(WALL)
    await world.wall.leave(null, { tabId: tab })
    expect([world.at(tab), world.front === tab]).toEqual([WALL, false])
    world.bring(tab)
    await world.look()
    expect(world.at(tab)).toBe(WALL)
    world.now += DAY_MS
    await world.look()
    expect(world.at(tab)).toBe(REDDIT)
  })
})

describe('a change', () => {
  test('of the very first rule is logged by the days of the person', async () => {
    world.wanted = { ...TERMS, dayStartHour: 0 }
    world.now = Date.UTC(2026, 10, 23, 2)
    const id = await world.put(ruleOf())
    const made = { at: world.now, id, day: '2026-11-23' }
    expect(await db.log.filter(({ type }) => type === 'rule').toArray()).toMatchObject([made])
    expect(await db.log.filter((entry) => 'since' in entry).count()).toBe(0)
  })

  test('of a rule that was deleted while the clock was ahead is as of now', async () => {
    const id = await world.put(ruleOf())
    const other = await world.put(ruleOf())
    world.startWorkerAgain()
    await world.firewall.removeRule({ id, pin: null }, OWNER)
    world.now += 30 * DAY_MS
    await world.look()
    world.now -= 30 * DAY_MS - MINUTE_MS
    for (const _ of ['once', 'twice']) await world.look()
    const rows = (await db.log.orderBy('at').toArray()).filter((entry) => entry.type === 'rule')
    expect(rows.map((row) => [row.id, row.rule === null, row.day])).toEqual([
      [id, false, '2026-11-23'],
      [other, false, '2026-11-23'],
      [id, true, '2026-11-23'],
      [id, true, '2026-11-24'],
    ])
    expect(weakeningsIn(rows, TERMS.dayStartHour)).toEqual([{ day: '2026-11-23', isDeleted: true }])
  })
})
