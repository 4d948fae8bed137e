import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings'
import { endPauseIfDue, keepPauseAlarm } from '../../../entrypoints/background/pause'

const world = vi.hoisted(() => ({
  alarms: new Map<string, unknown>(),
  stored: {} as Record<string, unknown>,
}))

vi.mock('wxt/browser', () => ({
  browser: {
    alarms: {
      create: async (name: string, alarm: unknown) => world.alarms.set(name, alarm),
      clear: async (name: string) => world.alarms.delete(name),
    },
    storage: {
      local: {
        get: async () => world.stored,
        set: async (items: Record<string, unknown>) => Object.assign(world.stored, items),
      },
    },
  },
}))

const AT = Date.UTC(2026, 10, 23, 12)

beforeEach(() => {
  world.alarms.clear()
  world.stored = {}
  vi.useFakeTimers({ now: AT })
})

describe('the alarm of a pause', () => {
  test('wakes the worker when the pause ends', async () => {
    await keepPauseAlarm({ ...DEFAULT_SETTINGS, pausedUntil: AT + 900_000 })
    expect([...world.alarms]).toEqual([['pause-ends', { when: AT + 900_000 }]])
  })

  test('is at least 30 s ahead, because browsers grant no shorter one', async () => {
    await keepPauseAlarm({ ...DEFAULT_SETTINGS, pausedUntil: AT + 1000 })
    expect([...world.alarms]).toEqual([['pause-ends', { when: AT + 30_000 }]])
  })

  test.each([null, 'resumed'] as const)('is cleared if the pause has no end (%s)', async (pausedUntil) => {
    await keepPauseAlarm({ ...DEFAULT_SETTINGS, pausedUntil: AT + 900_000 })
    await keepPauseAlarm({ ...DEFAULT_SETTINGS, pausedUntil })
    expect(world.alarms.size).toBe(0)
  })
})

describe('a pause', () => {
  test.each([
    ['ends at its time', AT, null],
    ['does not end earlier', AT + 1, AT + 1],
    ['does not end by itself without a time', 'resumed', 'resumed'],
  ] as const)('%s', async (_when, pausedUntil, after) => {
    world.stored = { settings: { ...DEFAULT_SETTINGS, pausedUntil } }
    await endPauseIfDue()
    expect((world.stored.settings as { pausedUntil: unknown }).pausedUntil).toBe(after)
  })
})
