/** What taking a pass at a wall opens. */
import { type AtWall, rulesInTheWay } from './at-wall'
import type { FirewallNow } from './firewall-state'
import type { Pass, PassOffer } from './pass'
import { emergencyOf, isEmergencyReady, passesOf } from './passes'

/** A lock's emergency pass that can be taken now; null while it has to be waited for. */
function readyEmergency({ view: { firewall, memory }, standing }: AtWall): PassOffer | null {
  const isReady = isEmergencyReady(memory.emergencies[standing.rule.id], firewall.at)
  return isReady ? emergencyOf(standing, firewall.passes, firewall.at, firewall.terms) : null
}

/**
 * The passes that are taken together: one for each equally strict rule that blocks the page, for the same
 * time, at one price for all: the one that was shown, in its currency. Null if no such pass is offered now.
 */
export function passesTaken(
  at: AtWall,
  { type, priceMinor, currency }: Pick<PassOffer, 'type' | 'priceMinor' | 'currency'>,
): Pass[] | null {
  const { standing, view } = at
  const { passes, terms, at: now } = view.firewall
  const offers = [...passesOf(standing, passes, now, terms), readyEmergency(at)]
  const offer = offers.find((one) => one?.type === type)
  if (!offer) return null
  const { id, strictness } = standing.rule
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
