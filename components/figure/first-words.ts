import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'

/** What to say while there is too little of a day to show; null where there is enough, or something else is said. */
export function firstWords(timeMs: number, isRecording: boolean, isQuiet: boolean): string | null {
  if (isQuiet) return null
  if (isRecording) return timeMs < MINUTE_MS ? t('recording_first') : null
  return timeMs === 0 ? t('recording_nothing') : null
}
