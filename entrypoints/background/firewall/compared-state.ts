import type { FirewallState } from '../../../domain/firewall/firewall-state'
import { isFocus } from '../../../domain/firewall/focus'
import { MINUTE_MS } from '../../../domain/time/local-time'

/** How old the stored time of the last look may be, so that a clock set back while the browser is closed shows. */
const LAST_LOOK_MS = 5 * MINUTE_MS

/** What needs a write when it changes; the time of the last look only now and then, while hours are ahead or focus runs. */
export function compared({
  state: { meter, ...state },
  rules,
}: Pick<FirewallState, 'state' | 'rules'>): string {
  const isAhead =
    Object.keys(state.nextClosed).length > 0 || rules.some(({ rule: { bound } }) => isFocus(bound))
  const lastAt = isAhead ? Math.floor(state.lastAt / LAST_LOOK_MS) : 0
  return JSON.stringify([{ ...state, lastAt }, meter.counted, meter.attention?.recent])
}
