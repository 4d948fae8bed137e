/** Decides what the rules do about a page at an instant, and when that changes. */
import { allowedNow, hasAllowance, nextAllowanceAt, toMs } from './allowance'
import { missingMs } from './comes-first'
import type { Pass } from './pass'
import type { Use } from './use'
import { amountIn } from './used-amount'
import { type FocusBound, focusAt, isFocus } from './focus'
import { hoursAt, isHours } from './hours'
import { type Calendar, nextRationAt, type Ration, weekOf } from './ration'
import { type Bound, type Rule, STRICTNESS, type Strictness } from './rule'
import { leftOf, nextSessionAt, type Session, sessionAt } from './session'
import { type PriceAt } from '../value/hour-price'
import { msUntilCost } from '../value/valuation'

/** The ration, calendar and prices by which rules are judged. */
export interface Terms extends Calendar {
  ration: Ration
  /** The currency of the prices, ISO 4217; null without a rate. */
  currency: string | null
  priceAt: PriceAt
}

/** The use of a rule, its session, and how long its closed hours are held. */
export interface Usage {
  used: Use
  session: Session | null
  /** Until when hours that were closed stay closed, whatever the clock shows now. */
  heldUntil: number | null
  /** When hours that are still to come close at the latest, whatever the clock shows now. */
  heldFrom?: number | undefined
  /** Attention in this ration to what has to come first, ms. */
  firstMs?: number
  /** What is added to today's allowance, in its unit (see `carriedOver`). */
  carried?: number
}

/** How a rule stands, whatever page is in front. */
export interface Standing {
  rule: Rule
  used: Use
  /** The allowance in the unit of the bound, with what was carried over; null if there is none today. */
  allowed: number | null
  isSpent: boolean
  /** When it opens again by itself; null while it is open, or if only a change can open it. */
  opensAt: number | null
  /** Attention left until it is used up, ms; null if attention does not use it up. */
  leftMs: number | null
  /** When it next closes by the clock; null if it does not. */
  closesAt: number | null
  passUntil: number | null
  /** Identifies the ration, session or hours; each warning is given once for it. */
  round: string
  /** Attention to what has to come first that is still missing, ms; absent if none is. Until then the rule is used up. */
  missingMs?: number
  /** How much of `allowed` was left the day before; absent if nothing was. */
  carried?: number
}

type Part = Pick<
  Standing,
  'allowed' | 'isSpent' | 'opensAt' | 'leftMs' | 'closesAt' | 'round' | 'missingMs' | 'carried'
>

const open = (part: Partial<Part>): Part => ({
  allowed: null,
  isSpent: false,
  opensAt: null,
  leftMs: null,
  closesAt: null,
  round: '',
  ...part,
})

function hoursPart(
  bound: Bound & { type: 'hours' | 'cutoff' },
  usage: Usage,
  at: number,
  terms: Terms,
): Part {
  const { isClosed, changesAt } = hoursAt(bound, at, terms)
  const heldUntil = usage.heldUntil !== null && usage.heldUntil > at ? usage.heldUntil : null
  if (isClosed || heldUntil !== null) {
    const until = Math.max(isClosed ? changesAt : 0, heldUntil ?? 0)
    return open({ isSpent: true, opensAt: until === Infinity ? null : until, round: `${until}` })
  }
  const closesAt = Math.min(changesAt, usage.heldFrom ?? Infinity)
  return open({ closesAt: closesAt === Infinity ? null : closesAt, round: `${closesAt}` })
}

function focusPart(bound: FocusBound, at: number): Part {
  const { isClosed, changesAt } = focusAt(bound, at)
  if (isClosed) return open({ isSpent: true, opensAt: changesAt, round: `${changesAt}` })
  const closesAt = changesAt < bound.endsAt ? changesAt : null
  return open({ closesAt, round: `${closesAt}` })
}

function sessionPart(bound: Bound & { type: 'sessions' }, usage: Usage, at: number): Part {
  const session = sessionAt(usage.session, bound, at)
  const opensAt = nextSessionAt(session, bound)
  return open({
    allowed: bound.minutes,
    isSpent: opensAt !== null,
    opensAt,
    leftMs: leftOf(session, bound),
    round: `${session?.startedAt ?? at}`,
  })
}

/** Tolerance for rounding errors in sums of fractional minor units. */
const SUM_ERROR_MINOR = 1e-6

function leftMsOf(bound: Bound, used: Use, allowed: number, at: number, terms: Terms): number | null {
  if (bound.type === 'time') return Math.max(0, toMs(allowed) - used.ms)
  if (bound.type !== 'money') return null
  const { amountMinor: amount, currency } = used
  const leftMinor = allowed - (amountIn({ amount, currency }, bound.currency) ?? 0)
  return leftMinor <= SUM_ERROR_MINOR ? 0 : msUntilCost(leftMinor, at, terms.offsetAt(at), terms.priceAt)
}

