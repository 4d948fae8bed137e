/** What taking a pass at a wall opens. */
import { type AtWall, passesAt, rulesInTheWay } from './at-wall'
import type { FirewallNow } from './firewall-state'
import type { Pass, PassOffer } from './pass'
import { emergencyOf, isReady } from './passes'

/**
 * The passes that are taken together: one for each equally strict rule that blocks the page, for the same
 * time, at one price for all: the one that was shown, in its currency. Null if no such pass is offered now, or it has
 * still to be waited for.
 */
export function passesTaken(
  at: AtWall,
  { type, priceMinor, currency }: Pick<PassOffer, 'type' | 'priceMinor' | 'currency'>,
): Pass[] | null {
  const { standing, view } = at
  const { passes, terms, at: now } = view.firewall
  const offers = [...passesAt(at), emergencyOf(standing, passes, now, terms)]
  const offer = offers.find((one) => one?.type === type)
  const { id, strictness } = standing.rule
  if (!offer || !isReady(view.memory.asked, type, id, now)) return null
  const others = rulesInTheWay(at, (rule) => rule.id !== id && rule.strictness === strictness)
  return [standing.rule, ...others].map((rule, index) => ({
    rule: rule.id,
    type,
    day: terms.ration.day,
    at: now,
    until: offer.until,
    priceMinor: index === 0 ? priceMinor : 0,
    currency,
  }))
}

export const withPasses = (firewall: FirewallNow, taken: readonly Pass[]): FirewallNow => ({
  ...firewall,
  passes: [...firewall.passes, ...taken],
})
