import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { worthName } from '../../domain/surface/worth'
import { t } from '../../platform/i18n'

/** A surface's kind and worth in words. An assumed worth is only called assumed, without a judgement. */
export function characterWords({ kind, worth }: Pick<SurfaceProfile, 'kind' | 'worth'>): string {
  const source = worth.source === 'own' ? [] : [t(worth.source)]
  const word = worth.source === 'assumed' ? [] : [t(`worth_${worthName(worth.worthQuarters)}`)]
  return [t(`kind_${kind}`), ...word, ...source].join(' · ')
}
