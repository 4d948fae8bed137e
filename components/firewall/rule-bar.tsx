import type { RuleStatus } from '../../domain/firewall/firewall-status'
import { colourOf, usedShare } from '../rule/standing-words'

/** A bar for the used share of a rule. The words beside it say the same. */
export function RuleBar({ status }: { status: RuleStatus }) {
  const share = usedShare(status)
  if (share === null) return null
  return (
    <span class="rule-bar" aria-hidden="true">
      <span style={{ inlineSize: `${100 * share}%`, backgroundColor: colourOf(status) }} />
    </span>
  )
}
