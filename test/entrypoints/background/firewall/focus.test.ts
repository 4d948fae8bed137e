/** Focus hours against everything that may happen while they run. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { FocusWish } from '../../../../domain/firewall/focus'
import type { FocusRow } from '../../../../domain/firewall/focus-row'
import { HOUR_MS, MINUTE_MS } from '../../../../domain/time/local-time'
import { db } from '../../../../storage/base/db'
import { lastFocusRow } from '../../../../storage/firewall/focus-log'
import { focusBound, wishFor } from '../../../fixtures/focus'
import { GuardedWorld, MORNING, WALL } from '../../../fixtures/guarded-world'
import { minutes, ruleOf, TERMS } from '../../../fixtures/rules'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const FEED = 'https://www.reddit.com/r/all'
const UNKNOWN = 'https://somewhere.example/page'
const NAMED = 'https://www.coursera.org/learn'
const PAGE = { tabId: null }

let world: GuardedWorld
let tab: number

beforeEach(async () => {
  world = await GuardedWorld.empty()
  tab = world.open(NAMED)
  await world.look()
})

const start = (more: Partial<FocusWish> = {}) => world.focus.startFocus(wishFor(more), PAGE)
const visit = async (address: string): Promise<string> => {
  world.go(tab, address)
  await world.look()
  return world.at(tab)
}
/** Looks next at an instant, as after a sleep. */
const jumpTo = async (at: number): Promise<void> => {
  world.now = at
  await world.look()
}
const row = (): Promise<FocusRow | null> => lastFocusRow(world.now)
const rules = () => db.limits.toArray()

describe('a focus hour', () => {
  test('closes at once what is in front, unknown sites too, and leaves what was named', async () => {
    await visit(FEED)
    await start()
    expect(world.at(tab)).toBe(WALL)
    expect(await visit(UNKNOWN)).toBe(WALL)
    expect(await visit(NAMED)).toBe(NAMED)
    expect(await visit('https://github.com/zeitwert')).toBe('https://github.com/zeitwert')
  })

  test('ends by itself: its rule is removed, its row completed, and the page behind the wall comes back', async () => {
    await start()
    await visit(FEED)
    await world.minutes(49)
    expect(world.at(tab)).toBe(WALL)
    await world.minutes(1)
    expect(world.at(tab)).toBe(FEED)
    expect(await rules()).toEqual([])
    expect(await row()).toMatchObject({ until: MORNING + 50 * MINUTE_MS, endedAt: MORNING + 50 * MINUTE_MS })
    expect(world.focusEnds).toEqual([{ turnedAway: 1, lateMs: 0 }])
  })

  test('wakes the worker at its end, although no page in sight is closed', async () => {
    await start()
    expect(world.wakes.at(-1)).toBe(MORNING + 50 * MINUTE_MS)
  })

  test('opens in its breaks, and leads back when one begins', async () => {
    await start({ workMinutes: 25, breakMinutes: 5 })
    await visit(FEED)
    await jumpTo(MORNING + 25 * MINUTE_MS)
    expect(world.at(tab)).toBe(FEED)
    await jumpTo(MORNING + 30 * MINUTE_MS)
    expect(world.at(tab)).toBe(WALL)
  })

  test.each([1, 2, 4, 45])(
    'ends no earlier if the clock is set back by %i min and the worker is killed, again and again',
    async (minutesBack) => {
      await start()
      await visit(FEED)
      for (let times = 0; times < 10; times += 1) {
        await world.minutes(2)
        await jumpTo(world.now - minutesBack * MINUTE_MS)
        world.startWorkerAgain()
        await world.look()
      }
      await world.minutes(29)
      expect(world.at(tab)).toBe(WALL)
      await world.minutes(1)
      expect(world.at(tab)).toBe(FEED)
    },
  )

  test('is the only one that runs', async () => {
    await start()
    await expect(start()).rejects.toThrow('error_focus_runs')
    expect(await rules()).toHaveLength(1)
  })

  test('is refused if nothing stays open', async () => {
    await expect(start({ named: [] })).rejects.toThrow('error_unexpected')
    expect(await rules()).toEqual([])
  })
})

