/**
 * The stored state of the firewall and how it moves forward: advance it to an instant (`advanceTo`), count
 * what is in front (`observe`), and ask how the rules stand. Nothing is changed in place.
 */
import type { AllowedBefores } from './carry-over'
import { countedFor, plusFirst } from './comes-first'
import type { Observation } from '../record/attention'
import type { Pass } from './pass'
import { heldHours, type HeldHours } from './held-hours'
import { CORRECTION_MS, type Day, MINUTE_MS, type OffsetAt } from '../time/local-time'
import type { Terms } from './limits'
import { count, type Count, type Meter, type MeterPolicy } from './meter'
import { endedAt } from './passes'
import { type Calendar, type Ration, rationAt, weekAt } from './ration'
import type { Rule, StoredRule } from './rule'
import { focusSetBack } from './focus'
import { ruleSetBack, settled } from './rule-changes'
import { withAttention } from './joint-session'
import { type Session, setBack } from './session'
import type { ElsewhereUse } from './elsewhere'
import { usageIn } from './new-ration'
import { type HeldTerms, type LimitTerms, termsAt, termsSetBack } from './limit-terms'
import { addTo, cutAt, dayOfUse, emptyRow, usageKey, type UsageRow, worthOfCount } from './usage-row'
import { NO_AMOUNT } from './used-amount'
import { intervalOf } from '../record/span'
import { pricing } from '../value/hour-price'

/** The stored state beside rules, use and passes. */
export interface FirewallRow extends HeldHours {
  ration: Ration | null
  /** The previous ration; attention of it that is counted late still goes to it. */
  lastRation: Ration | null
  /** The first day of the week in force. */
  week: Day | null
  /** The latest instant that the guard has seen. */
  lastAt: number
  meter: Meter
  /** By rule id. */
  sessions: Readonly<Record<string, Session>>
  /** Null while there are no rules. */
  terms: HeldTerms | null
  /** What rules that carry over allowed on the day before this ration. */
  allowedBefore: AllowedBefores
}

export const NEW_FIREWALL_ROW: FirewallRow = {
  ration: null,
  lastRation: null,
  week: null,
  lastAt: 0,
  meter: { attention: null, counted: null },
  sessions: {},
  heldUntil: {},
  nextClosed: {},
  terms: null,
  allowedBefore: {},
}

export interface FirewallState {
  state: FirewallRow
  rules: readonly StoredRule[]
  /** By `usageKey`. */
  usage: ReadonlyMap<string, UsageRow>
  passes: readonly Pass[]
}

/** The firewall state at an instant (see `advanceTo`). */
export interface FirewallNow extends FirewallState {
  at: number
  /** The settings, rates and opinions that limits use at this instant. */
  held: LimitTerms
  calendar: Calendar
  terms: Terms
  currency: string | null
}

const rulesIn = (firewall: Pick<FirewallState, 'rules'>): Rule[] => firewall.rules.map(({ rule }) => rule)

/** The rules in force, and the stricter ones that will return. */
const rulesToKeep = (firewall: Pick<FirewallState, 'rules'>): Rule[] =>
  firewall.rules.flatMap(({ rule, heals }) => (heals ? [rule, heals.value] : [rule]))

/** The ids of the rules whose hours change as their change falls due. */
function changedHours(
  before: readonly StoredRule[],
  after: readonly StoredRule[],
  isNewDayStart: boolean,
): Set<string> {
  const bounds = new Map(before.map(({ id, rule }) => [id, rule.bound]))
  const isChanged = ({ id, rule: { bound } }: StoredRule): boolean =>
    (isNewDayStart && bound.type === 'cutoff') || JSON.stringify(bounds.get(id)) !== JSON.stringify(bound)
  return new Set(after.filter(isChanged).map(({ id }) => id))
}

/** The sessions of existing rules, moved along with a clock that was set back. */
const sessionsNow = (
  sessions: FirewallRow['sessions'],
  rules: readonly StoredRule[],
  setBackMs: number,
): FirewallRow['sessions'] =>
  Object.fromEntries(
    Object.entries(sessions)
      .filter(([id]) => rules.some((rule) => rule.id === id))
      .map(([id, session]) => [id, setBackMs > 0 ? setBack(session, setBackMs) : session]),
  )

/**
 * Advances the state to an instant and applies every change that is due. Setting the clock back gives no
 * allowance or pass twice. `others` is use in private windows and on other devices.
 */
