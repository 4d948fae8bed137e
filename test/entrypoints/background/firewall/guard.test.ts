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

describe('an allowance', () => {
  test('takes the front page to the wall the moment it is used up', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.wait(10 * MINUTE_MS - 1)
    expect(world.at(tab)).toBe(REDDIT)
    await world.wait(1)
    expect(world.at(tab)).toBe(WALL)
    expect(world.wakes).toContain(MORNING + 10 * MINUTE_MS)
    expect(world.reported).toEqual([])
  })

  test('stops the page in front, until the person is elsewhere', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(9)
    expect(world.guard.isFrontStopped).toBe(false)
    await world.wait(MINUTE_MS)
    expect(world.guard.isFrontStopped).toBe(true)
    world.go(tab, CNN)
    await world.look()
    expect(world.guard.isFrontStopped).toBe(false)
  })

  test('counts only pages that its rule covers', async () => {
    const tab = world.open(CNN)
    const rule = await world.put(ruleOf())
    await world.minutes(30)
    expect(await world.usedMs(rule)).toBe(0)
    world.go(tab, REDDIT)
    await world.look()
    await world.minutes(4)
    expect(await world.usedMs(rule)).toBe(4 * MINUTE_MS)
  })

  test('takes visible and audible tabs in the background to the wall, but not hidden silent ones', async () => {
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

  test('ends at the same moment if the worker was killed in between', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(6)
    world.startWorkerAgain()
    await world.wait(4 * MINUTE_MS - 1)
    expect(world.at(tab)).toBe(REDDIT)
    await world.wait(1)
    expect(world.at(tab)).toBe(WALL)
  })

  test('stays used after the browser was killed', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(6)
    await world.startBrowserAgain()
    await world.look()
    await world.minutes(4)
    expect(world.at(tab)).toBe(WALL)
  })

  test('is not refilled by clearing the record', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(6)
    await db.spans.clear()
    await db.days.clear()
    world.startWorkerAgain()
    await world.minutes(4)
    expect(world.at(tab)).toBe(WALL)
  })

  test('does not count absence, and takes back the time since the last input', async () => {
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

  test('is full again the next day, and the wall in front of the person returns to its page', async () => {
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

  test('is full again the next day, but the wall stays while nobody is there', async () => {
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
  test('counts what was recorded earlier today', async () => {
    await db.spans.add(
      spanOf({ surface: 'reddit.com', start: MORNING - HOUR_MS, ms: 7 * MINUTE_MS, utcOffsetMinutes: 0 }),
    )
    const preview = await world.firewall.previewRule({ rule: ruleOf() }, { tabId: null })
    expect(preview).toMatchObject({ used: { ms: 7 * MINUTE_MS }, allowed: 10, closesNow: false, from: null })
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.wait(3 * MINUTE_MS - 1)
    expect(world.at(tab)).toBe(REDDIT)
    await world.wait(1)
    expect(world.at(tab)).toBe(WALL)
  })

  test('already used up closes at once, and its preview says so', async () => {
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

  test('shows its price, leads back to the same address, is stored, and ends by itself', async () => {
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
    await world.wait(15 * MINUTE_MS - 1)
    expect(world.at(tab)).toBe(REDDIT)
    await world.wait(1)
    expect(world.at(tab)).toBe(WALL)
  })

  test('of one minute is offered once a day', async () => {
    const { tab } = await atWall()
    await world.take('minute', tab)
    await world.minutes(1)
    const facts = await world.wall.wall(null, { tabId: tab })
    expect(facts?.passes.map(({ type }) => type)).toEqual(['quarter', 'day'])
    await expect(world.take('minute', tab)).rejects.toThrow('error_pass_gone')
  })

  test('opens all walls of the page at one price', async () => {
    const { tab } = await atWall()
    await world.put(ruleOf({ bound: blocked('9:00–17:00') }))
    await world.look()
    await world.take('quarter', tab)
    await world.look()
    expect(world.at(tab)).toBe(REDDIT)
    const prices = (await db.overrides.toArray()).map(({ priceMinor }) => priceMinor)
    expect(prices.toSorted((a, b) => Number(a) - Number(b))).toEqual([0, 1500])
  })

  test('opens the rule in every tab', async () => {
    const { tab } = await atWall()
    const other = world.open('https://x.com/')
    await world.look()
    expect(world.at(other)).toBe(WALL)
    await world.take('quarter', tab)
    await world.look()
    expect(world.at(other)).toBe('https://x.com/')
  })

  test('ends for a visible page even if another window has focus', async () => {
    const { tab } = await atWall()
    await world.take('quarter', tab)
    const other = world.open(CNN, { windowId: 2 })
    world.front = other
    await world.look()
    // Five minutes before, for the warning.
    expect(world.wakes.at(-1)).toBe(world.now + 10 * MINUTE_MS)
    await world.wait(15 * MINUTE_MS - 1)
    expect(world.at(tab)).toBe(REDDIT)
    await world.wait(1)
    expect([world.at(tab), world.at(other)]).toEqual([WALL, CNN])
  })

  test('is not extended by setting the clock back', async () => {
    const { tab } = await atWall()
    await world.take('quarter', tab)
    await world.minutes(5)
    world.now -= 4 * MINUTE_MS
    await world.look()
    expect(world.at(tab)).toBe(WALL)
  })

  test('for the day must be asked for and waited for, and asking again gives nothing', async () => {
    const { tab } = await atWall()
    const ask = () => world.wall.askForPass({ type: 'day' }, { tabId: tab })
    await expect(world.take('day', tab)).rejects.toThrow('error_pass_gone')
    await ask()
    await ask()
    await expect(world.take('day', tab)).rejects.toThrow('error_pass_gone')
    await world.wait(9_999)
    await ask()
    await expect(world.take('day', tab)).rejects.toThrow('error_pass_gone')
    expect(await db.overrides.count()).toBe(0)
    await world.wait(1)
    await world.take('day', tab)
    expect(world.at(tab)).toBe(REDDIT)
    await expect(world.take('day', tab)).rejects.toThrow('error_pass_gone')
    expect((await db.overrides.toArray()).map(({ type }) => type)).toEqual(['day'])
  })

  test('for the day is waited for as long after the page asked again, and after a restart of the worker', async () => {
    const { tab } = await atWall()
    await world.wall.askForPass({ type: 'day' }, { tabId: tab })
    const asked = world.now
    await world.wait(4_000)
    world.startWorkerAgain()
    expect((await world.wall.wall(null, { tabId: tab }))?.dayReadyAt).toBe(asked + 10_000)
  })

  test('for the day is not given after the wait was ended', async () => {
    const { tab } = await atWall()
    await world.wall.askForPass({ type: 'day' }, { tabId: tab })
    await world.wall.dropPass({ type: 'day' }, { tabId: tab })
    expect((await world.wall.wall(null, { tabId: tab }))?.dayReadyAt).toBeNull()
    await world.wait(10_000)
    await expect(world.take('day', tab)).rejects.toThrow('error_pass_gone')
  })

  test('cannot be taken by a tab without a wall', async () => {
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

  test('offers only an emergency pass: ten minutes, after a minute of waiting, once a week', async () => {
    const tab = await locked()
    expect(world.at(tab)).toBe(WALL)
    expect(await world.wall.wall(null, { tabId: tab })).toMatchObject({
      passes: [],
      emergency: { readyAt: null },
    })
    await expect(world.take('emergency', tab)).rejects.toThrow()
    await world.wall.askForPass({ type: 'emergency' }, { tabId: tab })
    expect(await world.wall.wall(null, { tabId: tab })).toMatchObject({
      emergency: { readyAt: world.now + MINUTE_MS },
    })
    await world.wait(MINUTE_MS - 1)
    await expect(world.take('emergency', tab)).rejects.toThrow()
    await world.wait(1)
    await world.take('emergency', tab)
    expect(world.at(tab)).toBe(REDDIT)
    await world.minutes(10)
    expect(world.at(tab)).toBe(WALL)
    expect(await world.wall.wall(null, { tabId: tab })).toMatchObject({ passes: [], emergency: null })
  })

  test('without the emergency option offers no pass', async () => {
    const tab = await locked({ hasEmergency: false })
    expect(await world.wall.wall(null, { tabId: tab })).toMatchObject({ passes: [], emergency: null })
  })
})

describe('a pause before entry', () => {
  const always = ruleOf({
    strictness: 'pause',
    bound: { type: 'hours', are: 'blocked', ranges: EVERY_DAY([{ from: 0, to: 1440 }]) },
  })

  test('must be waited out once for the rule in all tabs, until the visit ends', async () => {
    const tab = world.open(REDDIT)
    await world.put(always)
    expect(world.at(tab)).toBe(WALL)
    await world.wait(7_000)
    await world.wall.enter(null, { tabId: tab })
    expect(world.at(tab)).toBe(WALL)
    await world.wait(1_000)
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

  test('keeps its end when the page asks again', async () => {
    const tab = world.open(REDDIT)
    await world.put(always)
    const first = await world.wall.wall(null, { tabId: tab })
    await world.wait(3_000)
    const again = await world.wall.wall(null, { tabId: tab })
    expect(again?.pauseEndsAt).toBe(first?.pauseEndsAt)
    expect(first?.pauseEndsAt).toBe(MORNING + 8_000)
  })
})

describe('opens', () => {
  test('are counted when a visit begins, and the last visit may go on', async () => {
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

test('an unattended page is no open, and a visit ends five minutes after the last attention', async () => {
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

describe('a page that asks before it unloads', () => {
  test('stays behind a wall in a new tab, and is tried again when it comes to the front', async () => {
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

  test('comes to the front again after a pass', async () => {
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

  test('are counted in memory only, and closed with a blank page if the wall cannot be shown', async () => {
    const tab = world.open(REDDIT, PRIVATE)
    const rule = await world.put(ruleOf())
    await world.minutes(10)
    expect(world.at(tab)).toBe('about:blank')
    expect(world.told).toContain(rule)
    expect(await world.usedMs(rule)).toBe(0)
    expect(JSON.stringify(await db.guard.toArray())).not.toContain('"open":{')
  })

  test('do not open a page whose allowance is used up', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(10)
    const hidden = world.open(REDDIT, PRIVATE)
    await world.look()
    expect([tab, hidden].map(world.at)).toEqual([WALL, 'about:blank'])
  })
})

describe('warnings', () => {
  test('come once each five minutes and one minute before the end, and the icon knows when that is', async () => {
    world.open(REDDIT)
    await world.put(ruleOf())
    const end = world.now + 10 * MINUTE_MS
    await world.minutes(4)
    expect([world.told, world.guard.endsAt]).toEqual([[], end])
    await world.minutes(1)
    expect([world.told, world.guard.endsAt]).toEqual([['5 5'], end])
    await world.minutes(4)
    expect([world.told, world.guard.endsAt]).toEqual([['5 5', '1 1'], end])
    world.startWorkerAgain()
    await world.look()
    expect(world.told).toHaveLength(2)
  })

  test('are all that a rule of strictness notice does', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf({ strictness: 'notice' }))
    await world.minutes(30)
    expect(world.at(tab)).toBe(REDDIT)
    expect(world.told).toEqual(['5 5', '1 1', '0 spent'])
  })

  test('come fifteen, five and one minute before the cutoff', async () => {
    world.open(REDDIT)
    await world.put(ruleOf({ bound: { type: 'cutoff', evenings: EVERY_DAY(10 * 60 + 30), morning: 6 * 60 } }))
    await world.minutes(29)
    expect(world.told).toEqual(['15 15', '5 5', '1 1'])
    await world.minutes(1)
    expect(world.at(world.front as number)).toBe(WALL)
  })
})

describe('a changed clock', () => {
  const evening = ruleOf({ bound: { type: 'cutoff', evenings: EVERY_DAY(10 * 60 + 30), morning: 11 * 60 } })

  test.each([
    ['back by an hour', () => (world.now -= HOUR_MS)],
    ['to a time zone three hours west', () => (world.offsetMinutes = -180)],
  ])('set %s does not open closed hours', async (_how, move) => {
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

  test('that repeats a day does not refill its allowance', async () => {
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

  test('takes effect tomorrow, is logged, and can be taken back until then', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf())
    await world.minutes(10)
    const wider = ruleOf({ id, bound: { type: 'time', allowance: { per: 'day', of: EVERY_DAY(60) } } })
    const { from } = await world.firewall.putRule({ rule: wider, pin: null }, at)
    expect(from).toBe(Date.UTC(2026, 10, 24, 4))
    await world.look()
    expect(world.at(tab)).toBe(WALL)
    const weakened = await db.log.filter(({ type }) => type === 'weaken').toArray()
    expect(weakened).toEqual([{ at: expect.any(Number), type: 'weaken', rule: id, from }])
    await world.firewall.takeBackChange({ id }, at)
    expect((await world.firewall.firewall(null, at)).rules[0]).toMatchObject({ next: null })
  })

  test('through the kind of a surface applies to limits only from tomorrow', async () => {
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

  test('is kept with the instant from which it held, once, however often the worker is killed', async () => {
    const id = await world.put(ruleOf())
    const wider = ruleOf({ id, bound: { type: 'time', allowance: { per: 'day', of: EVERY_DAY(60) } } })
    const { from } = await world.firewall.putRule({ rule: wider, pin: null }, at)
    const healed = Date.UTC(2026, 10, 25, 4)
    for (const now of [Date.UTC(2026, 10, 24, 9), Date.UTC(2026, 10, 25, 7)]) {
      world.now = now
      for (const _ of ['once', 'twice']) {
        world.startWorkerAgain()
        await world.look()
      }
    }
    const stood = await db.log.filter(({ type }) => type === 'rule').toArray()
    expect(stood).toMatchObject([
      { id, rule: { bound: ruleOf().bound } },
      { at: from, id, rule: { bound: wider.bound } },
      { at: healed, id, rule: { bound: ruleOf().bound } },
    ])
  })

  test('through deletion takes effect tomorrow', async () => {
    const tab = world.open(REDDIT)
    const id = await world.put(ruleOf())
    world.startWorkerAgain()
    await world.firewall.removeRule({ id, pin: null }, at)
    await world.minutes(10)
    expect(world.at(tab)).toBe(WALL)
    world.now = Date.UTC(2026, 10, 24, 4)
    await world.look()
    expect(await db.limits.count()).toBe(0)
    expect(world.at(tab)).toBe(REDDIT)
  })

  test('requires the PIN if one is set', async () => {
    const id = await world.put(ruleOf())
    world.startWorkerAgain()
    await world.firewall.setPin({ pin: '2468', old: null }, at)
    await expect(world.firewall.removeRule({ id, pin: '1111' }, at)).rejects.toThrow('error_pin_wrong')
    await expect(world.firewall.removeRule({ id, pin: null }, at)).rejects.toThrow('error_pin_wrong')
    expect((await world.firewall.removeRule({ id, pin: '2468' }, at)).from).not.toBeNull()
  })
})

describe('a wall', () => {
  test('restored after a restart of the browser is inert', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(10)
    await world.startBrowserAgain()
    expect(await world.wall.wall(null, { tabId: tab })).toBeNull()
  })

  test('writes no address to the disk', async () => {
    world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(10)
    const stores = await Promise.all(db.tables.map((table) => table.toArray()))
    expect(JSON.stringify(stores)).not.toMatch(/reddit|https:/)
  })

  test('follows its tab when the tab id is replaced', async () => {
    const tab = world.open(REDDIT)
    await world.put(ruleOf())
    await world.minutes(10)
    await world.guard.use(() => world.guard.walls.replace(tab, 77))
    expect(await world.wall.wall(null, { tabId: 77 })).toMatchObject({ surface: 'reddit.com/popular' })
    expect(await world.wall.wall(null, { tabId: tab })).toBeNull()
  })
})

test('nothing is written while no rule covers the front page', async () => {
  world.open(CNN)
  await world.put(ruleOf())
  await world.minutes(1)
  const before = world.writes
  await world.minutes(10)
  expect(world.writes - before).toBe(0)
  expect(world.wakes.at(-1)).toBe(Infinity)
})
