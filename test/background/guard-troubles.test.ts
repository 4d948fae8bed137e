/** What must not make a limit fall: failures, slow pages, moved clocks, private windows. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DAY_MS, MINUTE_MS } from '../../domain/local-time'
import type { Rule } from '../../domain/rule'
import { db } from '../../storage/db'
import { readGuard } from '../../storage/guard-state'
import { GuardedWorld, MORNING, WALL } from '../fixtures/guarded-world'
import { minutes, opens, ruleOf } from '../fixtures/rules'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const REDDIT = 'https://www.reddit.com/r/all'
const ELSEWHERE = 'https://example.org/'
const SESSIONS = { type: 'sessions', minutes: 5, breakMinutes: 40 } as const
const OWNER = { tabId: null }

let world: GuardedWorld
beforeEach(async () => {
  world = await GuardedWorld.empty()
})

const storedRule = async (id: string) => {
  const found = await db.limits.get(id)
  if (!found) throw new Error('The rule is gone.')
  return found
}

/** Weakens a rule; when that begins. */
async function weaken(id: string, change: Partial<Rule>): Promise<number> {
  const { rule } = await storedRule(id)
  const { from } = await world.firewall.putRule({ rule: { ...rule, ...change }, pin: null }, OWNER)
  return from ?? world.now
}

describe('a failure', () => {
  test('of a notification is reported; the limit holds all the same', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    world.cannotTell = true
    await world.minutes(10)
    expect(world.at(tab)).toBe(WALL)
    expect(world.reported.length).toBeGreaterThan(0)
  })

  test('to write keeps the guard awake: the wall comes in time', async () => {
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

  test('to read what was recorded sets no rule halfway: it is there wholly or not at all', async () => {
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

describe('a page that leaves late', () => {
  test('has a pass that is bought at its wall, and is not closed in again', async () => {
    const tab = world.open(REDDIT, { stays: true })
    await world.put(ruleOf())
    await world.minutes(10)
    const wall = world.front
    world.tab(tab).stays = false
    world.go(tab, WALL)
    await world.look()
    await world.wall.pass({ type: 'quarter' }, { tabId: wall })
    await world.settle()
    await world.look()
    expect(world.tabs.filter(({ isWall }) => isWall)).toEqual([])
    expect(world.tabs.map(({ address }) => address)).toContain(REDDIT)
  })

  test('is at one wall, its own, as soon as it can be seen there', async () => {
    const tab = world.open(REDDIT, { stays: true })
    await world.put(ruleOf())
    await world.minutes(10)
    expect(world.tabs.filter(({ isWall }) => isWall)).toHaveLength(1)
    world.tab(tab).stays = false
    world.go(tab, WALL)
    world.bring(tab)
    await world.look()
    expect(world.tabs.map(({ id, address, isMuted }) => [id, address, isMuted])).toEqual([[tab, WALL, false]])
    await world.wall.pass({ type: 'quarter' }, { tabId: tab })
    await world.settle()
    expect(world.at(tab)).toBe(REDDIT)
  })

  test('is silent for as long as it stays', async () => {
    const tab = world.open(REDDIT, { stays: true, isAudible: true })
    await world.put(ruleOf())
    await world.minutes(10)
    expect(world.tab(tab).isMuted).toBe(true)
    expect(world.tabs.filter(({ isWall }) => isWall)).toHaveLength(1)
  })
})

describe('a private window', () => {
  test('leaves neither an open nor a second in the database, and its opens count', async () => {
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

  test('has its sessions, too', async () => {
    const tab = world.open(REDDIT, { incognito: true })
    await world.put(ruleOf({ bound: SESSIONS }))
    await world.minutes(5)
    expect(world.at(tab)).not.toBe(REDDIT)
    expect((await readGuard('2026-11-01', 0)).state?.sessions).toEqual({})
  })
})

describe('a clock that was ahead and is set back', () => {
  test('takes a loosening back that came only by it', async () => {
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

describe('a loosening that has healed', () => {
  test('leaves the rule as it was, however it was changed while it was weak', async () => {
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

  test('is waited for by what excludes a site: an off day opens no other door', async () => {
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
  test('is not over for attention that is taken back', async () => {
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

describe('a pass under way', () => {
  test('is not ended by a look that had to wait for its turn', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(10)
    await world.wall.pass({ type: 'quarter' }, { tabId: tab })
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

describe('a rule that was set a moment ago', () => {
  test('can be deleted at once; by whoever comes later it has to be waited for', async () => {
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
})
