/** What is visible is in front for rules, whether or not the browser calls it active. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { EVERY_DAY } from '../../../../domain/firewall/rule'
import { MINUTE_MS } from '../../../../domain/time/local-time'
import { db } from '../../../../storage/base/db'
import { GuardedWorld, WALL } from '../../../fixtures/guarded-world'
import { blocked, minutes, ruleOf } from '../../../fixtures/rules'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const FEED = 'https://www.reddit.com/r/all'
const OTHER_FEED = 'https://x.com/'
const DOCS = 'https://github.com/'
const LOCK = ruleOf({ strictness: 'lock', bound: minutes(0) })

let world: GuardedWorld
beforeEach(async () => {
  world = await GuardedWorld.empty()
})

/** A page in front, and a feed in sight beside it. */
const BESIDE: [form: string, open: (front: string) => number][] = [
  [
    'the other half of a split view',
    (front) => {
      const feed = world.open(FEED, { split: 4 })
      world.open(front, { split: 4 })
      return feed
    },
  ],
  [
    'a window beside it',
    (front) => {
      const feed = world.open(FEED, { windowId: 2 })
      world.open(front)
      return feed
    },
  ],
  [
    'a picture in picture of a hidden tab',
    (front) => {
      const feed = world.open(FEED, { pictureIn: 3 })
      world.windows[3] = { isOnTop: true }
      world.open(front)
      return feed
    },
  ],
]

describe.each(BESIDE)('a feed in %s', (_form, open) => {
  test('uses up its allowance while another page is in front, and closes at once', async () => {
    const feed = open(DOCS)
    const rule = await world.put(ruleOf())
    await world.minutes(6)
    expect(await world.usedMs(rule)).toBe(6 * MINUTE_MS)
    await world.wait(4 * MINUTE_MS - 1)
    expect(world.at(feed)).toBe(FEED)
    await world.wait(1)
    expect(world.at(feed)).toBe(WALL)
    expect(world.reported).toEqual([])
  })

  test('is walled at once under a lock', async () => {
    const feed = open(DOCS)
    await world.put(LOCK)
    expect(world.at(feed)).toBe(WALL)
  })

  test('counts once when the page in front is of the same rule', async () => {
    open(OTHER_FEED)
    const rule = await world.put(ruleOf())
    await world.minutes(6)
    expect(await world.usedMs(rule)).toBe(6 * MINUTE_MS)
  })

  test('counts each rule of the two pages once', async () => {
    open('https://www.youtube.com/watch?v=1')
    const feeds = await world.put(ruleOf({ bound: minutes(30) }))
    const videos = await world.put(ruleOf({ targets: [{ type: 'kind', kind: 'video' }], bound: minutes(30) }))
    await world.minutes(6)
    expect([await world.usedMs(feeds), await world.usedMs(videos)]).toEqual([6 * MINUTE_MS, 6 * MINUTE_MS])
  })

  test('counts nothing while nobody is there, and wakes nobody for it', async () => {
    open(DOCS)
    const rule = await world.put(ruleOf())
    await world.minutes(2)
    world.presence = 'locked'
    await world.look()
    expect(world.guard.isCounting).toBe(false)
    expect(world.wakes.at(-1)).toBeGreaterThan(world.now + 60 * MINUTE_MS)
    await world.minutes(10)
    expect(await world.usedMs(rule)).toBe(2 * MINUTE_MS)
  })

  test('counts nothing while another program has the focus', async () => {
    open(DOCS)
    const rule = await world.put(ruleOf())
    await world.minutes(2)
    world.isBehind = true
    await world.look()
    await world.minutes(10)
    expect(await world.usedMs(rule)).toBe(2 * MINUTE_MS)
  })

  test('is one open, and its visit goes on while it is in sight', async () => {
    const feed = open(DOCS)
    const rule = await world.put(
      ruleOf({ bound: { type: 'opens', allowance: { per: 'day', of: EVERY_DAY(1) } } }),
    )
    await world.minutes(20)
    expect(world.at(feed)).toBe(FEED)
    const opens = (await db.usage.toArray()).map((row) => [row.rule, row.opens])
    expect(opens).toEqual([[rule, 1]])
  })

  test('gets a warning before it closes', async () => {
    open(DOCS)
    await world.put(ruleOf())
    await world.minutes(5)
    expect(world.told).toEqual(['5 5'])
    expect(world.guard.endsAt).not.toBeNull()
  })

  test('is not stopped by a pause until it is in front', async () => {
    const feed = open(DOCS)
    await world.put(ruleOf({ strictness: 'pause', bound: blocked('0:00–24:00') }))
    expect(world.at(feed)).toBe(FEED)
    world.bring(feed)
    await world.look()
    expect(world.at(feed)).toBe(WALL)
  })

  test('causes no more writes than a page in front', async () => {
    open(DOCS)
    await world.put(ruleOf({ bound: minutes(60) }))
    const before = world.writes
    await world.minutes(10)
    const beside = world.writes - before
    world = await GuardedWorld.empty()
    world.open(FEED)
    await world.put(ruleOf({ bound: minutes(60) }))
    const alone = world.writes
    await world.minutes(10)
    expect(beside).toBeLessThanOrEqual(world.writes - alone)
  })
})

