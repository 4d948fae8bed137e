import { beforeEach, describe, expect, test, vi } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../../../domain/time/local-time'
import { EVERY_DAY } from '../../../../domain/firewall/rule'
import { db } from '../../../../storage/base/db'
import { spanOf } from '../../../fixtures/spans'
import { GuardedWorld, MORNING, WALL } from '../../../fixtures/guarded-world'
import { blocked, ruleOf } from '../../../fixtures/rules'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const REDDIT = 'https://www.reddit.com/r/all?a=1&b=2#top'
const CNN = 'https://edition.cnn.com/'

let world: GuardedWorld
beforeEach(async () => {
  world = await GuardedWorld.empty()
})

describe('an allowance that ends', () => {
  test('takes the page in front to the wall at the very instant', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.pass(10 * MINUTE_MS - 1)
    expect(world.at(tab)).toBe(REDDIT)
    await world.pass(1)
    expect(world.at(tab)).toBe(WALL)
    expect(world.wakes).toContain(MORNING + 10 * MINUTE_MS)
    expect(world.reported).toEqual([])
  })

  test('counts only what its rule is about', async () => {
    const tab = world.open(CNN)
    const rule = await world.put(ruleOf())
    await world.minutes(30)
    expect(await world.usedMs(rule)).toBe(0)
    world.go(tab, REDDIT)
    await world.look()
    await world.minutes(4)
    expect(await world.usedMs(rule)).toBe(4 * MINUTE_MS)
  })

  test('takes what is visible in other windows and what is heard behind, but not what lies hidden and silent', async () => {
    world.open(REDDIT)
    const beside = world.open('https://x.com/', { windowId: 2 })
    const heard = world.open('https://www.tiktok.com/', { isActive: false, isAudible: true })
    const hidden = world.open('https://www.instagram.com/', { isActive: false })
    await world.put(ruleOf())
    await world.minutes(10)
    expect([beside, heard, hidden].map(world.at)).toEqual([WALL, WALL, 'https://www.instagram.com/'])
    world.bring(hidden)
    await world.look()
    expect(world.at(hidden)).toBe(WALL)
  })

  test('is the same for a worker that was killed in between', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(6)
    world.startWorkerAgain()
    await world.pass(4 * MINUTE_MS - 1)
    expect(world.at(tab)).toBe(REDDIT)
    await world.pass(1)
    expect(world.at(tab)).toBe(WALL)
  })

  test('goes on after the browser was killed: what was used stays used', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(6)
    await world.startBrowserAgain()
    await world.look()
    await world.minutes(4)
    expect(world.at(tab)).toBe(WALL)
  })

  test('is not made longer by clearing what was recorded', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(6)
    await db.spans.clear()
    await db.days.clear()
    world.startWorkerAgain()
    await world.minutes(4)
    expect(world.at(tab)).toBe(WALL)
  })

  test('counts nothing while the person is away, and takes the time since the last input back', async () => {
    const tab = world.open(REDDIT)
    const rule = await world.put(ruleOf())
    await world.minutes(6)
    world.presence = 'idle'
    await world.look()
    expect(await world.usedMs(rule)).toBe(4 * MINUTE_MS)
    await world.minutes(30)
    expect(await world.usedMs(rule)).toBe(4 * MINUTE_MS)
    expect(world.at(tab)).toBe(REDDIT)
  })

  test('begins again with the next day, and the wall in front of the person makes way', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(10)
    world.now = MORNING + 18 * HOUR_MS - 1
    await world.look()
    expect(world.at(tab)).toBe(WALL)
    world.now += 1
    await world.look()
    expect(world.at(tab)).toBe(REDDIT)
  })

  test('a wall that nobody is in front of waits', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(10)
    world.presence = 'locked'
    world.now = MORNING + 20 * HOUR_MS
    await world.look()
    expect(world.at(tab)).toBe(WALL)
  })
})

