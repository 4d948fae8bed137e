import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings'
import { createContext } from '../../../entrypoints/background/context'

const world = vi.hoisted(() => ({
  detection: [] as number[],
  reads: 0,
  opinions: (): Promise<unknown[]> => Promise.resolve([]),
}))

vi.mock('wxt/browser', () => ({
  browser: { idle: { setDetectionInterval: (seconds: number) => world.detection.push(seconds) } },
}))
vi.mock('../../../storage/said/settings', () => ({
  loadSettings: async () => {
    world.reads += 1
    return { ...DEFAULT_SETTINGS, idleSeconds: 60 }
  },
}))
vi.mock('../../../storage/said/loss', () => ({ readLoss: async () => null }))
vi.mock('../../../storage/said/device', () => ({ deviceId: async () => 'desk' }))
vi.mock('../../../storage/said/session', () => ({ currentRunId: async () => 'run' }))
vi.mock('../../../storage/said/opinions', () => ({ opinionsForRecording: () => world.opinions() }))

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(world, { detection: [], reads: 0, opinions: () => Promise.resolve([]) })
  return () => vi.useRealTimers()
})

describe('the facts for a look', () => {
  test('are read once in a worker’s life', async () => {
    const context = createContext()
    await context.facts()
    expect(await context.facts()).toMatchObject({ device: 'desk', runId: 'run', trouble: null })
    expect(world.reads).toBe(1)
  })

  test('are read again after a change', async () => {
    const context = createContext()
    await context.facts()
    context.forget()
    await context.facts()
    expect(world.reads).toBe(2)
  })

  test('set the browser’s idle interval', async () => {
    await createContext().facts()
    expect(world.detection).toEqual([60])
  })
})

describe('opinions that cannot be read', () => {
  test('are reported as trouble, replaced by the catalogue, and read again after five seconds', async () => {
    const broken = new Error('blocked')
    world.opinions = () => Promise.reject(broken)
    const context = createContext()
    const facts = await context.facts()
    expect(facts.trouble).toBe(broken)
    expect(facts.rules.kindOf('github.com')).toBe('work')

    world.opinions = async () => [{ surface: 'github.com', kind: 'games' }]
    expect((await context.facts()).trouble).toBe(broken)
    vi.advanceTimersByTime(5_000)
    const again = await context.facts()
    expect(again.trouble).toBeNull()
    expect(again.rules.kindOf('github.com')).toBe('games')
  })
})
