import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { worthName } from '../../domain/surface/worth'
import { t } from '../../platform/i18n'

/** What a surface is and what an hour there gives back. What is only assumed is not judged in words. */
export function characterWords({ kind, worth }: Pick<SurfaceProfile, 'kind' | 'worth'>): string {
  const source = worth.source === 'own' ? [] : [t(worth.source)]
  const word = worth.source === 'assumed' ? [] : [t(`worth_${worthName(worth.worthQuarters)}`)]
  return [t(`kind_${kind}`), ...word, ...source].join(' · ')
}
