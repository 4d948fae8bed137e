/** Formats times of day in the UTC offset that each span was recorded with. */
import type { DayVisit } from '../../domain/statement/day-visits'
import type { Interval } from '../../domain/time/interval'
import { MINUTE_MS, type OffsetAt } from '../../domain/time/local-time'
import type { Span } from '../../domain/record/span'
import { dateFormat } from '../figure/intl'
import { unbroken } from '../figure/numbers'

const utc = { timeZone: 'UTC' } as const

/** `10:02` from local ms. */
export const clockText = (localMs: number): string =>
  unbroken(dateFormat({ ...utc, timeStyle: 'short' }).format(localMs))

/** `10 AM`, `10 Uhr`. */
export const hourText = (hour: number): string =>
  unbroken(dateFormat({ ...utc, hour: 'numeric' }).format(Date.UTC(2024, 0, 1, hour)))

export const localStart = ({ start, utcOffsetMinutes }: Span): number => start + utcOffsetMinutes * MINUTE_MS
export const localEnd = ({ end, utcOffsetMinutes }: Span): number => end + utcOffsetMinutes * MINUTE_MS

/** `10:02–10:20`; a single time if both fall in the same minute. */
export function fromTo(first: Span, last = first): string {
  const [from, to] = [clockText(localStart(first)), clockText(localEnd(last))]
  return from === to ? from : `${from}–${to}`
}

/** The same for a whole visit. */
export const visitFromTo = ({ spans }: DayVisit): string => fromTo(spans[0] as Span, spans.at(-1))

/** `10:02–10:20` for instants, by the clock of their day. */
export function intervalText({ from, until }: Interval, clock: OffsetAt): string {
  const time = (at: number) => clockText(at + clock(at) * MINUTE_MS)
  return `${time(from)}–${time(until)}`
}

const isoTimeOfDay = (localMs: number): string => new Date(localMs).toISOString().slice(11, 19)

/** The same as machine-readable `<time>` elements. */
export function FromTo({ first, last = first }: { first: Span; last?: Span | undefined }) {
  const [from, to] = [localStart(first), localEnd(last)]
  return (
    <span class="from-to">
      <time dateTime={isoTimeOfDay(from)}>{clockText(from)}</time>
      {clockText(from) !== clockText(to) && (
        <>
          –<time dateTime={isoTimeOfDay(to)}>{clockText(to)}</time>
        </>
      )}
    </span>
  )
}
