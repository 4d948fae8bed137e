import type { FirewallNow } from '../../../domain/firewall/firewall-state'
import type { Rule } from '../../../domain/firewall/rule'
import { daysOfUse } from '../../../domain/firewall/use-before-rule'
import type { Span } from '../../../domain/record/span'
import { addDays } from '../../../domain/time/local-time'
import { inTime } from '../../../storage/base/in-time'
import { closedSpans, openSpan } from '../../../storage/record/history'

/** The spans of the days that matter to a rule, including the span in progress. */
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
