/** Random lives in which writes fail, one or several in a row. No recorded time may be lost. */
import fc from 'fast-check'
import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { attack } from './tools/attack'
import { diskStore } from './lives/disk-store'
import { type Life, lives, tellLife } from './lives/deed'
import { faultsOf } from './lives/judge'
import { liveThrough, stage } from './lives/live'

vi.mock('wxt/browser', () => ({
  browser: new Proxy(
    {},
    {
      get: (_, name): unknown =>
        name === 'storage' ? fakeBrowser.storage : Reflect.get(stage.world?.api ?? {}, name),
    },
  ),
}))

interface DiskWorld {
  life: Life
  /** How many writes in a row fail. */
  inARow: number
}

const worlds: fc.Arbitrary<DiskWorld> = fc.record({
  life: lives([], 6).map((life) => ({
    ...life,
    rest: Math.min(life.rest, 90),
    // What waits to be written of a page that is excluded is dropped, which is right.
    acts: life.acts
      .filter(({ deed }) => deed.does !== 'excludes')
      .map((act) => ({ ...act, after: Math.min(act.after, 45) })),
  })),
  inARow: fc.constantFrom(1, 2, 5, 1000),
})

attack('whichever write fails, and the ones after it, nothing of a life is lost', {
  worlds,
  runs: 2,
  tell: ({ life, inARow }) => `${inARow} writes in a row fail\n${tellLife(life)}`,
  check: async ({ life, inARow }) => {
    const whole = await diskStore(() => false)
    await liveThrough(life, whole)
    const stride = Math.ceil(whole.writes / 12)
    for (let first = 0; first < whole.writes; first += stride) {
      const store = await diskStore((write) => write >= first && write < first + inARow)
      const lived = await liveThrough(life, store)
      const faults = faultsOf(lived)
      if (faults.length > 0) throw new Error(`From write ${first} on: ${faults.join('\n')}`)
    }
  },
})
