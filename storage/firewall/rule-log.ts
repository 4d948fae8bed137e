/** The rows that are kept of how rules changed, in the store `log`. Each is written together with its rule. */
import type { FirewallRow } from '../../domain/firewall/firewall-state'
import type { DayClock } from '../../domain/firewall/hours'
import { rowsWithoutSite } from '../../domain/firewall/rule-forgetting'
import {
  isRuleRow,
  isSameRule,
  knownRow,
  namelessRow,
  type RuleEntry,
  rowsOfChange,
} from '../../domain/firewall/rule-history'
import { isAboutSite } from '../../domain/firewall/rule-names'
import type { StoredRule } from '../../domain/firewall/rule'
import { DEFAULT_SETTINGS } from '../../domain/settings/settings'
import { db } from '../base/db'

/** How all rules changed. */
export const ruleHistory = async (): Promise<RuleEntry[]> =>
  (await db.log.filter(isRuleRow).toArray()) as RuleEntry[]

const rowsOf = (id: string) => db.log.filter((entry) => isRuleRow(entry) && entry.id === id)

/** By which clock limits go now. */
async function clockOfLimits(): Promise<DayClock> {
  const state = (await db.guard.get('now')) as FirewallRow | undefined
  return {
    dayStartHour: state?.terms?.held.dayStartHour ?? DEFAULT_SETTINGS.dayStartHour,
    offsetAt: (at) => -new Date(at).getTimezoneOffset(),
  }
}

/** Logs what rules become, and that some are gone; to be called in the transaction that writes them, before it does. */
export async function logRules(rules: readonly StoredRule[], gone: readonly string[]): Promise<void> {
  const changes = [...rules.map((rule) => [rule.id, rule] as const), ...gone.map((id) => [id, null] as const)]
  for (const [id, after] of changes) {
    const before = (await db.limits.get(id)) ?? null
    // Rules are read and written often, the log is long: it is read only after a change.
    if (isSameRule(before?.rule ?? null, after?.rule ?? null)) continue
    const rows = (await rowsOf(id).toArray()) as RuleEntry[]
    const change = rowsOfChange(rows, before, after, Date.now(), await clockOfLimits())
    if (change === null) continue
    await rowsOf(id)
      .filter(({ at }) => at > change.last)
      .delete()
    await db.log.bulkAdd(change.put)
  }
}

/** Logs those rules as known from now on, without the sites that they name. */
export async function logNameless(rules: readonly StoredRule[]): Promise<void> {
  const rows = rules.flatMap((rule) => knownRow(rule, Date.now()) ?? [])
  await db.log.bulkAdd(rows.map(namelessRow))
}

/** Deletes a site from all rows; to be called in a transaction with the rules, which stay as they are. */
export async function forgetInRules(site: string): Promise<void> {
  const keys = (await db.log.filter(isRuleRow).primaryKeys()) as number[]
  const rows = (await db.log.bulkGet(keys)) as RuleEntry[]
  const keyed = Map.groupBy(
    rows.map((row, index) => ({ row, key: keys[index] as number })),
    ({ row }) => row.id,
  )
  const rules = await db.limits.toArray()
  const here = new Map(rules.map((rule) => [rule.id, rule]))
  const changed = [...keyed].flatMap(([id, own]) => {
    const before = own.map(({ row }) => row)
    const left = rowsWithoutSite(before, here.get(id) ?? null, site)
    return own.map(({ row, key }, index) => ({ key, row, left: left[index] as RuleEntry | null }))
  })
  await db.log.bulkDelete(changed.filter(({ left }) => left === null).map(({ key }) => key))
  const kept = changed.filter(({ row, left }) => left !== null && left !== row)
  await db.log.bulkPut(
    kept.map(({ left }) => left as RuleEntry),
    kept.map(({ key }) => key),
  )
  await logNameless(rules.filter((rule) => isAboutSite(rule, site) && !keyed.has(rule.id)))
}
