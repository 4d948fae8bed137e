/** What pages may ask of rules. One guard decides for every way in: what loosens has to wait. */
import type { FirewallStatus, Judgement, RulePreview, RuleStatus } from '../../../domain/firewall/firewall'
import { inCurrency, standing } from '../../../domain/firewall/rule-standings'
import { type FirewallNow } from '../../../domain/firewall/firewall-state'
import { holdsFrom, loosens } from '../../../domain/firewall/loosening'
import { ownError } from '../../../domain/own-error'
import { endedAt } from '../../../domain/firewall/passes'
import { nextRationAt, weekOf } from '../../../domain/firewall/ration'
import type { Rule, StoredRule } from '../../../domain/firewall/rule'
import { changed, confirmed, withoutNext } from '../../../domain/firewall/rule-changes'
import { daysOfUse, larger, useBeforeRule, visitsUnderWay } from '../../../domain/firewall/use-before-rule'
import { typedPlace } from '../../../domain/surface/site'
import type { Span } from '../../../domain/record/span'
import { usageKey } from '../../../domain/firewall/usage-row'
import { addDays } from '../../../domain/time/local-time'
import type { Handlers } from '../../../platform/messages'
import { closedSpans, openSpan } from '../../../storage/record/history'
import { inTime } from '../../../storage/base/in-time'
import { endPasses, writeRules } from '../../../storage/firewall/limits'
import { pinStatus } from '../../../storage/firewall/pin'
import type { Guard } from '../firewall/guard'
import { judge } from '../firewall/guard-judge'
import { checkPin } from './pin-commands'

type Names = 'firewall' | 'previewRule' | 'putRule' | 'removeRule' | 'takeBackChange' | 'keepRule' | 'judge'

const find = (firewall: FirewallNow, id: string): StoredRule => {
  const stored = firewall.rules.find((rule) => rule.id === id)
  if (!stored) throw ownError('error_rule_gone')
  return stored
}

/** What was recorded in the days that matter to a rule, the span in progress included. */
export async function spansFor(firewall: FirewallNow, rule: Rule): Promise<Span[]> {
  const [first = '', ...rest] = daysOfUse(firewall, rule)
  return inTime(async () => {
    const [closed, open] = await Promise.all([
      closedSpans(first, addDays(rest.at(-1) ?? first, 1)),
      openSpan(),
    ])
    return open ? [...closed.filter(({ id }) => id !== open.id), open] : closed
  })
}

/** The firewall state with this rule, and with what was used of it before. */
function withRule(
  guard: Guard,
  firewall: FirewallNow,
  stored: StoredRule,
  spans: readonly Span[],
): FirewallNow {
  const { rule } = stored
  const usage = new Map(firewall.usage)
  for (const row of useBeforeRule(firewall, rule, guard.coverageOf(firewall).covers, spans))
    usage.set(usageKey(row), larger(row, usage.get(usageKey(row))))
  return { ...firewall, usage, rules: [...firewall.rules.filter(({ id }) => id !== rule.id), stored] }
}

function statusOf(guard: Guard, firewall: FirewallNow, stored: StoredRule): Omit<RuleStatus, 'isFresh'> {
  const { rule } = stored
  const now = standing(firewall, rule, guard.privateUse)
  const isToday =
    now.closesAt !== null && now.closesAt < nextRationAt(firewall.terms.ration, firewall.calendar)
  const { used, allowed, leftMs, isSpent, opensAt, closesAt, passUntil } = now
  return {
    ...stored,
    rule: now.rule,
    used,
    allowed,
    leftMs,
    isSpent,
    opensAt,
    closesAt,
    passUntil,
    concernsToday: rule.isOn && (allowed !== null || isSpent || isToday),
  }
}

async function status(
  guard: Guard,
  firewall: FirewallNow,
  fresh: ReadonlySet<string>,
): Promise<FirewallStatus> {
  const { first } = weekOf(firewall.terms.ration, firewall.calendar)
  return {
    at: firewall.at,
    rules: firewall.rules
      .toSorted((a, b) => a.createdAt - b.createdAt)
      .map((stored) => ({ ...statusOf(guard, firewall, stored), isFresh: fresh.has(stored.id) })),
    passes: firewall.passes.filter(({ day }) => day >= first).toSorted((a, b) => b.at - a.at),
    pin: await pinStatus(firewall.at),
    termsFrom: firewall.state.terms?.next?.from ?? null,
    currency: firewall.currency,
  }
}

/** A changed rule; a limit of money is compared in the currency of now. */
const changedNow = (stored: StoredRule, wanted: Rule | null, firewall: FirewallNow): StoredRule | null =>
  changed(
    { ...stored, rule: inCurrency(stored.rule, firewall.currency) },
    wanted,
    firewall.at,
    firewall.calendar,
  )

const freshRule = (rule: Rule, at: number): StoredRule => {
  const id = rule.id || crypto.randomUUID().slice(0, 8)
  return { id, createdAt: at, rule: { ...rule, id }, next: null, heals: null }
}

