/** The rows that are kept of how rules changed, in the store `log`. Each is written together with its rule. */
import type { FirewallNow } from '../../domain/firewall/firewall-state'
import { rowsWithoutSite } from '../../domain/firewall/rule-forgetting'
import {
  endSetBack,
  inOrder,
  isRuleRow,
  isSameRule,
  knownRow,
  namelessRow,
  type RuleEntry,
  rowsOfChange,
} from '../../domain/firewall/rule-history'
import { isAboutSite } from '../../domain/firewall/rule-names'
import type { StoredRule } from '../../domain/firewall/rule'
import { db, type Tables } from '../base/db'

/** How all rules changed. */
export const ruleHistory = async (tx: Tables = db): Promise<RuleEntry[]> =>
  (await tx.log.filter(isRuleRow).toArray()) as RuleEntry[]

const rowsOf = (id: string, tx: Tables) => tx.log.filter((entry) => isRuleRow(entry) && entry.id === id)

/** An instant of the firewall, and how the person's days go then. */
export type RuleInstant = Pick<FirewallNow, 'at' | 'calendar'>

/** After the clock was set back: a rule that ended while it was ahead is gone from now on. */
export async function endGoneRules({ at, calendar }: RuleInstant, tx: Tables): Promise<void> {
  const here = new Set(await tx.limits.primaryKeys())
  const gone = (await ruleHistory(tx)).filter(({ id }) => !here.has(id))
  const byRule = Map.groupBy(gone, ({ id }) => id)
  await tx.log.bulkAdd([...byRule.values()].flatMap((rows) => endSetBack(rows, at, calendar) ?? []))
}

/** Logs what rules become, and that some are gone; to be called in the transaction that writes them, before it does. */
export async function logRules(
  rules: readonly StoredRule[],
  gone: readonly string[],
  { at, calendar }: RuleInstant,
  tx: Tables,
): Promise<void> {
  const changes = [...rules.map((rule) => [rule.id, rule] as const), ...gone.map((id) => [id, null] as const)]
  for (const [id, after] of changes) {
    const before = (await tx.limits.get(id)) ?? null
    // Rules are read and written often, the log is long: it is read only after a change.
    if (isSameRule(before?.rule ?? null, after?.rule ?? null)) continue
    const rows = (await rowsOf(id, tx).toArray()) as RuleEntry[]
    const change = rowsOfChange(rows, before, after, at, calendar)
    if (change === null) continue
    await rowsOf(id, tx)
      .filter((row) => row.at > change.last)
      .delete()
    await tx.log.bulkAdd(change.put)
  }
}

/** Logs rules that were made off at an instant; to be called in the transaction that writes them. */
export const logMade = (rules: readonly StoredRule[], at: number, tx: Tables): Promise<unknown> =>
  tx.log.bulkAdd(rules.flatMap((rule) => knownRow(rule, at) ?? []))

/** Logs that rules are gone because their making is undone. One that was never on leaves no row. */
export async function logUndone(ids: readonly string[], tx: Tables): Promise<void> {
  for (const id of ids) {
    const rows = inOrder((await rowsOf(id, tx).toArray()) as RuleEntry[])
    const last = rows.at(-1)
    if (last && rows.some(({ rule }) => rule?.isOn))
      await tx.log.add({ at: Math.max(Date.now(), last.at + 1), type: 'rule', id, rule: null })
    else await rowsOf(id, tx).delete()
  }
}

/** Logs those rules as known from now on, without the sites that they name. */
export async function logNameless(rules: readonly StoredRule[], tx: Tables): Promise<void> {
  const rows = rules.flatMap((rule) => knownRow(rule, Date.now()) ?? [])
  await tx.log.bulkAdd(rows.map(namelessRow))
}

/** Deletes a site from all rows; to be called in a transaction with the rules, which stay as they are. */
export async function forgetInRules(site: string, tx: Tables): Promise<void> {
  const keys = await tx.log.filter(isRuleRow).primaryKeys()
  const rows = (await tx.log.bulkGet(keys)) as RuleEntry[]
  const keyed = Map.groupBy(
    rows.map((row, index) => ({ row, key: keys[index] as number })),
    ({ row }) => row.id,
  )
  const rules = await tx.limits.toArray()
  const here = new Map(rules.map((rule) => [rule.id, rule]))
  const changed = [...keyed].flatMap(([id, own]) => {
    const before = own.map(({ row }) => row)
    const left = rowsWithoutSite(before, here.get(id) ?? null, site)
    return own.map(({ row, key }, index) => ({ key, row, left: left[index] as RuleEntry | null }))
  })
  await tx.log.bulkDelete(changed.filter(({ left }) => left === null).map(({ key }) => key))
  const kept = changed.filter(({ row, left }) => left !== null && left !== row)
  await tx.log.bulkPut(
    kept.map(({ left }) => left as RuleEntry),
    kept.map(({ key }) => key),
  )
  await logNameless(
    rules.filter((rule) => isAboutSite(rule, site) && !keyed.has(rule.id)),
    tx,
  )
}
