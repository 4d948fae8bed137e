import type { Line } from '../../domain/statement/statement'
import { signedPlainAmount } from '../figure/numbers'

/** Length of the longest total in characters: the columns of all tables are that wide. */
export function longestAmount({ money }: Line, currency: string | null): number {
  if (!money || currency === null) return 0
  const { costMinor, returnMinor, netMinor } = money
  return Math.max(
    ...[costMinor, returnMinor, netMinor].map((minor) => signedPlainAmount(minor, currency).length),
  )
}