describe('a new rule', () => {
  test('counts what was recorded today before it', async () => {
    await db.spans.add(
      spanOf({ surface: 'reddit.com', start: MORNING - HOUR_MS, ms: 7 * MINUTE_MS, utcOffsetMinutes: 0 }),
    )
    const preview = await world.firewall.previewRule({ rule: ruleOf() }, { tabId: null })
    expect(preview).toMatchObject({ used: { ms: 7 * MINUTE_MS }, allowed: 10, closesNow: false, from: null })
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.pass(3 * MINUTE_MS - 1)
    expect(world.at(tab)).toBe(REDDIT)
    await world.pass(1)
    expect(world.at(tab)).toBe(WALL)
  })

  test('that has more behind it than it allows closes now, and says so before', async () => {
    await db.spans.add(
      spanOf({ surface: 'reddit.com', start: MORNING - HOUR_MS, ms: 52 * MINUTE_MS, utcOffsetMinutes: 0 }),
    )
    const preview = await world.firewall.previewRule({ rule: ruleOf() }, { tabId: null })
    expect(preview).toMatchObject({
      used: { ms: 52 * MINUTE_MS, opens: 1, amountMinor: 5200 },
      closesNow: true,
    })
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    expect(world.at(tab)).toBe(WALL)
  })
})

describe('a pass', () => {
  const atWall = async () => {
    const tab = world.open(REDDIT)
    const rule = await world.put(ruleOf())
    await world.minutes(10)
    return { tab, rule }
  }

  test('shows its price, leads back to the same address, is written down, and ends by itself', async () => {
    const { tab, rule } = await atWall()
    const facts = await world.wall.wall(null, { tabId: tab })
    expect(facts?.passes.map(({ type, priceMinor }) => [type, priceMinor])).toEqual([
      ['minute', 100],
      ['quarter', 1500],
      ['day', 6000],
    ])
    await world.take('quarter', tab)
    expect(world.at(tab)).toBe(REDDIT)
    expect(await db.overrides.toArray()).toEqual([
      {
        rule,
        type: 'quarter',
        day: '2026-11-23',
        at: world.now,
        until: world.now + 15 * MINUTE_MS,
        priceMinor: 1500,
        currency: 'EUR',
      },
    ])
    await world.pass(15 * MINUTE_MS - 1)
    expect(world.at(tab)).toBe(REDDIT)
    await world.pass(1)
    expect(world.at(tab)).toBe(WALL)
  })

  test('of a minute is to be had once a day', async () => {
    const { tab } = await atWall()
    await world.take('minute', tab)
    await world.minutes(1)
    const facts = await world.wall.wall(null, { tabId: tab })
    expect(facts?.passes.map(({ type }) => type)).toEqual(['quarter', 'day'])
    await expect(world.take('minute', tab)).rejects.toThrow('error_pass_gone')
  })

  test('goes for every wall before the page, at one price', async () => {
    const { tab } = await atWall()
    await world.put(ruleOf({ bound: blocked('9:00–17:00') }))
    await world.look()
    await world.take('quarter', tab)
    await world.look()
    expect(world.at(tab)).toBe(REDDIT)
    const prices = (await db.overrides.toArray()).map(({ priceMinor }) => priceMinor)
    expect(prices.toSorted((a, b) => Number(a) - Number(b))).toEqual([0, 1500])
  })

  test('holds for the rule in every tab', async () => {
    const { tab } = await atWall()
    const other = world.open('https://x.com/')
    await world.look()
    expect(world.at(other)).toBe(WALL)
    await world.take('quarter', tab)
    await world.look()
    expect(world.at(other)).toBe('https://x.com/')
  })

  test('ends in a window that is visible, though another one has the focus', async () => {
    const { tab } = await atWall()
    await world.take('quarter', tab)
    const other = world.open(CNN, { windowId: 2 })
    world.front = other
    await world.look()
    expect(world.wakes.at(-1)).toBe(world.now + 15 * MINUTE_MS)
    await world.minutes(15)
    expect([world.at(tab), world.at(other)]).toEqual([WALL, CNN])
  })

  test('does not last longer for a clock that is set back', async () => {
    const { tab } = await atWall()
    await world.take('quarter', tab)
    await world.minutes(5)
    world.now -= 4 * MINUTE_MS
    await world.look()
    expect(world.at(tab)).toBe(WALL)
  })

  test('goes for the page of this tab only: a tab at no wall gets none', async () => {
    await atWall()
    await expect(world.take('day', 99)).rejects.toThrow('error_pass_gone')
    expect(await db.overrides.count()).toBe(0)
  })
})

