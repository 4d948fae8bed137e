/** A day with its day totals; the popup shows only what this browser recorded and does not load this file. */
import type { DayTotal } from '../../domain/record/day-total'
import { withoutDevices } from '../../domain/record/history'
import { settledHistory } from '../../domain/record/settled-totals'
import { prepareNames } from '../../domain/surface/idn'
import { siteOf } from '../../domain/surface/surface'
import type { Day } from '../../domain/time/local-time'
import type { Watchable } from '../../domain/watchable'
import { db } from '../base/db'
import { live } from '../base/live-query'
import { type DayLedger, OF_DAY, readDayLedger } from './day-ledger'
import { storedTotals } from './totals'

const NO_DEVICES: ReadonlySet<string> = new Set()

interface WholeDay extends DayLedger {
  totals: readonly DayTotal[]
}

/** The closed spans of a person's day and the totals of its date, `without` those of some devices. */
export const liveWholeDay = (day: Day, without = NO_DEVICES): Watchable<WholeDay> =>
  live([...OF_DAY, db.totals], async () => {
    const { rows, ownSince } = await storedTotals(day, day)
    const counted = rows.map(({ surface }) => surface)
    const ledger = await readDayLedger(day, counted)
    const named = [...ledger.spans.map(({ surface }) => surface), ...counted, ledger.open?.surface ?? '']
    await prepareNames(named.map(siteOf))
    const kept = withoutDevices({ sealed: [], recent: ledger.spans, totals: rows }, without)
    const { recent, totals = [] } = settledHistory(kept, ownSince)
    return { ...ledger, spans: [...recent], totals }
  })