describe('visits that are turned away', () => {
  const counted = async () => (await db.usage.toArray()).reduce((sum, { opens }) => sum + opens, 0)

  test('count once: not at every look, and not when the page is tried again at once', async () => {
    await start()
    await visit(FEED)
    await world.minutes(2)
    await visit(FEED)
    await visit(FEED)
    expect(await counted()).toBe(1)
  })

  test('count again after five minutes, and on another site', async () => {
    await start()
    await visit(FEED)
    await world.minutes(6)
    await visit(FEED)
    await visit(UNKNOWN)
    expect(await counted()).toBe(3)
  })

  test('do not count if the page was in front before the hour began, or in a break', async () => {
    await visit(FEED)
    await db.spans.add({
      id: 'a',
      day: '2026-11-23',
      device: 'desk',
      site: 'reddit.com',
      surface: 'reddit.com/popular',
      start: MORNING - MINUTE_MS,
      end: MORNING,
      utcOffsetMinutes: 0,
      origin: 'measured',
    })
    await start({ workMinutes: 10, breakMinutes: 5 })
    expect(world.at(tab)).toBe(WALL)
    expect(await counted()).toBe(0)
    await world.minutes(15)
    expect(world.at(tab)).toBe(WALL)
    expect(await counted()).toBe(0)
  })

  test('count if the worker was killed in between, once', async () => {
    await start()
    await visit(FEED)
    world.startWorkerAgain()
    await visit(FEED)
    await jumpTo(MORNING + 50 * MINUTE_MS)
    expect((await row())?.turnedAway).toBe(1)
    expect(world.focusEnds).toEqual([{ turnedAway: 1, lateMs: 0 }])
  })

  test('do not count in private windows', async () => {
    await start()
    world.open(FEED, { incognito: true, windowId: 2 })
    world.bring(world.tabs.at(-1)!.id)
    await world.look()
    expect(world.tabs.at(-1)?.address).not.toBe(FEED)
    expect(await counted()).toBe(0)
  })
})

describe('whatever happens meanwhile', () => {
  test.each<[words: string, happen: () => unknown]>([
    ['the worker is killed', () => world.startWorkerAgain()],
    ['the browser is restarted', () => world.startBrowserAgain()],
    ['the computer sleeps for a while', () => (world.now += 20 * MINUTE_MS)],
    ['the time zone moves east', () => (world.offsetMinutes = 14 * 60)],
    ['the time zone moves west', () => (world.offsetMinutes = -11 * 60)],
    ['the day starts at another hour', () => (world.wanted = { ...TERMS, dayStartHour: 11 })],
    ['the database cannot be written', () => (world.cannotWrite = true)],
    [
      'the site is given a kind that was named',
      () => (world.wanted = { ...TERMS, opinions: [{ surface: 'reddit.com', kind: 'work' }] }),
    ],
    [
      'the site is excluded',
      () => (world.wanted = { ...TERMS, opinions: [{ surface: 'reddit.com', excluded: 1 }] }),
    ],
    [
      'the site counts as a named one',
      () => (world.wanted = { ...TERMS, opinions: [{ surface: 'reddit.com', joined: 'github.com' }] }),
    ],
  ])('%s: it goes on to its end', async (_words, happen) => {
    await start()
    await happen()
    expect(await visit(FEED)).toBe(WALL)
    await jumpTo(MORNING + 50 * MINUTE_MS - 1)
    expect(await visit(FEED)).toBe(WALL)
    await jumpTo(MORNING + 50 * MINUTE_MS)
    expect(world.at(tab)).toBe(FEED)
  })

  test.each([1, 7, 90])(
    'the clock is set back by %i h: it moves along, and is no longer and no shorter',
    async (hours) => {
      await start({ workMinutes: 25, breakMinutes: 5 })
      await visit(FEED)
      await jumpTo(MORNING + 10 * MINUTE_MS)
      world.now -= hours * HOUR_MS
      const back = world.now
      await world.look()
      expect((await rules())[0]?.rule.bound).toEqual(focusBound(MORNING - hours * HOUR_MS, 50, [25, 5]))
      expect(world.at(tab)).toBe(WALL)
      await jumpTo(back + 15 * MINUTE_MS)
      expect(world.at(tab)).toBe(FEED)
      await jumpTo(back + 20 * MINUTE_MS)
      expect(world.at(tab)).toBe(WALL)
      await jumpTo(back + 40 * MINUTE_MS - 1)
      expect(world.at(tab)).toBe(WALL)
      await jumpTo(back + 40 * MINUTE_MS)
      expect(await rules()).toEqual([])
      expect(await row()).toMatchObject({ at: MORNING - hours * HOUR_MS, endedAt: back + 40 * MINUTE_MS })
    },
  )

  test('the clock is set back while the browser is closed: it moves along, to within five minutes', async () => {
    await start()
    for (let at = 1; at <= 40; at += 1) await jumpTo(MORNING + at * MINUTE_MS)
    await world.startBrowserAgain()
    await jumpTo(MORNING + 15 * MINUTE_MS)
    const { bound } = (await rules())[0]!.rule
    const leftMs = bound.type === 'focus' ? bound.endsAt - world.now : NaN
    expect(leftMs).toBeGreaterThanOrEqual(10 * MINUTE_MS)
    expect(leftMs).toBeLessThanOrEqual(15 * MINUTE_MS)
  })

  test('the clock is set back in many small steps: they add up', async () => {
    await start()
    await visit(FEED)
    for (let step = 0; step < 20; step += 1) {
      world.now += 500
      await world.look()
      world.now -= 1500
      await world.look()
    }
    const { bound } = (await rules())[0]!.rule
    expect(bound.type === 'focus' && bound.endsAt - world.now).toBeLessThanOrEqual(50 * MINUTE_MS)
  })

  test('its end is found after the browser was closed, and is not told late', async () => {
    await start()
    await visit(FEED)
    await world.startBrowserAgain()
    world.now += 5 * HOUR_MS
    await world.look()
    expect(await rules()).toEqual([])
    expect(await row()).toMatchObject({ turnedAway: 1, endedAt: MORNING + 50 * MINUTE_MS })
    expect(world.focusEnds.map(({ lateMs }) => lateMs)).toEqual([5 * HOUR_MS - 50 * MINUTE_MS])
  })

  test('a worker that is killed at the end tells it again under the same name, and completes the row once', async () => {
    await start()
    world.now += 50 * MINUTE_MS
    await world.look()
    world.startWorkerAgain()
    await world.look()
    expect(world.focusEnds).toHaveLength(1)
    expect((await db.log.toArray()).filter(({ type }) => type === 'focus')).toHaveLength(1)
  })

  test('its copy outside the database brings it back', async () => {
    await start()
    const copy = (await fakeBrowser.storage.local.get('limits'))['limits'] as { rules: { id: string }[] }
    expect(copy.rules.map(({ id }) => id)).toEqual((await rules()).map(({ id }) => id))
  })
})

