import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../../domain/settings/settings'
import type { Opinion } from '../../../../domain/surface/opinion'
import { pauseQuestion } from '../../../../entrypoints/background/commands/pause-question'
import { db } from '../../../../storage/base/db'
import { GuardedWorld, MORNING, WALL } from '../../../fixtures/guarded-world'
import { blocked, ruleOf } from '../../../fixtures/rules'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const REDDIT = 'https://old.reddit.com/'
const EXCLUDED: Opinion[] = [{ surface: 'reddit.com', excluded: MORNING }]
const PAUSE = ruleOf({ strictness: 'pause', bound: blocked('0:00–24:00') })

let world: GuardedWorld
beforeEach(async () => {
  world = await GuardedWorld.empty()
  world.settings = { ...DEFAULT_SETTINGS, asksWorth: true }
})
afterEach(() => void vi.restoreAllMocks())

const answer = (tabId: number, drifted: boolean) =>
  pauseQuestion(world, world.guard, () => 60).answerPause({ drifted }, { tabId })

const pausedTab = async (more = {}) => {
  await world.put(PAUSE)
  const tab = world.open(REDDIT, more)
  await world.look()
  expect(world.at(tab)).toBe(WALL)
  return tab
}

const UNRECORDED: [when: string, change: () => void][] = [
  ['recording is paused', () => (world.settings = { ...world.settings, pausedUntil: 'resumed' })],
  ['the site was excluded today, while its limit holds', () => (world.opinions = EXCLUDED)],
  ['excluded sites could not be read', () => (world.trouble = new Error('blocked'))],
]

describe('an answer at a pause', () => {
  test('is kept as the answer about a visit, with its hour and without a worth', async () => {
    const tab = await pausedTab()
    await answer(tab, true)
    expect(await db.ratings.toArray()).toEqual([
      { surface: 'reddit.com', at: MORNING, drifted: true, utcOffsetMinutes: 60, hour: 11 },
    ])
    expect((await world.wall.wall(null, { tabId: tab }))?.isAnswered).toBe(true)
  })

  test('counts once for each pause', async () => {
    const tab = await pausedTab()
    await answer(tab, true)
    await answer(tab, false)
    expect((await db.ratings.toArray()).map(({ drifted }) => drifted)).toEqual([true])
  })

  test.each<[when: string, change: () => void]>([
    ['questions are switched off', () => (world.settings = DEFAULT_SETTINGS)],
    ...UNRECORDED,
  ])('is not kept if %s', async (_when, change) => {
    const tab = await pausedTab()
    change()
    await answer(tab, true)
    expect(await db.ratings.count()).toBe(0)
  })

  test('is not kept in a private window, nor at a wall that is no pause, nor in a tab without one', async () => {
    world.canShowInPrivate = true
    world.startWorkerAgain()
    const tab = await pausedTab({ incognito: true })
    await answer(tab, true)
    await answer(99, true)
    await world.put(ruleOf({ targets: [{ type: 'kind', kind: 'news' }], bound: blocked('0:00–23:59') }))
    const news = world.open('https://edition.cnn.com/')
    await world.look()
    expect(world.at(news)).toBe(WALL)
    await answer(news, true)
    expect(await db.ratings.count()).toBe(0)
    expect((await world.wall.wall(null, { tabId: tab }))?.visit).toBeNull()
  })
})

describe('a pause', () => {
  const visitIn = async (tabId: number) => (await world.wall.wall(null, { tabId }))?.visit

  test('says which visit of today it is', async () => {
    expect(await visitIn(await pausedTab())).toMatchObject({ number: 1 })
  })

  test.each(UNRECORDED)('counts no visits if %s', async (_when, change) => {
    const tab = await pausedTab()
    change()
    expect(await visitIn(tab)).toBeNull()
  })

  test('can be waited out while the record cannot be read', async () => {
    const tab = await pausedTab()
    vi.spyOn(db.spans, 'where').mockImplementation(() => {
      throw new Error('cannot be read')
    })
    expect(await world.wall.wall(null, { tabId: tab })).toMatchObject({ visit: null, used: { ms: 0 } })
    await world.wait(1000 * PAUSE.pauseSeconds)
    await world.wall.enter(null, { tabId: tab })
    expect(world.at(tab)).toBe(REDDIT)
  })
})
