/**
 * What an hour of attention earns. Yield = return ÷ hours, its price = cost ÷ hours (minor units an hour), over the
 * time for which a rate held. The yield is the sum of two parts: one from the person's own word or ratings, one from
 * assumed worths.
 */
import type { SurfaceProfile } from '../surface/surface-book'
import { exactOf, statementOfAccounts, sumOf, type SurfaceLine } from '../statement/statement'
import { accountsOf, type SurfaceTally } from '../statement/tally'
import type { Period } from '../time/period'
import type { Account } from '../value/valuation'
import { perHourMinor } from '../value/yield'
import { LEAST_ATTENTION_MS, type Missing, type Scope } from './finding'
import { LEAST_WEEKS, missingMinutes, missingWeeks, whenInPeriod } from './missing'
import { talliesOfPeriod, talliesOfWeeks } from './sums'
import { type YearPace, yearPaceOf } from './year-pace'

/** What an hour earned and cost, in minor units. */
export interface Earning {
  /** Time for which a rate held. */
  pricedMs: number
  yieldMinor: number
  priceMinor: number
  /** The parts of the yield: from the person's own word or ratings, and from assumed worths. */
  ownMinor: number
  assumedMinor: number
}

/** Seven days; null where they have too little time with a price. */
export interface YieldWeek {
  week: Period
  earning: Earning | null
}

/** Surfaces by their net; the largest profit or loss first. */
export interface Sides {
  profit: SurfaceLine[]
  loss: SurfaceLine[]
  /** Time with a price on surfaces at a loss. */
  lossMs: number
  netMinor: number
}

export interface HourYield extends Earning, Sides {
  costMinor: number
  returnMinor: number
  /** Time for which no rate held. */
  unpricedMs: number
  /** Surfaces with a price, and how many of them have an assumed worth. */
  surfaces: number
  assumedSurfaces: number
  /** The last eight weeks, the earliest first. */
  weeks: YieldWeek[] | Missing
  year: YearPace | Missing
}

type Accounts = ReadonlyMap<SurfaceProfile, Account>

const pricedMsOf = (account: Account | undefined): number =>
  account ? account.timeMs - account.unpricedMs : 0

const pricedMsIn = (accounts: Accounts): number =>
  [...accounts.values()].reduce((sum, account) => sum + pricedMsOf(account), 0)

/** The accounts of the chosen parts of the tallies, always in the same order. */
const accountsIn = (tallies: readonly SurfaceTally[], isChosen: (part: number) => boolean): Accounts =>
  accountsOf(
    tallies
      .map(({ profile, parts }) => ({
        profile,
        parts: new Map([...parts].filter(([part]) => isChosen(part))),
      }))
      .filter(({ parts }) => parts.size > 0)
      .toSorted((a, b) => (a.profile.surface < b.profile.surface ? -1 : 1)),
  )

/** What an hour of some time earned; null if less than `LEAST_ATTENTION_MS` of it has a price. */
function earningOf(accounts: Accounts): Earning | null {
  const pricedMs = pricedMsIn(accounts)
  if (pricedMs < LEAST_ATTENTION_MS) return null
  const exact = [...accounts].map(([profile, account]) => exactOf(account, profile))
  const { cost, returned } = sumOf(exact)
  const own = sumOf(exact.filter(({ assumed }) => assumed === 'no')).returned
  const yielded = perHourMinor(returned, pricedMs)
  const ownMinor = perHourMinor(own, pricedMs)
  return {
    pricedMs,
    yieldMinor: yielded,
    priceMinor: perHourMinor(cost ?? 0n, pricedMs),
    ownMinor,
    assumedMinor: yielded - ownMinor,
  }
}

/** The surfaces at a profit and at a loss, with the nets of the statement. */
function sidesOf(accounts: Accounts): Sides {
  const { total, surfaces } = statementOfAccounts(accounts)
  const bySize = (sign: 1 | -1) =>
    surfaces
      .filter(({ money }) => money !== null && Math.sign(money.netMinor) === sign)
      .toSorted((a, b) => sign * ((b.money?.netMinor ?? 0) - (a.money?.netMinor ?? 0)))
  const loss = bySize(-1)
  return {
    profit: bySize(1),
    loss,
    lossMs: loss.reduce((sum, { profile }) => sum + pricedMsOf(accounts.get(profile)), 0),
    netMinor: total.money?.netMinor ?? 0,
  }
}

function weeksOf(scope: Scope): HourYield['weeks'] {
  const { weeks, tallies } = talliesOfWeeks(scope)
  const found = weeks.map((week, index) => ({
    week,
    earning: earningOf(accountsIn(tallies, (part) => part === index)),
  }))
  const have = found.filter(({ earning }) => earning !== null).length
  return have < LEAST_WEEKS ? missingWeeks(have, scope) : found
}

/** The year at the pace of the days that are over: part 0 of the tallies of the period. */
function yearOf(scope: Scope, tallies: readonly SurfaceTally[]): HourYield['year'] {
  const { netMinor, lossMs } = sidesOf(accountsIn(tallies, (part) => part === 0))
  return yearPaceOf(netMinor, lossMs, scope)
}

/** Why there is no yield: no rate holds at the end of the period, or too little time has a price. */
function missingOf(scope: Scope, pricedMs: number, unpricedMs: number): Missing {
  const { extent, valuing } = scope
  const hasRate = pricedMs > 0 || valuing.priceAt(extent.until - 1).price !== null
  if (!hasRate) return { lacks: 'rate', have: 0, need: 1, when: { by: 'setting' } }
  const when = whenInPeriod(pricedMs, LEAST_ATTENTION_MS, scope)
  return missingMinutes(unpricedMs > 0 ? 'pricedMinutes' : 'minutes', pricedMs, LEAST_ATTENTION_MS, when)
}

/** What an hour of a period earned; missing without a rate or below half an hour with a price. */
export function hourYieldOf(scope: Scope): HourYield | Missing {
  const tallies = talliesOfPeriod(scope)
  const accounts = accountsIn(tallies, () => true)
  const earning = earningOf(accounts)
  const { total, surfaces, unpricedMs } = statementOfAccounts(accounts)
  if (earning === null) return missingOf(scope, pricedMsIn(accounts), unpricedMs)
  const priced = surfaces.filter(({ money }) => money !== null)
  return {
    ...earning,
    ...sidesOf(accounts),
    costMinor: total.money?.costMinor ?? 0,
    returnMinor: total.money?.returnMinor ?? 0,
    unpricedMs,
    surfaces: priced.length,
    assumedSurfaces: priced.filter(({ assumed }) => assumed !== 'no').length,
    weeks: weeksOf(scope),
    year: yearOf(scope, tallies),
  }
}

/** The weeks with a figure, the earliest first; `ago` is how many weeks each lies before the last one. */
export const knownWeeks = ({ weeks }: Pick<HourYield, 'weeks'>): { ago: number; earning: Earning }[] =>
  'lacks' in weeks
    ? []
    : weeks.flatMap(({ earning }, index) => (earning ? [{ ago: weeks.length - 1 - index, earning }] : []))
