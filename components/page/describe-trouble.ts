import { OWN_ERRORS } from '../../domain/own-error'
import { t } from '../../platform/i18n'
import type { TroubleProps } from './trouble'
import type { Live } from './use-live'

export const valueOf = <Value>(live: Live<Value>): Value | undefined =>
  live && 'value' in live ? live.value : undefined

/** The message of an error: our own in the person’s language, the browser’s quoted, without the class name. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message || error.name : String(error)
  const own = OWN_ERRORS.find((name) => message.endsWith(name))
  return own ? t(own) : t('trouble_detail', message)
}

/** The trouble to show when data of a page cannot be read. */
export function errorIn(...lives: Live<unknown>[]): TroubleProps | null {
  const failed = lives.find((live) => live !== null && 'error' in live)
  if (!failed || !('error' in failed)) return null
  return { sentence: t('trouble_page'), detail: reasonOf(failed.error) }
}

/** The trouble to show when nothing can be saved. */
export const storageTroubleOf = (
  trouble: { reason: 'full' | 'unavailable'; detail: string } | null | undefined,
): TroubleProps | null =>
  trouble ? { sentence: t(`trouble_${trouble.reason}`), detail: reasonOf(trouble.detail) } : null
