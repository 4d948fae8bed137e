import { roundLines } from '../value/columns'
import type { Kind } from '../surface/kind'
import { KINDS } from '../surface/kind'
import type { Span } from '../record/span'
import type { SurfaceProfile } from '../surface/surface-book'
import { type PriceAt } from '../value/hour-price'
import { Account, returnOf, toMinor } from '../value/valuation'

/** Amounts in minor units; `netMinor` is the shown return minus the shown cost. */
export interface Money {
  costMinor: number
  returnMinor: number
  netMinor: number
}

export interface Line {
  timeMs: number
  /** Null where no rate held. */
  money: Money | null
  /** How much of the return depends on assumed or unknown worths instead of the person's own. */
  assumed: Assumed
}

export type Assumed = 'no' | 'partly' | 'wholly'

export interface SurfaceLine extends Line {
  profile: SurfaceProfile
}

export interface KindLine extends Line {
  kind: Kind
}

/** A period in figures; lines are in order of time spent, the longest first. */
export interface Statement {
  total: Line
  surfaces: SurfaceLine[]
  kinds: KindLine[]
  /** Time for which no rate held. */
  unpricedMs: number
}

/** The exact figures of a line, before rounding. */
export interface Exact {
  timeMs: number
  cost: bigint | null
  returned: bigint
  assumed: Assumed
}

/** The exact figures of a surface's account. */
export const exactOf = (account: Account, profile: SurfaceProfile): Exact => {
  const cost = account.cost()
  return {
    timeMs: account.timeMs,
    cost,
    returned: cost === null ? 0n : returnOf(cost, profile.worth.worthQuarters),
    assumed: ['assumed', 'unknown'].includes(profile.worth.source) ? 'wholly' : 'no',
  }
}

/** Time without a price has no return, and so assumes nothing. */
function assumedOf(parts: readonly Exact[]): Assumed {
  const priced = parts.filter(({ cost }) => cost !== null)
  if (priced.every(({ assumed }) => assumed === 'no')) return 'no'
  return priced.every(({ assumed }) => assumed === 'wholly') ? 'wholly' : 'partly'
}

/** The sum of several figures. */
export const sumOf = (parts: readonly Exact[]): Exact => ({
  timeMs: parts.reduce((sum, part) => sum + part.timeMs, 0),
  cost: parts.reduce<bigint | null>((sum, { cost }) => (cost === null ? sum : (sum ?? 0n) + cost), null),
  returned: parts.reduce((sum, part) => sum + part.returned, 0n),
  assumed: assumedOf(parts),
})

/** Lines whose columns add up to the rounded total. */
export function linesOf(parts: readonly Exact[]): Line[] {
  const rounded = roundLines(parts.map(({ cost, returned }) => ({ cost: cost ?? 0n, returned })))
  return parts.map(({ timeMs, cost, assumed }, row) => {
    const { costMinor, returnMinor } = rounded[row]!
    const money = cost === null ? null : { costMinor, returnMinor, netMinor: returnMinor - costMinor }
    return { timeMs, money, assumed }
  })
}

type Accounts = Map<SurfaceProfile, Account>

/** The account of a surface, which is opened if there is none. */
export function accountOf(accounts: Accounts, profile: SurfaceProfile): Account {
  const account = accounts.get(profile) ?? new Account()
  accounts.set(profile, account)
  return account
}

/** An account for each surface of some spans. */
export function accountsOfSpans(
  spans: readonly Span[],
  profileOf: (surface: string) => SurfaceProfile,
  priceAt: PriceAt,
): Accounts {
  const accounts: Accounts = new Map()
  for (const span of spans) accountOf(accounts, profileOf(span.surface)).add(span, priceAt)
  return accounts
}

/** Sums spans by surface and kind and prices them. */
export const statementOf = (...spans: Parameters<typeof accountsOfSpans>): Statement =>
  statementOfAccounts(accountsOfSpans(...spans))

/** Makes the statement from an account for each surface. */
export function statementOfAccounts(accounts: ReadonlyMap<SurfaceProfile, Account>): Statement {
  const rows = [...accounts]
    .map(([profile, account]) => ({ profile, account, exact: exactOf(account, profile) }))
    .sort((a, b) => b.exact.timeMs - a.exact.timeMs)
  const byKind = KINDS.map((kind) => ({
    kind,
    exact: sumOf(rows.filter(({ profile }) => profile.kind === kind).map(({ exact }) => exact)),
  }))
    .filter(({ exact }) => exact.timeMs > 0)
    .sort((a, b) => b.exact.timeMs - a.exact.timeMs)

  const total = sumOf(rows.map(({ exact }) => exact))
  const costMinor = toMinor(total.cost ?? 0n)
  const returnMinor = toMinor(total.returned)
  const surfaceLines = linesOf(rows.map(({ exact }) => exact))
  const kindLines = linesOf(byKind.map(({ exact }) => exact))
  return {
    total: {
      timeMs: total.timeMs,
      assumed: total.assumed,
      money: total.cost === null ? null : { costMinor, returnMinor, netMinor: returnMinor - costMinor },
    },
    surfaces: rows.map(({ profile }, row) => ({ profile, ...(surfaceLines[row] as Line) })),
    kinds: byKind.map(({ kind }, row) => ({ kind, ...(kindLines[row] as Line) })),
    unpricedMs: rows.reduce((sum, { account }) => sum + account.unpricedMs, 0),
  }
}
