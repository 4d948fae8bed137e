/** What pages may ask of rules. One guard decides for every way in: what loosens has to wait. */
import type { FirewallStatus, Judgement, RulePreview, RuleStatus } from '../../../domain/firewall/firewall'
import { inCurrency, standing } from '../../../domain/firewall/book-standings'
import { type OpenBook } from '../../../domain/firewall/guard-book'
import { holdsFrom, loosens } from '../../../domain/firewall/loosening'
import { ownError } from '../../../domain/own-error'
import { endedAt } from '../../../domain/firewall/passes'
import { nextRationAt, weekOf } from '../../../domain/firewall/ration'
import type { Rule, StoredRule } from '../../../domain/firewall/rule'
import { changed, confirmed, withoutNext } from '../../../domain/firewall/rule-changes'
import { daysOfUse, larger, seededUse, visitsUnderWay } from '../../../domain/firewall/seeded-use'
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

const find = (book: OpenBook, id: string): StoredRule => {
  const stored = book.rules.find((rule) => rule.id === id)
  if (!stored) throw ownError('error_rule_gone')
  return stored
}

/** What was recorded in the days that matter to a rule, the span in progress included. */
export async function spansFor(book: OpenBook, rule: Rule): Promise<Span[]> {
  const [first = '', ...rest] = daysOfUse(book, rule)
  return inTime(async () => {
    const [closed, open] = await Promise.all([
      closedSpans(first, addDays(rest.at(-1) ?? first, 1)),
      openSpan(),
    ])
    return open ? [...closed.filter(({ id }) => id !== open.id), open] : closed
  })
}

/** The book with this rule, and with what was used of it before. */
function withRule(guard: Guard, book: OpenBook, stored: StoredRule, spans: readonly Span[]): OpenBook {
  const { rule } = stored
  const usage = new Map(book.usage)
  for (const row of seededUse(book, rule, guard.coverageOf(book).covers, spans))
    usage.set(usageKey(row), larger(row, usage.get(usageKey(row))))
  return { ...book, usage, rules: [...book.rules.filter(({ id }) => id !== rule.id), stored] }
}

function statusOf(guard: Guard, book: OpenBook, stored: StoredRule): Omit<RuleStatus, 'isFresh'> {
  const { rule } = stored
  const now = standing(book, rule, guard.privateUse)
  const isToday = now.closesAt !== null && now.closesAt < nextRationAt(book.terms.ration, book.calendar)
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

async function status(guard: Guard, book: OpenBook, fresh: ReadonlySet<string>): Promise<FirewallStatus> {
  const { first } = weekOf(book.terms.ration, book.calendar)
  return {
    at: book.at,
    rules: book.rules
      .toSorted((a, b) => a.createdAt - b.createdAt)
      .map((stored) => ({ ...statusOf(guard, book, stored), isFresh: fresh.has(stored.id) })),
    passes: book.passes.filter(({ day }) => day >= first).toSorted((a, b) => b.at - a.at),
    pin: await pinStatus(book.at),
    termsFrom: book.state.terms?.next?.from ?? null,
    currency: book.currency,
  }
}

/** A changed rule; a limit of money is compared in the currency of now. */
const changedNow = (stored: StoredRule, wanted: Rule | null, book: OpenBook): StoredRule | null =>
  changed({ ...stored, rule: inCurrency(stored.rule, book.currency) }, wanted, book.at, book.calendar)

const freshRule = (rule: Rule, at: number): StoredRule => {
  const id = rule.id || crypto.randomUUID().slice(0, 8)
  return { id, createdAt: at, rule: { ...rule, id }, next: null, heals: null }
}

async function preview(guard: Guard, book: OpenBook, rule: Rule): Promise<RulePreview> {
  const known = book.rules.find(({ id }) => id === rule.id)
  const stored = freshRule(rule, book.at)
  const seeded = withRule(guard, book, stored, await spansFor(book, stored.rule))
  const { used, allowed, isSpent } = standing(seeded, stored.rule)
  const isLooser = known !== undefined && loosens(inCurrency(known.rule, book.currency), rule)
  const from = isLooser ? holdsFrom(book.at, [known.rule], book.calendar) : null
  return { used, allowed, closesNow: isSpent && from === null, from }
}

/** What would be done about an address, for whoever has been let in nowhere. */
function judgementOf(guard: Guard, book: OpenBook, address: string): Judgement | null {
  const covering = guard.coverageOf(book)
  const place = typedPlace(address, covering.splits)
  if (!place) return null
  const { surface } = place
  const nobody = { ...guard.keeper.memory, visits: {}, letIn: {} }
  const decision = judge(book, nobody, guard.standings(book), covering, { surface, isAttended: false })
  const rules = book.rules
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
  const goOn = async (book: OpenBook, rule: Rule, spans: readonly Span[]): Promise<void> => {
    const visits = visitsUnderWay(rule, guard.coverageOf(book).covers, spans, book.at)
    await guard.keeper.remember({ visits: { ...guard.keeper.memory.visits, ...visits } })
  }

  /** Makes of a stored rule what `change` says; answers from when that holds. */
  const change = async (
    id: string,
    to: (stored: StoredRule, book: OpenBook) => StoredRule | null,
  ): Promise<{ from: number | null }> => {
    const from = await guard.use(async (book) => {
      const before = find(book, id)
      const after = to(before, book)
      const next = after?.next ?? null
      const isNews = next !== null && next !== before.next
      const others = { ...book, rules: book.rules.filter((rule) => rule !== before) }
      const spans = after ? await spansFor(book, after.rule) : []
      const whole = after ? withRule(guard, others, after, spans) : others
      // What is tighter holds at once: a pass for the gentler rule is over.
      const isTighter = after !== null && loosens(after.rule, before.rule)
      if (isTighter) await endPasses(book.at, id)
      await writeRules(after ? [after] : [], after ? [] : [id], isNews ? { rule: id, from: next.from } : null)
      const passes = book.passes.map((pass) =>
        isTighter && pass.rule === id ? endedAt(pass, book.at) : pass,
      )
      await guard.keeper.save({ ...whole, passes })
      if (after) await goOn(whole, after.rule, spans)
      return isNews ? next.from : null
    })
    await lookAnew()
    return { from }
  }

  const add = async (rule: Rule): Promise<{ from: null }> => {
    await guard.use(async (book) => {
      const stored = freshRule(rule, book.at)
      const spans = await spansFor(book, stored.rule)
      const whole = withRule(guard, book, stored, spans)
      await writeRules([stored], [])
      await guard.keeper.save(whole)
      await goOn(book, stored.rule, spans)
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
    firewall: () => guard.use((book) => status(guard, book, fresh)),
    previewRule: ({ rule }) => guard.use((book) => preview(guard, book, rule)),
    putRule: async ({ rule, pin }) => {
      if (rule.id === '') return add(rule)
      await checkPin(pin)
      return change(rule.id, (stored, book) => changedNow(stored, rule, book))
    },
    removeRule: async ({ id, pin }) => {
      await checkPin(pin)
      return change(id, (stored, book) => (fresh.has(id) ? null : changedNow(stored, null, book)))
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
    judge: ({ address }) => guard.use(async (book) => judgementOf(guard, book, address)),
  }
}
