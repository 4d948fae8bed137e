import { OWN_ERRORS } from '../../domain/own-error'
import { t } from '../../platform/i18n'
import type { TroubleProps } from './trouble'
import type { Live } from './use-live'

export const valueOf = <Value>(live: Live<Value>): Value | undefined =>
  live && 'value' in live ? live.value : undefined

/** What an error says: ours in the person’s language, the browser’s as its word, without the name of the class. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error)
  const own = OWN_ERRORS.find((name) => message.endsWith(name))
  return own ? t(own) : t('trouble_detail', message)
}

/** What to say when something that a page shows cannot be read. */
export function errorIn(...lives: Live<unknown>[]): TroubleProps | null {
  const failed = lives.find((live) => live !== null && 'error' in live)
  if (!failed || !('error' in failed)) return null
  return { sentence: t('trouble_page'), detail: reasonOf(failed.error) }
}

/** What to say when nothing can be saved. */
export const storageTroubleOf = (
  trouble: { reason: 'full' | 'unavailable'; detail: string } | null | undefined,
): TroubleProps | null =>
  trouble ? { sentence: t(`trouble_${trouble.reason}`), detail: reasonOf(trouble.detail) } : null
