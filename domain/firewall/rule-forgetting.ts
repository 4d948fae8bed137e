/** What is left of how rules changed when a site is forgotten. */
import type { StoredRule } from './rule'
import { inOrder, namelessRow, type RuleEntry } from './rule-history'
import { isAboutSite, withoutSiteIn } from './rule-names'

/** The row without a site, maybe about nothing then; the same row if it does not name it. */
export function rowWithoutSite(row: RuleEntry, site: string): RuleEntry {
  const rule = row.rule && withoutSiteIn(row.rule, site)
  return rule === row.rule ? row : { ...row, rule }
}

/**
 * The rows of a rule without a site, each in its place, null for one that goes.
 *
 * - A rule that is here and names the site keeps its name: none of its rows names any site from then on.
 * - Of a rule that is gone, a row about the site alone goes, and what stood before it, which is not known any more.
 */
export function rowsWithoutSite(
  rows: readonly RuleEntry[],
  stored: StoredRule | null,
  site: string,
): (RuleEntry | null)[] {
  if (stored) return rows.map(isAboutSite(stored, site) ? namelessRow : (row) => rowWithoutSite(row, site))
  const isAlone = (row: RuleEntry): boolean => {
    const left = rowWithoutSite(row, site)
    return left !== row && left.rule?.targets.length === 0
  }
  const lastAlone = inOrder(rows).findLast(isAlone)?.at ?? -Infinity
  return rows.map((row) => (row.at > lastAlone ? rowWithoutSite(row, site) : null))
}