function allowancePart(
  bound: Extract<Bound, { allowance: unknown }>,
  usage: Usage,
  at: number,
  terms: Terms,
): Part {
  const own = allowedNow(bound.allowance, terms.ration)
  const carried = Math.min(own ?? 0, usage.carried ?? 0)
  const allowed = own === null ? null : own + carried
  const { day } = terms.ration
  const round = bound.allowance.per === 'week' ? weekOf(terms.ration, terms).first : day
  if (allowed === null) return open({ round })
  const leftMs = leftMsOf(bound, usage.used, allowed, at, terms)
  const isSpent = bound.type === 'opens' ? usage.used.opens >= allowed : leftMs === 0
  const opensAt = isSpent ? nextAllowanceAt(bound.allowance, terms.ration, terms) : null
  return open({ allowed, isSpent, opensAt, leftMs, round, ...(carried > 0 && { carried }) })
}

function partOf(bound: Bound, usage: Usage, at: number, terms: Terms): Part {
  if (isHours(bound)) return hoursPart(bound, usage, at, terms)
  if (isFocus(bound)) return focusPart(bound, at)
  return hasAllowance(bound) ? allowancePart(bound, usage, at, terms) : sessionPart(bound, usage, at)
}

/** Closes a rule whose pages something else has to come before. It opens by no clock, so nobody knows when. */
function withMissing(part: Part, missing: number): Part {
  if (missing === 0) return part
  const opensAt = part.isSpent ? part.opensAt : null
  return { ...part, isSpent: true, opensAt, missingMs: missing, round: `${part.round} first` }
}

/**
 * Until when a pass holds. A pass for the day ends with its ration, even if another time zone ends that
 * early.
 */
const passUntil = (rule: Rule, passes: readonly Pass[], at: number, { ration }: Terms): number | null => {
  const ends = passes
    .filter((pass) => pass.rule === rule.id && pass.at <= at && at < pass.until)
    .filter(({ type, day }) => type !== 'day' || day >= ration.day)
    .map(({ until }) => until)
  return ends.length > 0 ? Math.max(...ends) : null
}

/** How a rule stands at an instant. */
export function standingOf(
  rule: Rule,
  usage: Usage,
  passes: readonly Pass[],
  at: number,
  terms: Terms,
): Standing {
  return {
    rule,
    used: usage.used,
    passUntil: passUntil(rule, passes, at, terms),
    ...withMissing(
      partOf(rule.bound, usage, at, terms),
      missingMs(rule, usage.firstMs ?? 0, terms.ration.day),
    ),
  }
}

/** Whether the rule blocks its pages: it is used up and no pass holds. */
export const isInTheWay = ({ isSpent, passUntil: until }: Standing): boolean => isSpent && until === null

/** The page that is judged. */
export interface JudgedPage {
  covers: (rule: Rule) => boolean
  /** Whether its time counts now. */
  isCounted: boolean
  /** Whether the rule has let this visit in: its pause is over, or the visit was counted as an open. */
  isLetIn: (rule: Rule) => boolean
}

export interface Decision {
  /** `open`, or the strictness of the rule that decides. A notice does not block the page. */
  state: 'open' | Strictness
  /** The rule that decides; null if none does. */
  rule: Rule | null
  /** When that rule opens again; null if it does not by itself. */
  until: number | null
  /** The next instant at which any of this changes, if nothing else happens. */
  nextAt: number
}

const rank = (strictness: Strictness): number => STRICTNESS.indexOf(strictness)

/** The next instants at which a standing changes. */
function nextChanges(standing: Standing, isCounted: boolean, at: number, terms: Terms): number[] {
  const { opensAt, closesAt, leftMs, isSpent } = standing
  return [
    opensAt,
    closesAt,
    standing.passUntil,
    isCounted && !isSpent && leftMs !== null ? at + leftMs : null,
    hasAllowance(standing.rule.bound) ? nextRationAt(terms.ration, terms) : null,
  ].filter((instant) => instant !== null && instant > at) as number[]
}

/** The strictest rule decides; among equally strict rules, the one that opens last. */
export function decide(standings: readonly Standing[], page: JudgedPage, at: number, terms: Terms): Decision {
  const about = standings.filter(({ rule }) => rule.isOn && page.covers(rule))
  const nextAt = Math.min(
    Infinity,
    ...about.flatMap((standing) => nextChanges(standing, page.isCounted, at, terms)),
  )
  const inTheWay = about.filter((standing) => isInTheWay(standing) && !page.isLetIn(standing.rule))
  const [first] = inTheWay.toSorted(
    (a, b) =>
      rank(b.rule.strictness) - rank(a.rule.strictness) ||
      (b.opensAt ?? Infinity) - (a.opensAt ?? Infinity) ||
      0,
  )
  if (!first) return { state: 'open', rule: null, until: null, nextAt }
  return { state: first.rule.strictness, rule: first.rule, until: first.opensAt, nextAt }
}

/** When a rule would close a page if attention went on; null if it would not. */
export function closingAt(standing: Standing, at: number): number | null {
  if (standing.passUntil !== null) return standing.isSpent ? standing.passUntil : null
  if (standing.isSpent) return null
  return standing.closesAt ?? (standing.leftMs === null ? null : at + standing.leftMs)
}
