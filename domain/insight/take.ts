/**
 * What the hours on a platform cost the person and gave back, and what the platform earned from the same hours.
 * Earned = hours × US cents an hour of a US user × region factor; it is revenue, and an estimate (see
 * `data/platform-takes.ts`). Platforms without a public figure are named and stay unknown.
 */
import type { DollarRate, Region } from '../settings/settings'
import type { Kind } from '../surface/kind'
import { catalogSite, headSite } from '../surface/catalog/catalog'
import { ownerOf } from '../surface/catalog/owners'
import { type SiteLine, siteLines } from '../statement/site-lines'
import type { Assumed, Money } from '../statement/statement'
import type { SurfaceTally } from '../statement/tally'
import { HOUR_MS, MINUTE_MS } from '../time/local-time'
import { minorDigits } from '../value/minor-units'
import type { Grade } from './data/grade'
import { factorOf, gradeIn, PLATFORM_TAKES, type PlatformTake } from './data/platform-takes'
import type { Missing, Scope } from './finding'
import { missingMinutes, whenInPeriod } from './missing'
import { talliesOfPeriod } from './sums'

/** Less time than this on all platforms together is no finding. */
const LEAST_MS_ON_PLATFORMS = MINUTE_MS

/** What something is at least, most likely and at most. */
export interface Estimate {
  low: number
  central: number
  high: number
}

export interface TakeFigures {
  timeMs: number
  /** Time for which no rate held. */
  unpricedMs: number
  /** Null where no rate held. */
  money: Money | null
  assumed: Assumed
  /** Whole US cents; null until the person has chosen a region. */
  earned: Estimate | null
}

export interface TakeLine extends TakeFigures {
  take: PlatformTake
  name: string
  owner: string
  /** How sure `earned` is; null without it. */
  grade: Grade | null
}

export interface Take {
  /** The platforms with a public figure and time in the period: the largest loss first, then the most time. */
  lines: TakeLine[]
  /** The sums of owners of several of them. */
  owners: (TakeFigures & { owner: string })[]
  total: TakeFigures
  /** Names of known sites with time but without a public figure, save those for work and learning. */
  unknown: string[]
}

/** A platform of the table, and the lines of its sites. */
interface Visited {
  take: PlatformTake
  lines: readonly SiteLine[]
  unpricedMs: number
}

const takeBySite = new Map(PLATFORM_TAKES.map((take) => [take.site, take]))

const nameOf = (site: string): string => catalogSite(site)?.name ?? site

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function moneyOf(lines: readonly SiteLine[]): Money | null {
  const known = lines.flatMap(({ money }) => money ?? [])
  if (known.length === 0) return null
  const costMinor = sum(known.map((money) => money.costMinor))
  const returnMinor = sum(known.map((money) => money.returnMinor))
  return { costMinor, returnMinor, netMinor: returnMinor - costMinor }
}

function assumedIn(lines: readonly SiteLine[]): Assumed {
  const words = new Set(lines.flatMap(({ money, assumed }) => (money ? assumed : [])))
  const [only = 'no'] = words
  return words.size > 1 ? 'partly' : only
}

const timeOf = ({ lines }: Visited): number => sum(lines.map(({ timeMs }) => timeMs))

/** Rounded once for each platform: whole cents, of which sums are made, so that columns add up. */
function earnedFrom(visited: Visited, region: Region): Estimate {
  const { take } = visited
  const factor = (timeOf(visited) * factorOf(take, region)) / (HOUR_MS * 100)
  const of = (figure: keyof Estimate) => Math.round(take[figure] * factor)
  return { low: of('low'), central: of('central'), high: of('high') }
}

function sumOfEstimates(parts: readonly Estimate[]): Estimate {
  const of = (figure: keyof Estimate) => sum(parts.map((part) => part[figure]))
  return { low: of('low'), central: of('central'), high: of('high') }
}

