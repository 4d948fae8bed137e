import { type DayTotal, startOfTotal } from '../record/day-total'
import { BEAT_MS } from '../record/attention'
import type { Day } from '../time/local-time'
import type { Opinion } from '../surface/opinion'
import type { Settings } from '../settings/settings'
import { reshape, type Span } from '../record/span'
import { accountOf, accountsOfSpans, type Statement, statementOfAccounts } from './statement'
import { spansOfDay } from '../record/clip-days'
import { surfaceBook, type SurfaceProfile } from '../surface/surface-book'
import { plainHourMinor, pricing, type Rate } from '../value/hour-price'

/** The facts and opinions that a day's figures are derived from. */
export interface DayFacts {
  spans: readonly Span[]
  opinions: readonly Opinion[]
  ratings: ReadonlyMap<string, readonly number[]>
  rates: readonly Rate[]
  /** Day totals that count; absent where only this browser is shown. */
  totals?: readonly DayTotal[]
}

export interface DayFigures {
  statement: Statement
  profileOf: (surface: string) => SurfaceProfile
  /** The price of every hour of the day, minor units; null if they differ or have none. */
  hourMinor: number | null
  /** Whether an hour of the day has a price. */
  hasRate: boolean
}

/** Whether the span in progress still gets checkpoints. */
export const isRunning = (open: Span, at: number): boolean => at - open.end <= 3 * BEAT_MS

/**
 * The end of the span in progress at an instant: the instant itself as long as checkpoints keep coming, else
 * the last checkpoint.
 */
export const openUntil = (open: Span, at: number): number =>
  isRunning(open, at) ? Math.max(at, open.end) : open.end

/** The span in progress; null if it has just closed and the closed spans already contain it. */
export const withoutDouble = (open: Span | null, spans: readonly Span[]): Span | null =>
  open && spans.some(({ id }) => id === open.id) ? null : open

/** A day's figures at an instant, the span in progress included. */
export function dayFigures(
  facts: DayFacts,
  inProgress: Span | null,
  at: number,
  day: Day,
  settings: Pick<Settings, 'currency' | 'dayStartHour'>,
): DayFigures {
  const { currency, dayStartHour } = settings
  const rates = currency === null ? [] : facts.rates
  const profileOf = surfaceBook(facts.opinions, facts.ratings)
  const open = withoutDouble(inProgress, facts.spans)
  const spans = open ? [...facts.spans, reshape(open, open.start, openUntil(open, at))] : facts.spans
  const priceAt = pricing(rates, currency, dayStartHour)
  const accounts = accountsOfSpans(spansOfDay(spans, day, dayStartHour), profileOf, priceAt)
  for (const total of facts.totals ?? [])
    accountOf(accounts, profileOf(total.surface)).addPlain(
      total.ms,
      startOfTotal(total, dayStartHour),
      priceAt,
    )
  return {
    statement: statementOfAccounts(accounts),
    profileOf,
    hourMinor: currency === null ? null : plainHourMinor(rates, currency, day),
    hasRate: rates.some(({ from }) => from <= day),
  }
}
