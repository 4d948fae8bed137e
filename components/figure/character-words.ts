import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { worthName } from '../../domain/surface/worth'
import { t } from '../../platform/i18n'

/** A surface's kind and worth in words. An assumed or unknown worth is only called that, without a judgement. */
export function characterWords({ kind, worth }: Pick<SurfaceProfile, 'kind' | 'worth'>): string {
  const source = worth.source === 'own' ? [] : [t(worth.source)]
  const word = ['assumed', 'unknown'].includes(worth.source)
    ? []
    : [t(`worth_${worthName(worth.worthQuarters)}`)]
  return [t(`kind_${kind}`), ...word, ...source].join(' · ')
}
