/** Random lives, recorded by the worker's parts and compared second by second with what was true. */
import { vi } from 'vitest'
import { attack } from './tools/attack'
import { lives, tellLife } from './lives/deed'
import { faultsOf } from './lives/judge'
import { liveThrough, stage } from './lives/live'
import { memoryStore } from './lives/store'

vi.mock('wxt/browser', () => ({
  browser: new Proxy({}, { get: (_, name) => Reflect.get(stage.world?.api ?? {}, name) as unknown }),
}))

const check = async (life: Parameters<typeof liveThrough>[0]): Promise<void> => {
  const lived = await liveThrough(life, memoryStore())
  const faults = [...faultsOf(lived), ...lived.reported.map(String)]
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

attack('a life in peace is recorded to the second', {
  worlds: lives([], 25),
  runs: 40,
  tell: tellLife,
  check,
})

attack('sleep, killed workers and browsers, and moves between time zones cost at most a beat each', {
  worlds: lives(['trouble'], 25),
  runs: 40,
  tell: tellLife,
  check,
})

attack('a clock that is set costs at most a beat each time', {
  worlds: lives(['trouble', 'clock'], 20),
  runs: 30,
  tell: tellLife,
  check,
})

attack('a disk that is full for a while costs nothing', {
  worlds: lives(['trouble', 'disk'], 20),
  runs: 30,
  tell: tellLife,
  check,
})