describe('nothing ends it sooner', () => {
  const id = async () => (await rules())[0]!.id

  test('not deleting its rule, not changing it, and no rule of its kind can be set', async () => {
    await start()
    world.startWorkerAgain()
    await expect(world.firewall.removeRule({ id: await id(), pin: null }, PAGE)).rejects.toThrow(
      'error_focus_runs',
    )
    const { rule } = (await rules())[0]!
    const weaker = { ...rule, bound: minutes(600) }
    await expect(world.firewall.putRule({ rule: weaker, pin: null }, PAGE)).rejects.toThrow(
      'error_focus_runs',
    )
    const shorter = { ...rule, bound: focusBound(MORNING, 10) }
    await expect(world.firewall.putRule({ rule: shorter, pin: null }, PAGE)).rejects.toThrow(
      'error_unexpected',
    )
    expect((await rules())[0]?.rule).toEqual(rule)
  })

  test('it can be made longer, up to twelve hours, and not shorter', async () => {
    await start()
    await world.focus.lengthenFocus({ minutes: 10 }, PAGE)
    await expect(world.focus.lengthenFocus({ minutes: -10 }, PAGE)).rejects.toThrow('error_unexpected')
    await expect(world.focus.lengthenFocus({ minutes: 700 }, PAGE)).rejects.toThrow('error_unexpected')
    expect((await rules())[0]?.rule.bound).toEqual(focusBound(MORNING, 60))
    expect((await row())?.until).toBe(MORNING + 60 * MINUTE_MS)
  })

  test('a wall can be taken back in its first minute, as if it had never begun', async () => {
    await visit(FEED)
    await start()
    await world.focus.takeBackFocus(null, PAGE)
    expect(world.at(tab)).toBe(FEED)
    expect([await rules(), await row(), world.focusEnds]).toEqual([[], null, []])
  })

  test('a wall cannot be taken back once a pass was taken', async () => {
    await start()
    await visit(FEED)
    await world.take('minute', tab)
    await expect(world.focus.takeBackFocus(null, PAGE)).rejects.toThrow('error_focus_runs')
  })

  test('a lock cannot be taken back', async () => {
    await start({ strictness: 'lock' })
    await expect(world.focus.takeBackFocus(null, PAGE)).rejects.toThrow('error_focus_runs')
  })
})

describe('passes', () => {
  const offers = async () => {
    const facts = await world.wall.wall(null, { tabId: tab })
    return [...(facts?.passes.map(({ type }) => type) ?? []), facts?.emergency?.offer.type].filter(Boolean)
  }

  test('of a wall are a minute, once a day, and a quarter of an hour, never the day', async () => {
    await start()
    await visit(FEED)
    expect(await offers()).toEqual(['minute', 'quarter'])
    await world.take('minute', tab)
    expect(world.at(tab)).toBe(FEED)
    await world.minutes(1.5)
    expect(world.at(tab)).toBe(WALL)
    expect(await offers()).toEqual(['quarter'])
  })

  test('of a limit that is used up are not for the day either, while a focus hour is in the way', async () => {
    await world.put(ruleOf({ bound: minutes(0) }))
    await start()
    await visit(FEED)
    expect(await offers()).toEqual(['minute', 'quarter'])
    await jumpTo(MORNING + 50 * MINUTE_MS)
    expect(await offers()).toEqual(['minute', 'quarter', 'day'])
  })

  test('of a lock are one emergency pass a week, whichever focus hour it was taken in', async () => {
    await start({ strictness: 'lock' })
    await visit(FEED)
    expect(await offers()).toEqual(['emergency'])
    await world.wall.askForPass({ type: 'emergency' }, { tabId: tab })
    await world.minutes(1)
    await world.take('emergency', tab)
    expect(world.at(tab)).toBe(FEED)
    await jumpTo(MORNING + HOUR_MS)
    await start({ strictness: 'lock' })
    await visit(FEED)
    expect(await offers()).toEqual([])
  })
})
