/**
 * All that the firewall goes by, and how it goes on: `turn` to an instant, `observe` what is in front, and ask
 * how the rules stand. Nothing is changed in place.
 */
import type { Observation } from '../record/attention'
import type { Pass } from './pass'
import { hoursAt, isHours } from './hours'
import { CORRECTION_MS, type Day, MINUTE_MS, type OffsetAt } from '../time/local-time'
import type { Terms } from './limits'
import { count, type Count, type Meter, type MeterPolicy } from './meter'
import { endedAt } from './passes'
import { type Calendar, type Ration, rationAt } from './ration'
import type { Rule, StoredRule } from './rule'
import { ruleSetBack, settled } from './rule-changes'
import { attend, type Session, setBack } from './session'
import { type HeldTerms, type LimitTerms, termsAt, termsSetBack } from './limit-terms'
import { addTo, cutAt, emptyRow, usageKey, type UsageRow, worthOfCount } from './usage-row'
import { carriedBack } from './use-in-period'
import { pricing } from '../value/valuation'

/** What is stored of the firewall beside rules, use and passes. */
export interface FirewallRow {
  ration: Ration | null
  /** The ration before: what is counted late of it is counted there. */
  lastRation: Ration | null
  /** The last instant that the guard has seen. */
  lastAt: number
  meter: Meter
  /** By rule. */
  sessions: Readonly<Record<string, Session>>
  /** Until when hours that were found closed stay so, by rule: no moved clock or time zone opens them. */
  heldUntil: Readonly<Record<string, number>>
  /** Null while there are no rules. */
  terms: HeldTerms | null
}

export const NEW_FIREWALL_ROW: FirewallRow = {
  ration: null,
  lastRation: null,
  lastAt: 0,
  meter: { attention: null, counted: null },
  sessions: {},
  heldUntil: {},
  terms: null,
}

export interface FirewallState {
  state: FirewallRow
  rules: readonly StoredRule[]
  /** By `usageKey`. */
  usage: ReadonlyMap<string, UsageRow>
  passes: readonly Pass[]
}

/** A firewall state that has been turned to an instant. */
export interface FirewallNow extends FirewallState {
  at: number
  /** What limits go by. */
  held: LimitTerms
  calendar: Calendar
  terms: Terms
  currency: string | null
}

const rulesIn = (firewall: Pick<FirewallState, 'rules'>): Rule[] => firewall.rules.map(({ rule }) => rule)

/** The rules that hold, and those that will again. */
const rulesToKeep = (firewall: Pick<FirewallState, 'rules'>): Rule[] =>
  firewall.rules.flatMap(({ rule, heals }) => (heals ? [rule, heals.value] : [rule]))

/** Hours of rules in force that are closed now, and those that were and have still to end. */
function heldHours(
  before: FirewallRow['heldUntil'],
  rules: readonly Rule[],
  setBackMs: number,
  at: number,
  offsetAt: OffsetAt,
): FirewallRow['heldUntil'] {
  const held = rules.flatMap(({ id, bound, isOn }) => {
    if (!isOn || !isHours(bound)) return []
    const { isClosed, changesAt } = hoursAt(bound, at, offsetAt)
    const until = Math.max(
      before[id] === undefined ? 0 : before[id] - setBackMs,
      isClosed && changesAt !== Infinity ? changesAt : 0,
    )
    return until > at ? [[id, until] as const] : []
  })
  return Object.fromEntries(held)
}

/** The sessions of rules that are there, by a clock that may have been set back. */
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

