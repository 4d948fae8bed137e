import type { Kind } from '../surface/kind'
import { roundToUnits } from '../value/columns'
import { barParts } from './drawn-kinds'

interface KindShare {
  kind: Kind
  ms: number
  /** Whole percent of the whole time. */
  percent: number
}

/**
 * The shares of the parts of a bar (see `barParts`): at most six kinds, and `other`. The percents add up to 100; empty
 * without time. Times in ms.
 */
export function kindShares(kinds: readonly Kind[], times: readonly number[]): KindShare[] {
  const parts = barParts(kinds, times)
  const whole = parts.reduce((sum, { ms }) => sum + ms, 0)
  if (whole === 0) return []
  const percents = roundToUnits(
    parts.map(({ ms }) => BigInt(ms) * 100n),
    BigInt(whole),
    100,
  )
  return parts.map((part, row) => ({ ...part, percent: percents[row] ?? 0 }))
}