describe('a lock', () => {
  const locked = async (more = {}) => {
    const tab = world.open(REDDIT)
    await world.put(
      ruleOf({
        strictness: 'lock',
        bound: { type: 'time', allowance: { per: 'day', of: EVERY_DAY(0) } },
        ...more,
      }),
    )
    return tab
  }

  test('has no passes but one emergency passage, after a minute of waiting, for ten minutes, once a week', async () => {
    const tab = await locked()
    expect(world.at(tab)).toBe(WALL)
    expect(await world.wall.wall(null, { tabId: tab })).toMatchObject({
      passes: [],
      emergency: { readyAt: null },
    })
    await expect(world.take('emergency', tab)).rejects.toThrow()
    await world.wall.askForEmergency(null, { tabId: tab })
    expect(await world.wall.wall(null, { tabId: tab })).toMatchObject({
      emergency: { readyAt: world.now + MINUTE_MS },
    })
    await world.pass(MINUTE_MS - 1)
    await expect(world.take('emergency', tab)).rejects.toThrow()
    await world.pass(1)
    await world.take('emergency', tab)
    expect(world.at(tab)).toBe(REDDIT)
    await world.minutes(10)
    expect(world.at(tab)).toBe(WALL)
    expect(await world.wall.wall(null, { tabId: tab })).toMatchObject({ passes: [], emergency: null })
  })

  test('that gave it up has none', async () => {
    const tab = await locked({ hasEmergency: false })
    expect(await world.wall.wall(null, { tabId: tab })).toMatchObject({ passes: [], emergency: null })
  })
})

describe('a pause before entry', () => {
  const always = ruleOf({
    strictness: 'pause',
    bound: { type: 'hours', are: 'blocked', ranges: EVERY_DAY([{ from: 0, to: 1440 }]) },
  })

  test('has to be sat through, holds for the rule in every tab, and until the visit ends', async () => {
    const tab = world.open(REDDIT)
    await world.put(always)
    expect(world.at(tab)).toBe(WALL)
    await world.pass(7_000)
    await world.wall.enter(null, { tabId: tab })
    expect(world.at(tab)).toBe(WALL)
    await world.pass(1_000)
    await world.wall.enter(null, { tabId: tab })
    expect(world.at(tab)).toBe(REDDIT)
    await world.minutes(30)
    expect(world.at(tab)).toBe(REDDIT)
    const other = world.open('https://x.com/')
    await world.look()
    expect(world.at(other)).toBe('https://x.com/')
    const elsewhere = world.open(CNN)
    await world.minutes(6)
    world.bring(tab)
    await world.look()
    expect(world.at(tab)).toBe(WALL)
    expect(world.at(elsewhere)).toBe(CNN)
  })

  test('is no shorter for a page that asks again', async () => {
    const tab = world.open(REDDIT)
    await world.put(always)
    const first = await world.wall.wall(null, { tabId: tab })
    await world.pass(3_000)
    const again = await world.wall.wall(null, { tabId: tab })
    expect(again?.pauseEndsAt).toBe(first?.pauseEndsAt)
    expect(first?.pauseEndsAt).toBe(MORNING + 8_000)
  })
})

describe('opens', () => {
  test('are counted at the beginning of a visit; the last one lasts as long as the visit', async () => {
    const tab = world.open(CNN)
    const rule = await world.put(
      ruleOf({ bound: { type: 'opens', allowance: { per: 'day', of: EVERY_DAY(1) } } }),
    )
    world.go(tab, REDDIT)
    await world.look()
    await world.minutes(20)
    expect(world.at(tab)).toBe(REDDIT)
    world.go(tab, CNN)
    await world.minutes(4)
    world.go(tab, REDDIT)
    await world.look()
    expect(world.at(tab)).toBe(REDDIT)
    world.go(tab, CNN)
    await world.minutes(6)
    world.go(tab, REDDIT)
    await world.look()
    expect(world.at(tab)).toBe(WALL)
    expect((await db.usage.toArray()).map(({ rule: id, opens }) => [id, opens])).toEqual([[rule, 1]])
  })
})

