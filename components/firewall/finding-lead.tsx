import { firewallFinding } from '../../domain/firewall/firewall-finding'
import type { RuleStatus } from '../../domain/firewall/firewall-status'
import { t } from '../../platform/i18n'
import { whole } from '../figure/format'
import { tn } from '../figure/plural'
import { minutesBegun } from '../rule/standing-words'

/** How many of all rules close pages now. */
function wordsOf(closed: number, count: number): string {
  if (closed === 0) return tn('firewall_open', count)
  return closed === count ? tn('firewall_all_closed', count) : tn('firewall_closed', closed, whole(count))
}

/** How the rules stand now, in one sentence; nothing without rules. */
export function FindingLead({ rules }: { rules: readonly RuleStatus[] }) {
  const found = firewallFinding(rules)
  if (!found) return null
  const { count, closed, leastLeftMs } = found
  const words = wordsOf(closed, count)
  return (
    <p class="lead found">
      {leastLeftMs === null ? `${words}.` : `${t('firewall_least', words, minutesBegun(leastLeftMs))}.`}
    </p>
  )
}
