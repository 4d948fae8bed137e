import type { RuleStatus } from '../../domain/firewall/firewall-status'
import { colourOf, usedShare } from '../rule/standing-words'

/** How much of a rule is used; said in words beside it. */
export function RuleBar({ status }: { status: RuleStatus }) {
  const share = usedShare(status)
  if (share === null) return null
  return (
    <span class="rule-bar" aria-hidden="true">
      <span style={{ inlineSize: `${100 * share}%`, backgroundColor: colourOf(status) }} />
    </span>
  )
}