test('an open that nobody attends to is none, and a visit ends five minutes after the last attention', async () => {
  const rule = await world.put(
    ruleOf({ bound: { type: 'opens', allowance: { per: 'day', of: EVERY_DAY(2) } } }),
  )
  const opens = async () => (await db.usage.toArray()).find((row) => row.rule === rule)?.opens ?? 0
  world.presence = 'locked'
  world.open(REDDIT)
  await world.look()
  expect(await opens()).toBe(0)
  world.presence = 'active'
  await world.look()
  expect(await opens()).toBe(1)
  world.presence = 'locked'
  await world.look()
  await world.minutes(6)
  world.presence = 'active'
  await world.look()
  expect(await opens()).toBe(2)
})

describe('a page that asks before it is left', () => {
  test('stays with what was typed, and the wall stands before it in a tab of its own; coming back, it is tried again', async () => {
    const tab = world.open(REDDIT, { stays: true })
    await world.put(ruleOf())
    await world.minutes(10)
    expect(world.at(tab)).toBe(REDDIT)
    const wall = world.front as number
    expect([wall === tab, world.at(wall)]).toEqual([false, WALL])
    expect(await world.wall.wall(null, { tabId: wall })).toMatchObject({ surface: 'reddit.com/popular' })
    world.bring(tab)
    await world.look()
    expect(world.front).toBe(wall)
    expect(world.tabs.filter(({ isWall }) => isWall)).toHaveLength(1)
    world.tab(tab).stays = false
    world.bring(tab)
    await world.look()
    expect(world.at(tab)).toBe(WALL)
  })

  test('is before the person again after a pass', async () => {
    const tab = world.open(REDDIT, { stays: true })
    await world.put(ruleOf())
    await world.minutes(10)
    await world.take('quarter', world.front)
    expect(world.front).toBe(tab)
    expect(world.tabs).toHaveLength(1)
  })
})

describe('private windows', () => {
  const PRIVATE = { incognito: true }

  test('count for the rule in memory only, and are led to a blank page where ours cannot be shown', async () => {
    const tab = world.open(REDDIT, PRIVATE)
    const rule = await world.put(ruleOf())
    await world.minutes(10)
    expect(world.at(tab)).toBe('about:blank')
    expect(world.told).toContain(rule)
    expect(await world.usedMs(rule)).toBe(0)
    expect(JSON.stringify(await db.guard.toArray())).not.toContain('"open":{')
  })

  test('do not open what is spent already', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(10)
    const hidden = world.open(REDDIT, PRIVATE)
    await world.look()
    expect([tab, hidden].map(world.at)).toEqual([WALL, 'about:blank'])
  })
})

describe('what the person is told', () => {
  test('five minutes and one minute before the end, each once, with the icon counting down', async () => {
    world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(4)
    expect([world.told, world.guard.countdown]).toEqual([[], null])
    await world.minutes(1)
    expect([world.told, world.guard.countdown]).toEqual([['5 5'], '5m'])
    await world.minutes(4)
    expect([world.told, world.guard.countdown]).toEqual([['5 5', '1 1'], '1m'])
    world.startWorkerAgain()
    await world.look()
    expect(world.told).toHaveLength(2)
  })

  test('a notice is all that the gentlest rule does', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf({ strictness: 'notice' }))
    await world.minutes(30)
    expect(world.at(tab)).toBe(REDDIT)
    expect(world.told).toEqual(['5 5', '1 1', '0 spent'])
  })

  test('fifteen minutes, five minutes and a minute before the cutoff', async () => {
    world.open(REDDIT)
    await world.put(ruleOf({ bound: { type: 'cutoff', evenings: EVERY_DAY(10 * 60 + 30), morning: 6 * 60 } }))
    await world.minutes(29)
    expect(world.told).toEqual(['15 15', '5 5', '1 1'])
    await world.minutes(1)
    expect(world.at(world.front as number)).toBe(WALL)
  })
})