function figuresOf(visited: readonly Visited[], region: Region | null): TakeFigures {
  const lines = visited.flatMap((one) => one.lines)
  return {
    timeMs: sum(visited.map(timeOf)),
    unpricedMs: sum(visited.map(({ unpricedMs }) => unpricedMs)),
    money: moneyOf(lines),
    assumed: assumedIn(lines),
    earned: region && sumOfEstimates(visited.map((one) => earnedFrom(one, region))),
  }
}

function unpricedBySite(tallies: readonly SurfaceTally[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const { profile, parts } of tallies) {
    const ownMs = sum([...parts.values()].map(({ account }) => account.unpricedMs))
    const head = headSite(profile.site)
    found.set(head, (found.get(head) ?? 0) + ownMs)
  }
  return found
}

/** The largest loss first, then the most time. */
const byLoss = (one: TakeFigures, other: TakeFigures): number =>
  (one.money?.netMinor ?? 0) - (other.money?.netMinor ?? 0) || other.timeMs - one.timeMs

const lineOf = (visited: Visited, region: Region | null): TakeLine => ({
  ...figuresOf([visited], region),
  take: visited.take,
  name: nameOf(visited.take.site),
  owner: ownerOf(visited.take.site),
  grade: region && gradeIn(visited.take, region),
})

function ownersOf(visited: readonly Visited[], region: Region | null): Take['owners'] {
  return [...Map.groupBy(visited, ({ take }) => ownerOf(take.site))]
    .filter(([, own]) => own.length > 1)
    .map(([owner, own]) => ({ owner, ...figuresOf(own, region) }))
    .toSorted(byLoss)
}

/** Sites of these kinds live on fees and pay; the others sell attention, as far as they earn at all. */
const NOT_SOLD: ReadonlySet<Kind> = new Set(['work', 'learning'])

const isUnknown = (head: string): boolean => {
  const known = catalogSite(head)
  return known !== undefined && !takeBySite.has(head) && !NOT_SOLD.has(known.kind)
}

/** What each platform cost, gave back and earned in a period; missing without a minute on any of the table. */
export function takeOf(scope: Scope, region: Region | null): Take | Missing {
  const tallies = talliesOfPeriod(scope)
  const unpriced = unpricedBySite(tallies)
  const byHead = Map.groupBy(siteLines(tallies, [], 'sites'), ({ key }) => headSite(key))
  const visited = [...byHead].flatMap(([head, lines]) => {
    const take = takeBySite.get(head)
    return take ? [{ take, lines, unpricedMs: unpriced.get(head) ?? 0 }] : []
  })
  const total = figuresOf(visited, region)
  if (total.timeMs < LEAST_MS_ON_PLATFORMS) {
    const when = whenInPeriod(total.timeMs, LEAST_MS_ON_PLATFORMS, scope)
    return missingMinutes('platforms', total.timeMs, LEAST_MS_ON_PLATFORMS, when)
  }
  return {
    lines: visited.map((one) => lineOf(one, region)).toSorted(byLoss),
    owners: ownersOf(visited, region),
    total,
    unknown: [...byHead.keys()].filter(isUnknown).map(nameOf),
  }
}

/** The rate at which a currency is compared with US$, in ten-thousandths a US$; null if there is none for it. */
export function perDollarOf(currency: string, typed: DollarRate | null): number | null {
  if (currency === 'USD') return 10_000
  return typed?.currency === currency ? typed.perDollar : null
}

/**
 * The exchange ratio: cost ÷ earned, a pure number. Null without a rate to the US$ (`perDollarOf`), or where some
 * time has no price or nothing was earned.
 */
export function exchangeRatio(
  { money, unpricedMs, earned }: TakeFigures,
  currency: string,
  perDollar: number | null,
): Estimate | null {
  if (money === null || unpricedMs > 0 || perDollar === null || !earned || earned.low <= 0) return null
  const cost = money.costMinor / 10 ** minorDigits(currency)
  const over = (cents: number) => cost / ((cents / 100) * (perDollar / 10_000))
  return { low: over(earned.high), central: over(earned.central), high: over(earned.low) }
}