/** Turns to an instant: what was to come has come, and a clock that was set back gives nothing twice. */
export function advanceTo(
  firewall: FirewallState,
  at: number,
  wanted: LimitTerms,
  offsetAt: OffsetAt,
): FirewallNow {
  const { state } = firewall
  const setBackMs = state.lastAt - at > CORRECTION_MS ? state.lastAt - at : 0
  const known = setBackMs > 0 && state.terms ? termsSetBack(state.terms, at) : state.terms
  const terms = termsAt(known, wanted, rulesToKeep(firewall), at, offsetAt)
  const { dayStartHour, weekStart, rates } = terms.held
  const currency = rates.length === 0 ? null : terms.held.currency
  const calendar: Calendar = { dayStartHour, weekStart, offsetAt }
  const before = setBackMs > 0 ? firewall.rules.map((stored) => ruleSetBack(stored, at)) : firewall.rules
  const rules = before.flatMap((stored) => settled(stored, at, calendar) ?? [])
  const ration = rationAt(state.ration, at, calendar)
  const isNew = state.ration !== null && ration.day !== state.ration.day
  const usage =
    state.ration !== null && ration.day < state.ration.day
      ? carriedBack(firewall.usage, rulesIn({ rules }), state.ration, ration, calendar)
      : firewall.usage
  return {
    rules,
    usage,
    passes: setBackMs > 0 ? firewall.passes.map((pass) => endedAt(pass, at)) : firewall.passes,
    state: {
      ...state,
      ration,
      lastRation: isNew ? state.ration : state.lastRation,
      // Many small corrections are no correction.
      lastAt: setBackMs > 0 ? at : Math.max(state.lastAt, at),
      sessions: sessionsNow(state.sessions, rules, setBackMs),
      heldUntil: heldHours(state.heldUntil, rulesIn({ rules }), setBackMs, at, offsetAt),
      // Without rules nothing is held, and so nothing of sites is kept here.
      terms: rules.length === 0 ? null : terms,
    },
    at,
    held: terms.held,
    calendar,
    currency,
    terms: {
      ...calendar,
      ration,
      priceAt: pricing(rates, currency, dayStartHour),
    },
  }
}

type Usages = ReadonlyMap<string, UsageRow>

function addStretch(usage: Map<string, UsageRow>, day: Day, one: Count, rule: Rule, terms: Terms): void {
  const { ms, amount } = worthOfCount(one, rule, terms.priceAt, terms.offsetAt)
  const key = usageKey({ rule: rule.id, day })
  if (ms !== 0) usage.set(key, addTo(usage.get(key) ?? emptyRow(rule.id, day), ms, amount))
}

/** So long after a ration began, what is counted may still be of the one before. */
const LATE_MS = 10 * MINUTE_MS

/** Use with what has been counted, each part on the day of its ration. A clock set back to before it is no way out. */
export function withCounts(usage: Usages, counts: readonly Count[], firewall: FirewallNow): Usages {
  if (counts.length === 0) return usage
  const { ration } = firewall.terms
  const isFresh = firewall.at >= ration.since && firewall.at - ration.since < LATE_MS
  const added = new Map(usage)
  for (const one of counts) {
    const rule = firewall.rules.find(({ id }) => id === one.rule)?.rule
    if (!rule) continue
    const { before, after } = isFresh ? cutAt(one.stretch, ration) : { before: null, after: one.stretch }
    const lastDay = firewall.state.lastRation?.day ?? ration.day
    if (before) addStretch(added, lastDay, { ...one, stretch: before }, rule, firewall.terms)
    if (after) addStretch(added, ration.day, { ...one, stretch: after }, rule, firewall.terms)
  }
  return added
}

/** Sessions with what has been counted. */
export function withAttention(
  sessions: FirewallRow['sessions'],
  counts: readonly Count[],
  firewall: FirewallNow,
): FirewallRow['sessions'] {
  const changed = { ...sessions }
  for (const { rule: id, stretch, sign } of counts) {
    const bound = firewall.rules.find((stored) => stored.id === id)?.rule.bound
    if (bound?.type === 'sessions') changed[id] = attend(changed[id] ?? null, bound, stretch, sign)
  }
  return changed
}

/** Counts what is in front: the rules that are about it (see `observationFor`). */
export function observe(firewall: FirewallNow, observed: Observation, policy: MeterPolicy): FirewallNow {
  const { meter, counts } = count(firewall.state.meter, observed, policy)
  return {
    ...firewall,
    usage: withCounts(firewall.usage, counts, firewall),
    state: { ...firewall.state, meter, sessions: withAttention(firewall.state.sessions, counts, firewall) },
  }
}

/** Use with visits that have begun, of each of these rules one. */
export function withOpens(usage: Usages, rules: readonly string[], firewall: FirewallNow): Usages {
  if (rules.length === 0) return usage
  const { day } = firewall.terms.ration
  const added = new Map(usage)
  for (const rule of rules) {
    const row = added.get(usageKey({ rule, day })) ?? emptyRow(rule, day)
    added.set(usageKey(row), addTo(row, 0, null, 1))
  }
  return added
}
