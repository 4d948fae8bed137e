/** Applies a rule that a person sets, changes or deletes, and reports the rules to pages. */
import { plusFirst } from './comes-first'
import type { FirewallStatus, Judgement, RulePreview, RuleStatus } from './firewall-status'
import type { FirewallNow, FirewallState } from './firewall-state'
import { isFocus } from './focus'
import type { GuardMemory } from './guard-memory'
import { type GuardView, judge } from './judge-page'
import { holdsFrom, loosens } from './loosening'
import { endedAt } from './passes'
import { nextRationAt, weekOf } from './ration'
import type { Rule, StoredRule } from './rule'
import { changed } from './rule-changes'
import { inCurrency, type OtherUse, standing } from './rule-standings'
import { emptyRow, largerUse, usageKey } from './usage-row'
import { firstBeforeRule, useBeforeRule, visitsUnderWay } from './use-before-rule'
import { usedWhere } from './used-where'
import type { Span } from '../record/span'
import { typedPlace } from '../surface/address'

/** New rules can be deleted freely for one minute. */
export const FRESH_MS = 60_000

export const newStoredRule = (rule: Rule, id: string, at: number): StoredRule => ({
  id,
  createdAt: at,
  rule: { ...rule, id },
  next: null,
  heals: null,
})

/**
 * Adds a rule and its earlier use; `spans` are those of the days that count for the rule. What comes first counts from the
 * record only when the rule begins to want it: later the record can be corrected.
 */
export function withRule(
  view: GuardView,
  stored: StoredRule,
  spans: readonly Span[],
  before: Rule | null = null,
): FirewallNow {
  const { firewall, coverage } = view
  const { rule } = stored
  const usage = new Map(firewall.usage)
  const isNewlyAfter = Boolean(rule.after) && !before?.after
  const firstMs = isNewlyAfter ? firstBeforeRule(firewall, rule, coverage.covers, spans) : 0
  const first = firstMs > 0 ? [plusFirst(emptyRow(rule.id, firewall.terms.ration.day), firstMs)] : []
  for (const row of [...useBeforeRule(firewall, rule, coverage.covers, spans), ...first])
    usage.set(usageKey(row), largerUse(row, usage.get(usageKey(row))))
  return { ...firewall, usage, rules: [...firewall.rules.filter(({ id }) => id !== rule.id), stored] }
}

/** A stored rule after a change (null for a deletion). Money limits are compared in the current currency. */
export const changedRule = (
  stored: StoredRule,
  wanted: Rule | null,
  firewall: FirewallNow,
): StoredRule | null =>
  changed(
    { ...stored, rule: inCurrency(stored.rule, firewall.currency) },
    wanted,
    firewall.at,
    firewall.calendar,
  )

export interface RuleChange {
  /** When a loosening takes effect; null if the change holds at once. */
  from: number | null
  /** Whether passes of the rule end because it became stricter. */
  endsPasses: boolean
  firewall: FirewallState & FirewallNow
}

/** The effect of a change of one rule on the firewall. */
export function ruleChange(
  view: GuardView,
  before: StoredRule,
  after: StoredRule | null,
  spans: readonly Span[],
): RuleChange {
  const { firewall } = view
  const next = after?.next ?? null
  const from = next !== null && next !== before.next ? next.from : null
  const others = { ...firewall, rules: firewall.rules.filter((rule) => rule !== before) }
  const whole = after ? withRule({ ...view, firewall: others }, after, spans, before.rule) : others
  const endsPasses = after !== null && loosens(after.rule, before.rule, firewall.calendar.dayStartHour)
  const passes = firewall.passes.map((pass) =>
    endsPasses && pass.rule === before.id ? endedAt(pass, firewall.at) : pass,
  )
  return { from, endsPasses, firewall: { ...whole, passes } }
}

/** Visits that have begun go on under a new or changed rule: their opens are counted already. */
export const visitsAfter = (
  { firewall, memory, coverage }: GuardView,
  rule: Rule,
  spans: readonly Span[],
): GuardMemory['visits'] => ({
  ...memory.visits,
  ...visitsUnderWay(rule, coverage.covers, spans, firewall.at),
})

function ruleStatus(
  firewall: FirewallNow,
  stored: StoredRule,
  others: OtherUse,
): Omit<RuleStatus, 'isFresh' | 'isInFront'> {
  const { round: _, ...now } = standing(firewall, stored.rule, others)
  const where = stored.rule.isOn ? usedWhere(firewall, stored.rule, others) : null
  const endOfToday = nextRationAt(firewall.terms.ration, firewall.calendar)
  const closesToday = now.closesAt !== null && now.closesAt < endOfToday
  return {
    ...stored,
    ...now,
    ...(where && { where }),
    concernsToday:
      stored.rule.isOn && (now.allowed !== null || now.isSpent || closesToday || isFocus(stored.rule.bound)),
  }
}

/** How all rules stand, the oldest first. */
export function firewallStatus(
  firewall: FirewallNow,
  others: OtherUse,
  fresh: ReadonlySet<string>,
  pin: FirewallStatus['pin'],
  isInFront: (rule: Rule) => boolean = () => false,
): FirewallStatus {
  return {
    at: firewall.at,
    rules: firewall.rules
      .toSorted((a, b) => a.createdAt - b.createdAt)
      .map((stored) => ({
        ...ruleStatus(firewall, stored, others),
        isFresh: fresh.has(stored.id),
        isInFront: isInFront(stored.rule),
      })),
    weekFirst: weekOf(firewall.terms.ration, firewall.calendar).first,
    pin,
    termsFrom: firewall.state.terms?.next?.from ?? null,
    currency: firewall.currency,
  }
}

/** The effect of a rule if it were set now. */
export function rulePreview(view: GuardView, rule: Rule, spans: readonly Span[]): RulePreview {
  const { firewall } = view
  const known = firewall.rules.find(({ id }) => id === rule.id)
  const seeded = withRule(view, newStoredRule(rule, rule.id, firewall.at), spans, known?.rule ?? null)
  const { used, allowed, isSpent } = standing(seeded, rule, view.others)
  const { dayStartHour } = firewall.calendar
  const isLooser =
    known !== undefined && loosens(inCurrency(known.rule, firewall.currency), rule, dayStartHour)
  const from = isLooser ? holdsFrom(firewall.at, [known.rule], firewall.calendar) : null
  return { used, allowed, closesNow: isSpent && from === null, from }
}

/**
 * How the firewall would judge a typed address if no page had been let in; null if it is not the address of a
 * page.
 */
export function judgement(view: GuardView, address: string): Judgement | null {
  const { firewall, memory, coverage } = view
  const place = typedPlace(address, coverage.splits)
  if (!place) return null
  const { surface } = place
  const notLetIn = { ...view, memory: { ...memory, visits: {}, letIn: {} } }
  const decision = judge(notLetIn, { surface, isCounted: false })
  const rules = firewall.rules
    .map(({ rule }) => rule)
    .filter((rule) => rule.isOn && coverage.covers(rule, surface))
  return { surface, rule: decision.rule, opensAt: decision.until, rules }
}
