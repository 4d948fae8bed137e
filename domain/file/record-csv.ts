/** Spans and days as tables for spreadsheets, as docs/formats.md describes them. */
import { type Cell, csvOf } from './csv'
import type { History } from '../record/history'
import { DAY_MS } from '../time/local-time'
import { extentOf, type Period } from '../time/period'
import { type SealedDay, unseal } from '../record/sealed-day'
import type { Span } from '../record/span'
import { statementOfAccounts } from '../statement/statement'
import { tally, type Valuing } from '../statement/tally'
import { Account, returnOf, toMinor } from '../value/valuation'

const SPAN_COLUMNS = [
  'day',
  'device',
  'site',
  'surface',
  'kind',
  'start',
  'end',
  'seconds',
  'utc_offset_minutes',
  'origin',
  'cost_minor',
  'return_minor',
  'currency',
] as const

const DAY_COLUMNS = [
  'day',
  'site',
  'surface',
  'kind',
  'seconds',
  'opens',
  'cost_minor',
  'return_minor',
  'net_minor',
  'currency',
] as const

const seconds = (ms: number): number => Math.round(ms / 1000)

/** Each amount is rounded on its own; only the table of days has amounts that add up. */
function spanCells(span: Span, { profileOf, priceAt }: Valuing, currency: string | null): Cell[] {
  const { kind, worth } = profileOf(span.surface)
  const account = new Account()
  account.add(span, priceAt)
  const cost = account.cost()
  return [
    span.day,
    span.device,
    span.site,
    span.surface,
    kind,
    new Date(span.start).toISOString(),
    new Date(span.end).toISOString(),
    seconds(span.end - span.start),
    span.utcOffsetMinutes,
    span.origin,
    cost === null ? null : toMinor(cost),
    cost === null ? null : toMinor(returnOf(cost, worth.worthQuarters)),
    cost === null ? null : currency,
  ]
}

export const SPANS_HEADER = csvOf(SPAN_COLUMNS, [])

/** The lines of some days, without the header. */
export const spanLines = (days: readonly SealedDay[], valuing: Valuing, currency: string | null): string =>
  csvOf(
    SPAN_COLUMNS,
    days.flatMap(unseal).map((span) => spanCells(span, valuing, currency)),
  ).slice(SPANS_HEADER.length)

export const DAYS_HEADER = csvOf(DAY_COLUMNS, [])

/**
 * A line for each surface of each of the person's days, without the header; the amounts of a day add up to those of
 * its statement.
 */
export function dayLines(
  history: History,
  period: Period,
  valuing: Valuing,
  currency: string | null,
): string {
  const { dayStartHour } = valuing
  const surfaces = tally(history, extentOf(period, dayStartHour), valuing, (day) => day)
  const days = new Set(surfaces.flatMap(({ parts }) => [...parts.keys()]))
  const rows = [...days]
    .toSorted((a, b) => a - b)
    .flatMap((day) => {
      const ofDay = surfaces.flatMap(({ profile, parts }) => {
        const part = parts.get(day)
        return part ? [[profile, part] as const] : []
      })
      const opens = new Map(ofDay.map(([profile, part]) => [profile, part.opens]))
      const { surfaces: lines } = statementOfAccounts(
        new Map(ofDay.map(([profile, { account }]) => [profile, account])),
      )
      return lines.map(({ profile, timeMs, money }): Cell[] => [
        new Date(day * DAY_MS).toISOString().slice(0, 10),
        profile.site,
        profile.surface,
        profile.kind,
        seconds(timeMs),
        opens.get(profile) ?? 0,
        money?.costMinor ?? null,
        money?.returnMinor ?? null,
        money?.netMinor ?? null,
        money ? currency : null,
      ])
    })
  return csvOf(DAY_COLUMNS, rows).slice(DAYS_HEADER.length)
}
