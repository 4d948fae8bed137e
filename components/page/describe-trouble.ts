import { explained, instantIn } from '../../domain/own-error'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { timeOfDay } from '../figure/format'
import type { TroubleProps } from './trouble'
import type { Live } from './use-live'

export const valueOf = <Value>(live: Live<Value>): Value | undefined =>
  live && 'value' in live ? live.value : undefined

/** What an error means, in the person’s language. The browser’s own words go to the console alone. */
export function reasonOf(error: unknown): string {
  const name = explained(error)
  if (name === 'error_unexpected') console.error('Zeitwert:', error)
  const at = instantIn(error)
  // A time of day has no seconds: round up, so that it has come when the clock shows it.
  return at === null ? t(name) : t(name, timeOfDay(Math.ceil(at / MINUTE_MS) * MINUTE_MS))
}

/** The trouble to show when a page cannot read its figures. */
export function pageTrouble(error: unknown): TroubleProps {
  const isPrivate = explained(error) === 'error_never_remembers'
  return isPrivate
    ? { sentence: t('trouble_private'), detail: '' }
    : { sentence: t('trouble_page'), detail: reasonOf(error) }
}

/** The same for values that are watched. */
export function errorIn(...lives: Live<unknown>[]): TroubleProps | null {
  const failed = lives.find((live) => live !== null && 'error' in live)
  if (!failed || !('error' in failed)) return null
  return pageTrouble(failed.error)
}

/** The trouble to show when nothing can be saved. */
export const storageTroubleOf = (
  trouble: { reason: 'full' | 'private' | 'unavailable'; detail: string } | null | undefined,
): TroubleProps | null =>
  trouble
    ? {
        sentence: t(`trouble_${trouble.reason}`),
        detail: trouble.reason === 'unavailable' ? reasonOf(trouble.detail) : '',
      }
    : null
