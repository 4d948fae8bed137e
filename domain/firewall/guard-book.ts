/**
 * All that the firewall goes by, and how it goes on: `turn` to an instant, `observe` what is in front, and ask
 * how the rules stand. Nothing is changed in place.
 */
import type { Observation } from '../record/attention'
import type { Pass } from './firewall'
import { hoursAt, isHours } from './hours'
import { type Day, MINUTE_MS, type OffsetAt } from '../time/local-time'
import type { Terms } from './limits'
import { count, type Count, type Meter, type MeterPolicy } from './meter'
import { endedAt } from './passes'
import { type Calendar, type Ration, rationAt } from './ration'
import type { Rule, StoredRule } from './rule'
import { ruleSetBack, settled } from './rule-changes'
import { attend, type Session, setBack } from './session'
import { type HeldTerms, type StoredTerms, termsAt, termsSetBack } from './terms'
import { addTo, cutAt, emptyRow, usageKey, type UsageRow, worthOfCount } from './usage-row'
import { carriedBack } from './use-in-period'
import { pricing } from '../value/valuation'

/** What is stored of the firewall beside rules, use and passes. */
export interface GuardState {
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

export const NEW_STATE: GuardState = {
  ration: null,
  lastRation: null,
  lastAt: 0,
  meter: { attention: null, counted: null },
  sessions: {},
  heldUntil: {},
  terms: null,
}

export interface Book {
  state: GuardState
  rules: readonly StoredRule[]
  /** By `usageKey`. */
  usage: ReadonlyMap<string, UsageRow>
  passes: readonly Pass[]
}

/** A book that has been turned to an instant. */
export interface OpenBook extends Book {
  at: number
  /** What limits go by. */
  held: StoredTerms
  calendar: Calendar
  terms: Terms
  currency: string | null
}

/** A clock that is set back by less is being corrected. */
const CORRECTION_MS = 2_000

const rulesIn = (book: Pick<Book, 'rules'>): Rule[] => book.rules.map(({ rule }) => rule)

/** The rules that hold, and those that will again. */
const rulesToKeep = (book: Pick<Book, 'rules'>): Rule[] =>
  book.rules.flatMap(({ rule, heals }) => (heals ? [rule, heals.value] : [rule]))

/** Hours of rules in force that are closed now, and those that were and have still to end. */
function heldHours(
  before: GuardState['heldUntil'],
  rules: readonly Rule[],
  setBackMs: number,
  at: number,
  offsetAt: OffsetAt,
): GuardState['heldUntil'] {
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
  sessions: GuardState['sessions'],
  rules: readonly StoredRule[],
  setBackMs: number,
): GuardState['sessions'] =>
  Object.fromEntries(
    Object.entries(sessions)
      .filter(([id]) => rules.some((rule) => rule.id === id))
      .map(([id, session]) => [id, setBackMs > 0 ? setBack(session, setBackMs) : session]),
  )

/** Turns to an instant: what was to come has come, and a clock that was set back gives nothing twice. */
export function turn(book: Book, at: number, wanted: StoredTerms, offsetAt: OffsetAt): OpenBook {
  const { state } = book
  const setBackMs = state.lastAt - at > CORRECTION_MS ? state.lastAt - at : 0
  const known = setBackMs > 0 && state.terms ? termsSetBack(state.terms, at) : state.terms
  const terms = termsAt(known, wanted, rulesToKeep(book), at, offsetAt)
  const { dayStartHour, weekStart, rates } = terms.held
  const currency = rates.length === 0 ? null : terms.held.currency
  const calendar: Calendar = { dayStartHour, weekStart, offsetAt }
  const before = setBackMs > 0 ? book.rules.map((stored) => ruleSetBack(stored, at)) : book.rules
  const rules = before.flatMap((stored) => settled(stored, at, calendar) ?? [])
  const ration = rationAt(state.ration, at, calendar)
  const isNew = state.ration !== null && ration.day !== state.ration.day
  const usage =
    state.ration !== null && ration.day < state.ration.day
      ? carriedBack(book.usage, rulesIn({ rules }), state.ration, ration, calendar)
      : book.usage
  return {
    rules,
    usage,
    passes: setBackMs > 0 ? book.passes.map((pass) => endedAt(pass, at)) : book.passes,
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
      priceAt: pricing(currency === null ? [] : rates, currency ?? 'EUR', dayStartHour),
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
export function withCounts(usage: Usages, counts: readonly Count[], book: OpenBook): Usages {
  if (counts.length === 0) return usage
  const { ration } = book.terms
  const isFresh = book.at >= ration.since && book.at - ration.since < LATE_MS
  const added = new Map(usage)
  for (const one of counts) {
    const rule = book.rules.find(({ id }) => id === one.rule)?.rule
    if (!rule) continue
    const { before, after } = isFresh ? cutAt(one.stretch, ration) : { before: null, after: one.stretch }
    const lastDay = book.state.lastRation?.day ?? ration.day
    if (before) addStretch(added, lastDay, { ...one, stretch: before }, rule, book.terms)
    if (after) addStretch(added, ration.day, { ...one, stretch: after }, rule, book.terms)
  }
  return added
}

/** Sessions with what has been counted. */
export function withAttention(
  sessions: GuardState['sessions'],
  counts: readonly Count[],
  book: OpenBook,
): GuardState['sessions'] {
  const changed = { ...sessions }
  for (const { rule: id, stretch, sign } of counts) {
    const bound = book.rules.find((stored) => stored.id === id)?.rule.bound
    if (bound?.type === 'sessions') changed[id] = attend(changed[id] ?? null, bound, stretch, sign)
  }
  return changed
}

/** Counts what is in front: the rules that are about it (see `observationFor`). */
export function observe(book: OpenBook, observed: Observation, policy: MeterPolicy): OpenBook {
  const { meter, counts } = count(book.state.meter, observed, policy)
  return {
    ...book,
    usage: withCounts(book.usage, counts, book),
    state: { ...book.state, meter, sessions: withAttention(book.state.sessions, counts, book) },
  }
}

/** Use with visits that have begun, of each of these rules one. */
export function withOpens(usage: Usages, rules: readonly string[], book: OpenBook): Usages {
  if (rules.length === 0) return usage
  const { day } = book.terms.ration
  const added = new Map(usage)
  for (const rule of rules) {
    const row = added.get(usageKey({ rule, day })) ?? emptyRow(rule, day)
    added.set(usageKey(row), addTo(row, 0, null, 1))
  }
  return added
}
