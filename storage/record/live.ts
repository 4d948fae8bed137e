/** Live values: each value is sent again when any page or the worker changes it. */
import { type Checkpoint, reached } from '../../domain/record/checkpoint'
import { prepareNames } from '../../domain/surface/idn'
import type { Day } from '../../domain/time/local-time'
import type { Settings } from '../../domain/settings/settings'
import type { Span } from '../../domain/record/span'
import { type DayLedger, OF_DAY, readDayLedger } from './day-ledger'
import { db } from '../base/db'
import { readCheckpoint, watchCheckpoint } from './checkpoint'
import { live } from '../base/live-query'
import type { Watchable } from '../../domain/watchable'
import { type StorageTrouble, storageTrouble, watchStorageTrouble } from '../said/session'
import { loadSettings, watchSettings } from '../said/settings'

/** Opens the database while a page is still being prepared. If that fails, the first query says so. */
export const openAhead = (): void => void db.open().catch(() => undefined)

export const watchable = <Value>(
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

/** The span in progress: its row in the database, up to its checkpoint in `storage.local`. */
export const liveOpenSpan = (): Watchable<Span | null> => ({
  subscribe: ({ next, error }) => {
    let row: Span | null | undefined
    let checkpoint: Checkpoint | null | undefined
    const tell = () => {
      if (row !== undefined && checkpoint !== undefined) next(row && reached(row, checkpoint))
    }
    const moved = (latest: Checkpoint | null) => {
      checkpoint = latest
      tell()
    }
    const unwatch = watchCheckpoint(moved)
    readCheckpoint().then((first) => checkpoint === undefined && moved(first), error)
    const rows = live([db.state], async () => (await db.state.get('now'))?.open ?? null).subscribe({
      next: (latest) => {
        row = latest
        tell()
      },
      error,
    })
    return {
      unsubscribe: () => {
        rows.unsubscribe()
        unwatch()
      },
    }
  },
})

/** Up to when the span in progress is confirmed. */
export const liveCheckpoint = (): Watchable<Checkpoint | null> => watchable(readCheckpoint, watchCheckpoint)

export const liveDay = (day: Day): Watchable<DayLedger> =>
  live(OF_DAY, async () => {
    const ledger = await readDayLedger(day)
    await prepareNames([...ledger.spans.map(({ site }) => site), ledger.open?.site ?? ''])
    return ledger
  })
