/** What the rules say of a page at an instant, and when that changes. */
import { allowedNow, hasAllowance, nextAllowanceAt, toMs } from './allowance'
import type { Pass } from './pass'
import type { Use } from './use'
import { hoursAt, isHours } from './hours'
import { MINUTE_MS } from '../time/local-time'
import { type Calendar, nextRationAt, type Ration, weekOf } from './ration'
import { type Bound, type Rule, STRICTNESS, type Strictness } from './rule'
import { leftOf, nextSessionAt, type Session, sessionAt } from './session'
import { msUntilCost, type PriceAt } from '../value/valuation'

/** What rules are judged by, beside themselves. */
export interface Terms extends Calendar {
  ration: Ration
  priceAt: PriceAt
}

/** What has been used by a rule, and what holds for it. */
export interface Usage {
  used: Use
  session: Session | null
  /** Until when hours that were closed before stay so, whatever has become of the clock. */
  heldUntil: number | null
}

export const NO_USE: Usage = { used: { ms: 0, opens: 0, amountMinor: null }, session: null, heldUntil: null }

/** A rule as it stands, whatever page is in front. */
export interface Standing {
  rule: Rule
  used: Use
  /** In the unit of the bound; null where none holds today. */
  allowed: number | null
  isSpent: boolean
  /** When it opens again by itself; null while it is open, and where only a change could open it. */
  opensAt: number | null
  /** Attention that is left until it is spent, ms; null where it is not attention that spends it. */
  leftMs: number | null
  /** When the clock will close it next. */
  closesAt: number | null
  passUntil: number | null
  /** What one warning is given for only once: the ration, the session or the hours. */
  round: string
}

type Part = Pick<Standing, 'allowed' | 'isSpent' | 'opensAt' | 'leftMs' | 'closesAt' | 'round'>

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
  const { isClosed, changesAt } = hoursAt(bound, at, terms.offsetAt)
  const heldUntil = usage.heldUntil !== null && usage.heldUntil > at ? usage.heldUntil : null
  if (isClosed || heldUntil !== null) {
    const until = Math.max(isClosed ? changesAt : 0, heldUntil ?? 0)
    return open({ isSpent: true, opensAt: until === Infinity ? null : until, round: `${until}` })
  }
  return open({ closesAt: changesAt === Infinity ? null : changesAt, round: `${changesAt}` })
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

/** What adding up fractions of a cent may be off by. */
const SUM_ERROR_MINOR = 1e-6

function leftMsOf(bound: Bound, used: Use, allowed: number, at: number, terms: Terms): number | null {
  if (bound.type === 'time') return Math.max(0, toMs(allowed) - used.ms)
  if (bound.type !== 'money') return null
  const leftMinor = allowed - (used.amountMinor ?? 0)
  return leftMinor <= SUM_ERROR_MINOR ? 0 : msUntilCost(leftMinor, at, terms.offsetAt(at), terms.priceAt)
}

function allowancePart(
  bound: Extract<Bound, { allowance: unknown }>,
  usage: Usage,
  at: number,
  terms: Terms,
): Part {
  const allowed = allowedNow(bound.allowance, terms.ration)
  const { day } = terms.ration
  const round = bound.allowance.per === 'week' ? weekOf(terms.ration, terms).first : day
  if (allowed === null) return open({ round })
  const leftMs = leftMsOf(bound, usage.used, allowed, at, terms)
  const isSpent = bound.type === 'opens' ? usage.used.opens >= allowed : leftMs === 0
  const opensAt = isSpent ? nextAllowanceAt(bound.allowance, terms.ration, terms) : null
  return open({ allowed, isSpent, opensAt, leftMs, round })
}

function partOf(bound: Bound, usage: Usage, at: number, terms: Terms): Part {
  if (isHours(bound)) return hoursPart(bound, usage, at, terms)
  return hasAllowance(bound) ? allowancePart(bound, usage, at, terms) : sessionPart(bound, usage, at)
}

/** Until when a pass holds; one for the day ends with its ration, also where a journey lets that end early. */
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
    ...partOf(rule.bound, usage, at, terms),
  }
}

/** Whether it stands in the way: spent, and nobody has taken a pass. */
export const isInTheWay = ({ isSpent, passUntil: until }: Standing): boolean => isSpent && until === null

/** The page that is judged. */
export interface JudgedPage {
  covers: (rule: Rule) => boolean
  /** Whether it has the person's attention. */
  isAttended: boolean
  /** Whether what was let through lasts: a pause that was sat through, a visit that was counted. */
  isLetIn: (rule: Rule) => boolean
}

export interface Decision {
  /** What stands before the page; a notice stands before none. */
  state: 'open' | Strictness
  /** The rule that decides; null where none does. */
  rule: Rule | null
  /** When that rule opens again; null if it does not by itself. */
  until: number | null
  /** The next instant at which any of this changes, if things go on as they are. */
  nextAt: number
}

const rank = (strictness: Strictness): number => STRICTNESS.indexOf(strictness)

/** The next instants at which a standing changes. */
function changesOf(standing: Standing, isAttended: boolean, at: number, terms: Terms): number[] {
  const { opensAt, closesAt, leftMs, isSpent } = standing
  return [
    opensAt,
    closesAt,
    standing.passUntil,
    isAttended && !isSpent && leftMs !== null ? at + leftMs : null,
    hasAllowance(standing.rule.bound) ? nextRationAt(terms.ration, terms) : null,
  ].filter((instant) => instant !== null && instant > at) as number[]
}

/** Of several rules the strictest decides; among those, the one that opens last. */
export function decideBy(
  standings: readonly Standing[],
  page: JudgedPage,
  at: number,
  terms: Terms,
): Decision {
  const about = standings.filter(({ rule }) => rule.isOn && page.covers(rule))
  const nextAt = Math.min(
    Infinity,
    ...about.flatMap((standing) => changesOf(standing, page.isAttended, at, terms)),
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

/** What the rules say of a page at an instant, from what each has used. */
export const decide = (
  rules: readonly Rule[],
  usageOf: (rule: Rule) => Usage,
  passes: readonly Pass[],
  page: JudgedPage,
  at: number,
  terms: Terms,
): Decision =>
  decideBy(
    rules.map((rule) => standingOf(rule, usageOf(rule), passes, at, terms)),
    page,
    at,
    terms,
  )

/** When a page would be closed by a rule, if attention went on; null where nothing will. */
export function closingAt(standing: Standing, at: number): number | null {
  if (standing.passUntil !== null) return standing.isSpent ? standing.passUntil : null
  if (standing.isSpent) return null
  return standing.closesAt ?? (standing.leftMs === null ? null : at + standing.leftMs)
}

/** The shortest wait that a browser grants an alarm; a nearer instant is held by a timer. */
export const LEAST_ALARM_MS = 0.5 * MINUTE_MS
const TIMER_REACH_MS = 15_000

/**
 * How to be awake at an instant: an alarm that is never less than 30 s ahead and comes a little early, and a
 * timer for what is nearer than that, with an alarm behind it in case the worker is not there any more.
 */
export function wakeUp(nextAt: number, at: number): { alarmAt: number | null; timerMs: number | null } {
  if (nextAt === Infinity) return { alarmAt: null, timerMs: null }
  if (nextAt - at < LEAST_ALARM_MS) return { alarmAt: at + LEAST_ALARM_MS, timerMs: Math.max(0, nextAt - at) }
  return { alarmAt: Math.max(at + LEAST_ALARM_MS, nextAt - TIMER_REACH_MS), timerMs: null }
}
