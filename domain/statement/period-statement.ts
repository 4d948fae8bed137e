/** A week, month, quarter or year in figures, beside the period before and the person's own medians. */
import type { LocalInterval } from '../time/interval'
import type { History } from '../record/history'
import { type Day, dayNumber, HOUR_MS } from '../time/local-time'
import { medianOf } from './median'
import { beginsWithin, extentOf, type Period, shiftPeriod } from '../time/period'
import { type KindLine, type Line, type Statement, statementOfAccounts, type SurfaceLine } from './statement'
import { accountsOf, type SurfaceTally, tally, type Valuing } from './tally'
import { returnOf, toMinor } from '../value/valuation'
import { yieldMinor } from '../value/yield'

/** The figures of an opening line; money in minor units, null where no rate held. */
export interface Opening {
  timeMs: number
  costMinor: number | null
  returnMinor: number | null
  netMinor: number | null
  /** Return per hour of attention. */
  yieldMinor: number | null
}

export interface DearestHour {
  /** Local hours since 1970-01-01 00:00. */
  localHour: number
  timeMs: number
  netMinor: number
  /** The surface with the largest loss in the hour. */
  surface: SurfaceLine['profile']
}

export interface PeriodStatement {
  period: Period
  statement: Statement
  opening: Opening
  /** The first recorded day, if it lies within the period before. Then nothing is compared, and that period counts as empty. */
  begins: Day | null
  before: Opening
  /** The same figures as a statement line. */
  lineBefore: Line
  kindsBefore: KindLine[]
  /** Over the earlier periods with attention in them, at most eight; null if there are too few. */
  median: { of: number; opening: Opening } | null
  /** Surfaces at a profit, the largest first. */
  best: SurfaceLine[]
  /** Surfaces at a loss, the largest first. */
  dearest: SurfaceLine[]
  dearestHour: DearestHour | null
}

const AT_MOST = 5

/** How many earlier periods a median looks at, and how many of them must have attention in them. */
export const MEDIAN_OF = 8
const LEAST_FOR_A_MEDIAN = 3

export const openingOf = ({ timeMs, money }: Line): Opening => ({
  timeMs,
  costMinor: money?.costMinor ?? null,
  returnMinor: money?.returnMinor ?? null,
  netMinor: money?.netMinor ?? null,
  yieldMinor: money === null ? null : yieldMinor(money.returnMinor, timeMs),
})

/** The accounts of one part of the tallies. */
const accountsOfPart = (tallies: readonly SurfaceTally[], part: number) =>
  new Map(
    tallies.flatMap(({ profile, parts }) => {
      const found = parts.get(part)
      return found ? [[profile, found.account] as const] : []
    }),
  )

function medianOpening(openings: readonly Opening[]): PeriodStatement['median'] {
  const used = openings.filter(({ timeMs }) => timeMs > 0)
  if (used.length < LEAST_FOR_A_MEDIAN) return null
  const of = (figure: keyof Opening) => medianOf(used.flatMap((opening) => opening[figure] ?? []))
  return {
    of: used.length,
    opening: {
      timeMs: of('timeMs') ?? 0,
      costMinor: of('costMinor'),
      returnMinor: of('returnMinor'),
      netMinor: of('netMinor'),
      yieldMinor: of('yieldMinor'),
    },
  }
}

/** The opening lines of the earlier periods that were recorded from their first day on, the latest first. */
function openingsBefore(
  period: Period,
  history: History,
  valuing: Valuing,
  recordedSince: Day | null,
): Opening[] {
  const periods = Array.from({ length: MEDIAN_OF }, (_, index) => shiftPeriod(period, -1 - index))
  const starts = periods.map(({ first }) => dayNumber(first))
  const extent: LocalInterval = {
    from: extentOf(periods.at(-1) as Period, valuing.dayStartHour).from,
    until: extentOf(periods[0] as Period, valuing.dayStartHour).until,
  }
  const tallies = tally(history, extent, valuing, (day) => starts.findIndex((start) => start <= day))
  return periods.flatMap(({ first }, part) => {
    const isWhole = recordedSince !== null && recordedSince <= first
    return isWhole ? [openingOf(statementOfAccounts(accountsOfPart(tallies, part)).total)] : []
  })
}

/** The clock hour with the largest loss; null if no hour has one. */
function dearestHourOf(history: History, extent: LocalInterval, valuing: Valuing): DearestHour | null {
  const hourOf = (_: number, localMs: number) => Math.floor(localMs / HOUR_MS)
  const tallies = tally(history, extent, valuing, hourOf, HOUR_MS)
  const byHour = new Map<
    number,
    { timeMs: number; net: bigint; worst: bigint; surface: SurfaceTally['profile'] }
  >()
  for (const { profile, parts } of tallies) {
    for (const [localHour, { account }] of parts) {
      const cost = account.cost()
      if (cost === null) continue
      const net = returnOf(cost, profile.worth.worthQuarters) - cost
      const hour = byHour.get(localHour) ?? { timeMs: 0, net: 0n, worst: 0n, surface: profile }
      const isWorst = net < hour.worst
      byHour.set(localHour, {
        timeMs: hour.timeMs + account.timeMs,
        net: hour.net + net,
        worst: isWorst ? net : hour.worst,
        surface: isWorst ? profile : hour.surface,
      })
    }
  }
  const [dearest] = [...byHour].toSorted(([a, one], [b, other]) => Number(one.net - other.net) || a - b)
  if (!dearest) return null
  const [localHour, { timeMs, net, surface }] = dearest
  const lostMinor = net < 0n ? toMinor(-net) : 0
  return lostMinor > 0 ? { localHour, timeMs, netMinor: -lostMinor, surface } : null
}

const byNet = (lines: readonly SurfaceLine[], sign: 1 | -1): SurfaceLine[] =>
  lines
    .filter(({ money }) => money !== null && Math.sign(money.netMinor) === sign)
    .toSorted((a, b) => sign * ((b.money?.netMinor ?? 0) - (a.money?.netMinor ?? 0)))
    .slice(0, AT_MOST)

/**
 * Makes the statement of a period. `before` is the part of the previous period to compare it with,
 * `recordedSince` the first recorded day.
 */
export function statePeriod(
  period: Period,
  before: LocalInterval,
  history: History,
  valuing: Valuing,
  recordedSince: Day | null,
): PeriodStatement {
  const extent = extentOf(period, valuing.dayStartHour)
  const stateOf = (part: LocalInterval) => statementOfAccounts(accountsOf(tally(history, part, valuing)))
  const statement = stateOf(extent)
  const begins = beginsWithin(shiftPeriod(period, -1), recordedSince)
  const earlier = begins === null ? stateOf(before) : statementOfAccounts(new Map())
  const { total: lineBefore, kinds: kindsBefore } = earlier
  return {
    period,
    statement,
    opening: openingOf(statement.total),
    begins,
    before: openingOf(lineBefore),
    lineBefore,
    kindsBefore,
    median: medianOpening(openingsBefore(period, history, valuing, recordedSince)),
    best: byNet(statement.surfaces, 1),
    dearest: byNet(statement.surfaces, -1),
    dearestHour: dearestHourOf(history, extent, valuing),
  }
}
