import { isFocus } from './focus'
import type { GuardView } from './judge-page'
import { isInTheWay, type Standing } from './limits'
import { nextWarningAt } from './warnings'

/**
 * When the guard has to look next, epoch ms; Infinity for never. `decisionsAt` are the instants at which
 * decisions about pages and walls change, `surfaces` those that are visible.
 */
export function nextLookAt(
  { firewall, coverage }: Pick<GuardView, 'firewall' | 'coverage'>,
  decisionsAt: readonly number[],
  inFront: readonly Standing[],
  surfaces: readonly string[],
): number {
  const warnings = inFront
    .filter((standing) => !isInTheWay(standing))
    .map((standing) => nextWarningAt(standing, firewall.at))
  const changes = [
    firewall.state.terms?.next?.from ?? Infinity,
    ...firewall.rules.flatMap(({ next, heals }) => [next?.from ?? Infinity, heals?.at ?? Infinity]),
  ]
  // A rule that comes back may cover a page that no rule covers now.
  const comesBack = firewall.rules.some(
    ({ heals }) => heals && surfaces.some((surface) => coverage.covers(heals.value, surface)),
  )
  const isAnything = comesBack || decisionsAt.some((instant) => instant !== Infinity)
  // The end of a focus hour is told, whatever page is visible.
  const ends = firewall.rules.flatMap(({ rule: { bound } }) => (isFocus(bound) ? [bound.endsAt] : []))
  return Math.min(Infinity, ...decisionsAt, ...warnings, ...ends, ...(isAnything ? changes : []))
}