describe('a window that cannot be seen', () => {
  test.each([
    ['minimised', { isMinimised: true }],
    ['wholly behind the one in front', { left: 1100, top: 100, width: 500, height: 500 }],
  ])('counts nothing: %s', async (_how, facts) => {
    world.open(FEED, { windowId: 2 })
    world.windows[2] = facts
    world.open(DOCS)
    const rule = await world.put(ruleOf())
    await world.minutes(6)
    expect(await world.usedMs(rule)).toBe(0)
  })

  test('counts from the moment at which a look sees it', async () => {
    world.open(FEED, { windowId: 2 })
    world.windows[2] = { isMinimised: true }
    world.open(DOCS)
    const rule = await world.put(ruleOf())
    await world.minutes(6)
    world.windows[2] = {}
    await world.look()
    await world.minutes(3)
    expect(await world.usedMs(rule)).toBe(3 * MINUTE_MS)
  })
})

describe('a tab behind another one', () => {
  test('counts while it is heard and the person is there, as a video in a small window does', async () => {
    world.open(FEED, { isActive: false, isAudible: true })
    world.open(DOCS)
    const rule = await world.put(ruleOf())
    await world.minutes(6)
    expect(await world.usedMs(rule)).toBe(6 * MINUTE_MS)
    world.presence = 'idle'
    await world.look()
    await world.minutes(20)
    expect(await world.usedMs(rule)).toBe(4 * MINUTE_MS)
  })

  test('counts once together with a page in front of the same rule', async () => {
    world.open(FEED, { isActive: false, isAudible: true })
    world.open(OTHER_FEED)
    const rule = await world.put(ruleOf())
    await world.minutes(6)
    expect(await world.usedMs(rule)).toBe(6 * MINUTE_MS)
  })

  test('counts nothing while it is silent', async () => {
    world.open(FEED, { isActive: false })
    world.open(DOCS)
    const rule = await world.put(ruleOf())
    await world.minutes(6)
    expect(await world.usedMs(rule)).toBe(0)
  })

  test('is no open while it is only heard', async () => {
    world.open(FEED, { isActive: false, isAudible: true })
    world.open(DOCS)
    await world.put(ruleOf({ bound: { type: 'opens', allowance: { per: 'day', of: EVERY_DAY(1) } } }))
    await world.minutes(6)
    expect((await db.usage.toArray()).map(({ opens }) => opens)).not.toContain(1)
  })
})

test('a film beside a silent feed goes on without input, the feed does not', async () => {
  world.open(FEED, { split: 4 })
  world.open('https://www.youtube.com/watch?v=1', { split: 4, isAudible: true })
  const feeds = await world.put(ruleOf({ bound: minutes(60) }))
  const videos = await world.put(ruleOf({ targets: [{ type: 'kind', kind: 'video' }], bound: minutes(60) }))
  await world.minutes(6)
  world.presence = 'idle'
  await world.look()
  await world.minutes(20)
  expect(await world.usedMs(videos)).toBe(26 * MINUTE_MS)
  expect(await world.usedMs(feeds)).toBeLessThanOrEqual(6 * MINUTE_MS)
})

test('a page beside that leaves slowly uses nothing more once it is to be at the wall', async () => {
  world.open(FEED, { windowId: 2, stays: true })
  world.open(OTHER_FEED)
  const rule = await world.put(ruleOf())
  await world.minutes(10)
  world.bring(world.open(DOCS))
  await world.look()
  await world.minutes(5)
  expect(await world.usedMs(rule)).toBe(10 * MINUTE_MS)
})

test('a private window beside an ordinary one of the same rule counts once', async () => {
  world.canShowInPrivate = true
  world.open(FEED, { windowId: 2, incognito: true })
  const front = world.open(OTHER_FEED)
  await world.put(ruleOf())
  await world.wait(10 * MINUTE_MS - 1)
  expect(world.at(front)).toBe(OTHER_FEED)
  await world.wait(1)
  expect(world.at(front)).toBe(WALL)
})

test('a page beside that asks before it unloads is covered by a wall in front of its split view', async () => {
  const feed = world.open(FEED, { split: 4, stays: true })
  world.open(DOCS, { split: 4 })
  await world.put(LOCK)
  expect(world.at(feed)).toBe(FEED)
  expect(world.tab(feed).isMuted).toBe(true)
  expect(world.at(world.front as number)).toBe(WALL)
})

test('while nobody is there, no wake-up waits for an allowance that nobody uses', async () => {
  world.open(FEED)
  await world.put(ruleOf())
  await world.minutes(2)
  world.presence = 'idle'
  await world.look()
  expect(world.wakes.at(-1)).toBeGreaterThan(world.now + 60 * MINUTE_MS)
})