describe('the clock and the time zone', () => {
  const evening = ruleOf({ bound: { type: 'cutoff', evenings: EVERY_DAY(10 * 60 + 30), morning: 11 * 60 } })

  test.each([
    ['set back by an hour', () => (world.now -= HOUR_MS)],
    ['set to a time zone three hours west', () => (world.offsetMinutes = -180)],
  ])('hours that were closed stay so when the clock is %s', async (_how, move) => {
    const tab = world.open(REDDIT)
    await world.put(evening)
    await world.minutes(40)
    expect(world.at(tab)).toBe(WALL)
    move()
    await world.look()
    expect(world.at(tab)).toBe(WALL)
    await world.minutes(20)
    expect(world.at(tab)).toBe(REDDIT)
  })

  test('a day that comes twice gives no second ration', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(10)
    world.now -= 24 * HOUR_MS
    await world.look()
    expect(world.at(tab)).toBe(WALL)
    world.now += 24 * HOUR_MS
    await world.look()
    expect(world.at(tab)).toBe(WALL)
  })
})

describe('a loosening', () => {
  const at = { tabId: null }

  test('waits for tomorrow and is told; figures of the rule stay as they are until then', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf())
    await world.minutes(10)
    const wider = ruleOf({ id, bound: { type: 'time', allowance: { per: 'day', of: EVERY_DAY(60) } } })
    const { from } = await world.firewall.putRule({ rule: wider, pin: null }, at)
    expect(from).toBe(Date.UTC(2026, 10, 24, 4))
    await world.look()
    expect(world.at(tab)).toBe(WALL)
    expect(await db.log.toArray()).toEqual([{ at: expect.any(Number), type: 'weaken', rule: id, from }])
    await world.firewall.takeBackChange({ id }, at)
    expect((await world.firewall.firewall(null, at)).rules[0]).toMatchObject({ next: null })
  })

  test('of a surface is the record’s at once, the limit’s only tomorrow', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    world.wanted = { ...world.wanted, opinions: [{ surface: 'reddit.com/popular', kind: 'work' }] }
    await world.minutes(10)
    expect(world.at(tab)).toBe(WALL)
    expect((await world.firewall.firewall(null, at)).termsFrom).toBe(Date.UTC(2026, 10, 24, 4))
    world.now = Date.UTC(2026, 10, 24, 4)
    await world.look()
    await world.minutes(30)
    expect(world.at(tab)).toBe(REDDIT)
  })

  test('a deletion holds tomorrow, too', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf())
    await world.firewall.removeRule({ id, pin: null }, at)
    await world.minutes(10)
    expect(world.at(tab)).toBe(WALL)
    world.now = Date.UTC(2026, 10, 24, 4)
    await world.look()
    expect(await db.limits.count()).toBe(0)
    expect(world.at(tab)).toBe(REDDIT)
  })

  test('asks for the PIN where there is one', async () => {
    const id = await world.put(ruleOf())
    await world.firewall.setPin({ pin: '2468', old: null }, at)
    await expect(world.firewall.removeRule({ id, pin: '1111' }, at)).rejects.toThrow('error_pin_wrong')
    await expect(world.firewall.removeRule({ id, pin: null }, at)).rejects.toThrow('error_pin_wrong')
    expect((await world.firewall.removeRule({ id, pin: '2468' }, at)).from).not.toBeNull()
  })
})

describe('the wall trusts the worker alone', () => {
  test('one from before the browser was started stands for nothing', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(10)
    await world.startBrowserAgain()
    expect(await world.wall.wall(null, { tabId: tab })).toBeNull()
  })

  test('no address is written to the disk', async () => {
    world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(10)
    const stores = await Promise.all(db.tables.map((table) => table.toArray()))
    expect(JSON.stringify(stores)).not.toMatch(/reddit|https:/)
  })

  test('it follows its tab under another name, and goes with it', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(10)
    await world.guard.use(() => world.guard.walls.replace(tab, 77))
    expect(await world.wall.wall(null, { tabId: 77 })).toMatchObject({ surface: 'reddit.com/popular' })
    expect(await world.wall.wall(null, { tabId: tab })).toBeNull()
  })
})

test('while nothing happens that a rule is about, nothing is written', async () => {
  world.open(CNN)
  await world.put(ruleOf())
  await world.minutes(1)
  const before = world.writes
  await world.minutes(10)
  expect(world.writes - before).toBe(0)
  expect(world.wakes.at(-1)).toBe(Infinity)
})
