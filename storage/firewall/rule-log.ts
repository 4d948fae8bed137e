/** The rows that are kept of how rules changed, in the store `log`. Each is written together with its rule. */
import {
  isSameRule,
  rowOfChange,
  rowsWithout,
  type RuleEntry,
  withoutForgotten,
} from '../../domain/firewall/rule-history'
import type { StoredRule } from '../../domain/firewall/rule'
import { db, type LogEntry } from '../base/db'

export const isRuleEntry = (entry: LogEntry): entry is RuleEntry => entry.type === 'rule'

/** How all rules changed. */
export const ruleHistory = async (): Promise<RuleEntry[]> =>
  (await db.log.filter(isRuleEntry).toArray()) as RuleEntry[]

const rowsOf = (id: string) => db.log.filter((entry) => isRuleEntry(entry) && entry.id === id)

/** Logs what rules become, and that some are gone; to be called in the transaction that writes them, before it does. */
export async function logRules(rules: readonly StoredRule[], gone: readonly string[]): Promise<void> {
  const changes = [...rules.map((rule) => [rule.id, rule] as const), ...gone.map((id) => [id, null] as const)]
  for (const [id, after] of changes) {
    const before = (await db.limits.get(id)) ?? null
    // Rules are read and written often, the log is long: it is read only after a change.
    if (isSameRule(before?.rule ?? null, after?.rule ?? null)) continue
    const rows = (await rowsOf(id).toArray()) as RuleEntry[]
    const row = rowOfChange(rows, before, after, Date.now())
    if (row === 'forget') await rowsOf(id).delete()
    else if (row) await db.log.add(row)
  }
}

/** Deletes a site from all rows; to be called in a transaction with the rules. Rows of rules that are there stay. */
export async function forgetInRules(site: string): Promise<void> {
  const keys = await db.log.filter(isRuleEntry).primaryKeys()
  const rows = (await db.log.bulkGet(keys)) as RuleEntry[]
  const here = new Set(await db.limits.toCollection().primaryKeys())
  for (const [id, own] of Map.groupBy(rows, (row) => row.id)) {
    const left = here.has(id) ? own.map((row) => withoutForgotten(row, site)) : rowsWithout(own, site)
    for (const [index, row] of left.entries()) {
      const before = own[index] as RuleEntry
      const key = keys[rows.indexOf(before)] as number
      if (row === null) await db.log.delete(key)
      else if (row !== before) await db.log.put(row, key)
    }
  }
}
