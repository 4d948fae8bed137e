/** Live values: each value is sent again when any page or the worker changes it. */
import { prepareNames } from '../../domain/surface/idn'
import type { Day } from '../../domain/time/local-time'
import type { Settings } from '../../domain/settings/settings'
import type { Span } from '../../domain/record/span'
import { type DayLedger, readDayLedger } from './day-ledger'
import { openSpan } from './history'
import { live } from '../base/live-query'
import type { Watchable } from '../../domain/watchable'
import { type StorageTrouble, storageTrouble, watchStorageTrouble } from '../said/session'
import { loadSettings, watchSettings } from '../said/settings'

const watchable = <Value>(
  load: () => Promise<Value>,
  watch: (onChange: (value: Value) => void) => () => void,
): Watchable<Value> => ({
  subscribe: ({ next, error }) => {
    const unsubscribe = watch(next)
    load().then(next, error)
    return { unsubscribe }
  },
})

export const liveSettings = (): Watchable<Settings> => watchable(loadSettings, watchSettings)

export const liveTrouble = (): Watchable<StorageTrouble | null> =>
  watchable(storageTrouble, watchStorageTrouble)

export const liveOpenSpan = (): Watchable<Span | null> => live(async () => (await openSpan()) ?? null)

export const liveDay = (day: Day, currentSurface: string | null): Watchable<DayLedger> =>
  live(async () => {
    const ledger = await readDayLedger(day, currentSurface)
    await prepareNames([...ledger.spans.map(({ site }) => site), currentSurface ?? ''])
    return ledger
  })