export function advanceTo(
  firewall: FirewallState,
  at: number,
  wanted: LimitTerms,
  offsetAt: OffsetAt,
  others: readonly UsageRow[] = [],
): FirewallNow {
  const { state } = firewall
  const setBackMs = state.lastAt - at > CORRECTION_MS ? state.lastAt - at : 0
  const known = setBackMs > 0 && state.terms ? termsSetBack(state.terms, at) : state.terms
  const terms = termsAt(known, wanted, rulesToKeep(firewall), at, offsetAt)
  const { dayStartHour, weekStart, rates } = terms.held
  const currency = rates.length === 0 ? null : terms.held.currency
  const ration = rationAt(state.ration, at, { dayStartHour, weekStart, offsetAt }, state.lastAt)
  const lastWeek = state.week ?? (state.ration && weekAt(null, state.ration.day, weekStart))
  const week = weekAt(lastWeek, ration.day, weekStart)
  const calendar: Calendar = { dayStartHour, weekStart, offsetAt, week }
  const moved = (stored: StoredRule) => focusSetBack(ruleSetBack(stored, at), setBackMs)
  const before = setBackMs > 0 ? firewall.rules.map(moved) : firewall.rules
  const rules = before.flatMap((stored) => settled(stored, at, calendar) ?? [])
  const changed = changedHours(before, rules, known !== null && known.held.dayStartHour !== dayStartHour)
  const isNew = state.ration !== null && ration.day !== state.ration.day
  const { usage, allowedBefore } = usageIn(
    ration,
    { ...state, usage: firewall.usage, last: state.ration, lastWeek, others },
    { before: rulesIn({ rules: before }), after: rulesIn({ rules }) },
    calendar,
  )
  return {
    rules,
    usage,
    passes: setBackMs > 0 ? firewall.passes.map((pass) => endedAt(pass, at)) : firewall.passes,
    state: {
      ...state,
      ration,
      week,
      lastRation: isNew ? state.ration : state.lastRation,
      // Small steps back keep the latest instant, so that many of them add up and are noticed.
      lastAt: setBackMs > 0 ? at : Math.max(state.lastAt, at),
      sessions: sessionsNow(state.sessions, rules, setBackMs),
      ...heldHours(state, rulesIn({ rules }), changed, setBackMs, at, calendar),
      allowedBefore,
      // Without rules no terms are held, so that no site names are stored here.
      terms: rules.length === 0 ? null : terms,
    },
    at,
    held: terms.held,
    calendar,
    currency,
    terms: {
      ...calendar,
      ration,
      currency,
      priceAt: pricing(rates, currency, dayStartHour),
    },
  }
}

type Usages = ReadonlyMap<string, UsageRow>

function addStretch(usage: Map<string, UsageRow>, day: Day, one: Count, rule: Rule, terms: Terms): void {
  const { ms, cost } = worthOfCount(one, rule, terms)
  const row = emptyRow(rule.id, dayOfUse(rule, intervalOf(one.stretch), day, terms))
  if (ms !== 0) usage.set(usageKey(row), addTo(usage.get(usageKey(row)) ?? row, ms, cost))
}

/** Adds attention to what comes first, whatever its cost and the hours of the rule. */
function addFirst(usage: Map<string, UsageRow>, day: Day, { stretch, sign }: Count, { id }: Rule): void {
  const row = usage.get(usageKey({ rule: id, day })) ?? emptyRow(id, day)
  usage.set(usageKey(row), plusFirst(row, sign * (stretch.end - stretch.start)))
}

/** For this long after a ration starts, counted attention may still belong to the previous one. */
const LATE_MS = 10 * MINUTE_MS

/**
 * Adds counted attention to the use, each part on the day of its ration. If the clock is set back to before
 * the ration, everything counts for the current one.
 */
export function withCounts(usage: Usages, counts: readonly Count[], firewall: FirewallNow): Usages {
  if (counts.length === 0) return usage
  const { ration } = firewall.terms
  const isFresh = firewall.at >= ration.since && firewall.at - ration.since < LATE_MS
  const added = new Map(usage)
  for (const one of counts) {
    const { id, isFirst } = countedFor(one.rule)
    const rule = firewall.rules.find((stored) => stored.id === id)?.rule
    if (!rule) continue
    const add = isFirst ? addFirst : addStretch
    const { before, after } = isFresh ? cutAt(one.stretch, ration) : { before: null, after: one.stretch }
    const lastDay = firewall.state.lastRation?.day ?? ration.day
    if (before) add(added, lastDay, { ...one, stretch: before }, rule, firewall.terms)
    if (after) add(added, ration.day, { ...one, stretch: after }, rule, firewall.terms)
  }
  return added
}

/** Counts attention to the page in front, given as the rules that cover it (see `observationFor`). */
export function observe(
  firewall: FirewallNow,
  observed: Observation,
  policy: MeterPolicy,
  elsewhere: readonly ElsewhereUse[] = [],
): FirewallNow {
  const { meter, counts } = count(firewall.state.meter, observed, policy)
  const sessions = withAttention(firewall.state.sessions, counts, firewall, elsewhere)
  return {
    ...firewall,
    usage: withCounts(firewall.usage, counts, firewall),
    state: { ...firewall.state, meter, sessions },
  }
}

/** Adds one open to the use of each of these rules. */
export function withOpens(usage: Usages, rules: readonly string[], firewall: FirewallNow): Usages {
  if (rules.length === 0) return usage
  const { day } = firewall.terms.ration
  const added = new Map(usage)
  for (const rule of rules) {
    const row = added.get(usageKey({ rule, day })) ?? emptyRow(rule, day)
    added.set(usageKey(row), addTo(row, 0, NO_AMOUNT, 1))
  }
  return added
}
