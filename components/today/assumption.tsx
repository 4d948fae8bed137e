import { assumedKinds } from '../../domain/statement/assumed-kinds'
import type { SurfaceLine } from '../../domain/statement/statement'
import { ASSUMED_WORTH } from '../../domain/surface/worth'
import { t } from '../../platform/i18n'
import { worthPercent } from '../figure/worth-percent'

/** The assumed worth of each kind that the return rests on; nothing if the return rests on no assumption. */
export function Assumption({ lines }: { lines: readonly SurfaceLine[] }) {
  const kinds = assumedKinds(lines)
  if (kinds.length === 0) return null
  const words = kinds.map((kind) => `${t(`kind_${kind}`)}\u00a0${worthPercent(ASSUMED_WORTH[kind])}`)
  return <p class="assumption soft">{t('assumption', words.join(', '))}</p>
}
