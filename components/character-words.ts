import type { SurfaceProfile } from '../domain/surface-book'
import { worthName } from '../domain/worth'
import { t } from '../platform/i18n'

/** What an hour on a surface gives back, and whose word that is unless it is the person's. */
export function worthWords({ worth }: Pick<SurfaceProfile, 'worth'>): string {
  const word = t(`worth_${worthName(worth.worthQuarters)}`)
  return worth.source === 'own' ? word : `${word} · ${t(worth.source)}`
}
