/** Live queries on the recorded history. */
import { prepareNames } from '../../domain/surface/idn'
import type { Day } from '../../domain/time/local-time'
import type { SealedDay } from '../../domain/record/sealed-day'
import { siteOf } from '../../domain/surface/surface'
import type { Span } from '../../domain/record/span'
import { firstMeasuredDay, firstRecordedDay } from './first-day'
import { recentSpans, sealedDays } from './history'
import { type StoredTotals, storedTotals } from './totals'
import { db } from '../base/db'
import { live } from '../base/live-query'
import type { Watchable } from '../../domain/watchable'

/** Sealed calendar days from `first` to `last`. Emits only when one is sealed or corrected. */
export const liveSealedDays = (first: Day, last: Day): Watchable<SealedDay[]> =>
  live([db.days], async () => {
    const days = await sealedDays(first, last)
    await prepareNames(days.flatMap(({ surfaces }) => surfaces))
    return days
  })

/** The closed spans from `first` to `last` that are not yet sealed, in order of time. */
export const liveRecentSpans = (first: Day, last: Day): Watchable<Span[]> =>
  live([db.spans], async () => {
    const spans = await recentSpans(first, last)
    await prepareNames(spans.map(({ site }) => site))
    return spans.sort((a, b) => a.start - b.start)
  })

/** Day totals from `first` to `last`, and what decides which of them count. */
export const liveTotals = (first: Day, last: Day): Watchable<StoredTotals> =>
  live([db.totals, db.days, db.spans], async () => {
    const totals = await storedTotals(first, last)
    await prepareNames(totals.rows.map(({ surface }) => siteOf(surface)))
    return totals
  })

/** The first calendar day with anything recorded, as `firstRecordedDay` has it. */
export const liveFirstDay = (without?: ReadonlySet<string>): Watchable<Day | null> =>
  live([db.days, db.spans, db.totals], () => firstRecordedDay(without))

/** The first calendar day with a span; null if there is none. */
export const liveFirstMeasuredDay = (without?: ReadonlySet<string>): Watchable<Day | null> =>
  live([db.days, db.spans], () => firstMeasuredDay(without))
