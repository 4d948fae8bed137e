import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { worthName } from '../../domain/surface/worth'
import { t } from '../../platform/i18n'
import { worthPercent } from './worth-percent'

/** What is known of a worth: the person's own word, how much their answers make of it, or only where it is from. */
function worthWords({ worthQuarters, source }: SurfaceProfile['worth']): string {
  if (source === 'own') return t(`worth_${worthName(worthQuarters)}`)
  return source === 'rated' ? `${t(source)} (${worthPercent(worthQuarters)})` : t(source)
}

/** A surface's kind and worth in words. */
export const characterWords = ({ kind, worth }: Pick<SurfaceProfile, 'kind' | 'worth'>): string =>
  `${t(`kind_${kind}`)} · ${worthWords(worth)}`
