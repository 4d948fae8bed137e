/** The guard reads rules that a page has written, as an import does, when it is told to. */
import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '../../../../storage/base/db'
import { GuardedWorld, MORNING, WALL } from '../../../fixtures/guarded-world'
import { minutes, ruleOf } from '../../../fixtures/rules'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const REDDIT = 'https://www.reddit.com/r/all'

let world: GuardedWorld
beforeEach(async () => {
  world = await GuardedWorld.empty()
})

const rule = ruleOf({ id: 'file', bound: minutes(0) })
const imported = { id: 'file', createdAt: MORNING, rule, next: null, heals: null }

test('an imported rule holds as soon as the guard has read it', async () => {
  const tab = world.open(REDDIT)
  await world.look()
  await db.limits.put(imported)
  await world.guard.keeper.reread()
  await world.look()
  expect(world.at(tab)).toBe(WALL)
})

test('reading again loses no use', async () => {
  const tab = world.open(REDDIT)
  await world.put(ruleOf({ bound: minutes(10) }))
  for (let minute = 0; minute < 9; minute += 1) {
    await world.minutes(1)
    await world.guard.keeper.reread()
  }
  expect(world.at(tab)).toBe(REDDIT)
  await world.minutes(1)
  expect(world.at(tab)).toBe(WALL)
})

test('reading again keeps use that could not be written', async () => {
  const tab = world.open(REDDIT)
  await world.put(ruleOf({ bound: minutes(10) }))
  await world.minutes(1)
  world.cannotWrite = true
  await world.minutes(8)
  world.cannotWrite = false
  await world.guard.keeper.reread()
  await world.minutes(1)
  expect(world.at(tab)).toBe(WALL)
})
