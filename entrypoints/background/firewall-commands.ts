/** What pages may ask of rules. One guard decides for every way in: what loosens has to wait. */
import type { FirewallStatus, Judgement, RulePreview, RuleStatus } from '../../domain/firewall'
import { type OpenBook, standing } from '../../domain/guard-book'
import { holdsFrom, loosens } from '../../domain/loosening'
import { ownError } from '../../domain/own-error'
import { nextRationAt, weekOf } from '../../domain/ration'
import type { Rule, StoredRule } from '../../domain/rule'
import { changed, confirmed, withoutNext } from '../../domain/rule-changes'
import { daysOfUse, larger, seededUse } from '../../domain/seeded-use'
import { typedPlace } from '../../domain/site'
import { usageKey } from '../../domain/usage-row'
import { addDays } from '../../domain/local-time'
import type { Handlers } from '../../platform/messages'
import { closedSpans, openSpan } from '../../storage/history'
import { inTime } from '../../storage/in-time'
import { writeRules } from '../../storage/limits'
import { pinStatus } from '../../storage/pin'
import type { Guard } from './guard'
import { judge } from './guard-judge'
import { checkPin } from './pin-commands'

type Names = 'firewall' | 'previewRule' | 'putRule' | 'removeRule' | 'takeBackChange' | 'keepRule' | 'judge'

const find = (book: OpenBook, id: string): StoredRule => {
  const stored = book.rules.find((rule) => rule.id === id)
  if (!stored) throw ownError('error_rule_gone')
  return stored
}

/** The book with this rule, and with what was used of it before. */
async function withRule(guard: Guard, book: OpenBook, stored: StoredRule): Promise<OpenBook> {
  const { rule } = stored
  const [first = '', ...rest] = daysOfUse(book, rule)
  const spans = await inTime(async () => {
    const [closed, open] = await Promise.all([
      closedSpans(first, addDays(rest.at(-1) ?? first, 1)),
      openSpan(),
    ])
    return open ? [...closed.filter(({ id }) => id !== open.id), open] : closed
  })
  const usage = new Map(book.usage)
  for (const row of seededUse(book, rule, guard.coverageOf(book).covers, spans))
    usage.set(usageKey(row), larger(row, usage.get(usageKey(row))))
  return { ...book, usage, rules: [...book.rules.filter(({ id }) => id !== rule.id), stored] }
}

function statusOf(guard: Guard, book: OpenBook, stored: StoredRule): RuleStatus {
  const { rule } = stored
  const now = standing(book, rule, guard.keeper.memory.privateUse)
  const isToday = now.closesAt !== null && now.closesAt < nextRationAt(book.terms.ration, book.calendar)
  const { used, allowed, leftMs, isSpent, opensAt, closesAt, passUntil } = now
  return {
    ...stored,
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

async function status(guard: Guard, book: OpenBook): Promise<FirewallStatus> {
  const { first } = weekOf(book.terms.ration, book.calendar)
  return {
    at: book.at,
    rules: book.rules
      .toSorted((a, b) => a.createdAt - b.createdAt)
      .map((stored) => statusOf(guard, book, stored)),
    passes: book.passes.filter(({ day }) => day >= first).toSorted((a, b) => b.at - a.at),
    pin: await pinStatus(book.at),
    termsFrom: book.state.terms?.next?.from ?? null,
    currency: book.currency,
  }
}

const freshRule = (rule: Rule, at: number): StoredRule => {
  const id = rule.id || crypto.randomUUID().slice(0, 8)
  return { id, createdAt: at, rule: { ...rule, id }, next: null, heals: null }
}

async function preview(guard: Guard, book: OpenBook, rule: Rule): Promise<RulePreview> {
  const known = book.rules.find(({ id }) => id === rule.id)
  const stored = freshRule(rule, book.at)
  const { used, allowed, isSpent } = standing(await withRule(guard, book, stored), stored.rule)
  const isLooser = known !== undefined && loosens(known.rule, rule)
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

export function firewallCommands(guard: Guard, lookAnew: () => Promise<void>): Pick<Handlers, Names> {
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
      await writeRules(after ? [after] : [], after ? [] : [id], isNews ? { rule: id, from: next.from } : null)
      const rules = book.rules.flatMap((rule) => (rule === before ? (after ?? []) : rule))
      const whole = after ? await withRule(guard, { ...book, rules }, after) : { ...book, rules }
      await guard.keeper.save(whole)
      return isNews ? next.from : null
    })
    await lookAnew()
    return { from }
  }

  const add = async (rule: Rule): Promise<{ from: null }> => {
    await guard.use(async (book) => {
      const stored = freshRule(rule, book.at)
      await writeRules([stored], [])
      await guard.keeper.save(await withRule(guard, book, stored))
    })
    await lookAnew()
    return { from: null }
  }

  return {
    firewall: () => guard.use((book) => status(guard, book)),
    previewRule: ({ rule }) => guard.use((book) => preview(guard, book, rule)),
    putRule: async ({ rule, pin }) => {
      if (rule.id === '') return add(rule)
      await checkPin(pin)
      return change(rule.id, (stored, { at, calendar }) => changed(stored, rule, at, calendar))
    },
    removeRule: async ({ id, pin }) => {
      await checkPin(pin)
      return change(id, (stored, { at, calendar }) => changed(stored, null, at, calendar))
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