async function preview(guard: Guard, firewall: FirewallNow, rule: Rule): Promise<RulePreview> {
  const known = firewall.rules.find(({ id }) => id === rule.id)
  const stored = freshRule(rule, firewall.at)
  const seeded = withRule(guard, firewall, stored, await spansFor(firewall, stored.rule))
  const { used, allowed, isSpent } = standing(seeded, stored.rule)
  const isLooser = known !== undefined && loosens(inCurrency(known.rule, firewall.currency), rule)
  const from = isLooser ? holdsFrom(firewall.at, [known.rule], firewall.calendar) : null
  return { used, allowed, closesNow: isSpent && from === null, from }
}

/** What would be done about an address, for whoever has been let in nowhere. */
function judgementOf(guard: Guard, firewall: FirewallNow, address: string): Judgement | null {
  const covering = guard.coverageOf(firewall)
  const place = typedPlace(address, covering.splits)
  if (!place) return null
  const { surface } = place
  const nobody = { ...guard.keeper.memory, visits: {}, letIn: {} }
  const decision = judge(firewall, nobody, guard.standings(firewall), covering, {
    surface,
    isAttended: false,
  })
  const rules = firewall.rules
    .map(({ rule }) => rule)
    .filter((rule) => rule.isOn && covering.covers(rule, surface))
  return { surface, rule: decision.rule, opensAt: decision.until, rules }
}

/** For how long a rule that was just set may be deleted as if it had never been: a slip binds nobody. */
const FRESH_MS = 60_000

/** Sets and changes rules: what is read for it is read first, so that what fails changes nothing. */
function ruleWriter(guard: Guard, lookAnew: () => Promise<void>) {
  /** In memory, by a timer: no moved clock makes an old rule fresh. */
  const fresh = new Set<string>()
  const holdFresh = (id: string) => {
    fresh.add(id)
    setTimeout(() => fresh.delete(id), FRESH_MS)
  }

  /** Visits that have begun go on, and are counted already. */
  const goOn = async (firewall: FirewallNow, rule: Rule, spans: readonly Span[]): Promise<void> => {
    const visits = visitsUnderWay(rule, guard.coverageOf(firewall).covers, spans, firewall.at)
    await guard.keeper.remember({ visits: { ...guard.keeper.memory.visits, ...visits } })
  }

  /** Makes of a stored rule what `change` says; answers from when that holds. */
  const change = async (
    id: string,
    to: (stored: StoredRule, firewall: FirewallNow) => StoredRule | null,
  ): Promise<{ from: number | null }> => {
    const from = await guard.use(async (firewall) => {
      const before = find(firewall, id)
      const after = to(before, firewall)
      const next = after?.next ?? null
      const isNews = next !== null && next !== before.next
      const others = { ...firewall, rules: firewall.rules.filter((rule) => rule !== before) }
      const spans = after ? await spansFor(firewall, after.rule) : []
      const whole = after ? withRule(guard, others, after, spans) : others
      // What is tighter holds at once: a pass for the gentler rule is over.
      const isTighter = after !== null && loosens(after.rule, before.rule)
      if (isTighter) await endPasses(firewall.at, id)
      await writeRules(after ? [after] : [], after ? [] : [id], isNews ? { rule: id, from: next.from } : null)
      const passes = firewall.passes.map((pass) =>
        isTighter && pass.rule === id ? endedAt(pass, firewall.at) : pass,
      )
      await guard.keeper.save({ ...whole, passes })
      if (after) await goOn(whole, after.rule, spans)
      return isNews ? next.from : null
    })
    await lookAnew()
    return { from }
  }

  const add = async (rule: Rule): Promise<{ from: null }> => {
    await guard.use(async (firewall) => {
      const stored = freshRule(rule, firewall.at)
      const spans = await spansFor(firewall, stored.rule)
      const whole = withRule(guard, firewall, stored, spans)
      await writeRules([stored], [])
      await guard.keeper.save(whole)
      await goOn(firewall, stored.rule, spans)
      holdFresh(stored.id)
    })
    await lookAnew()
    return { from: null }
  }

  return { fresh: fresh as ReadonlySet<string>, add, change }
}

export function firewallCommands(guard: Guard, lookAnew: () => Promise<void>): Pick<Handlers, Names> {
  const { fresh, add, change } = ruleWriter(guard, lookAnew)
  return {
    firewall: () => guard.use((firewall) => status(guard, firewall, fresh)),
    previewRule: ({ rule }) => guard.use((firewall) => preview(guard, firewall, rule)),
    putRule: async ({ rule, pin }) => {
      if (rule.id === '') return add(rule)
      await checkPin(pin)
      return change(rule.id, (stored, firewall) => changedNow(stored, rule, firewall))
    },
    removeRule: async ({ id, pin }) => {
      await checkPin(pin)
      return change(id, (stored, firewall) => (fresh.has(id) ? null : changedNow(stored, null, firewall)))
    },
    takeBackChange: async ({ id }) => {
      await change(id, withoutNext)
      return null
    },
    keepRule: async ({ id, pin }) => {
      await checkPin(pin)
      await change(id, confirmed)
      return null
    },
    judge: ({ address }) => guard.use(async (firewall) => judgementOf(guard, firewall, address)),
  }
}
