import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'

/** The sentence for a day with too little time to show; null if there is enough or another message is shown. */
export function firstWords(timeMs: number, isRecording: boolean, isQuiet: boolean): string | null {
  if (isQuiet) return null
  if (isRecording) return timeMs < MINUTE_MS ? t('recording_first') : null
  return timeMs === 0 ? t('recording_nothing') : null
}
