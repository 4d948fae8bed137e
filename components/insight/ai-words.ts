import type { AiDividend, AiSplit } from '../../domain/insight/ai-dividend'
import type { SavingStudy } from '../../domain/insight/ai-time-saved'
import type { AiGoal } from '../../domain/settings/settings'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { duration, signOf, whole } from '../figure/format'
import { numberFormat } from '../figure/intl'
import type { FindingWords } from './finding-sentence'

/** `0.33` from 33. */
export const factorText = (percent: number): string =>
  numberFormat({ minimumFractionDigits: 0, maximumFractionDigits: 2, signDisplay: 'negative' })
    .format(percent / 100)
    .replace('-', '−')

/** `48 min` from whole minutes; `0 min` for none. */
export const minutesText = (ms: number): string =>
  ms === 0 ? duration(MINUTE_MS).replace(whole(1), whole(0)) : duration(ms)

function splitWords(dividend: string, { keptMs, leakedMs }: AiSplit, goal: AiGoal): FindingWords {
  const [kept, leaked] = [minutesText(keptMs), minutesText(leakedMs)]
  if (keptMs > 0 && leakedMs > 0)
    return { text: t(`insight_ai_${goal}`, dividend, kept, leaked), strong: [leaked] }
  if (keptMs > 0) return { text: t(`insight_ai_kept_${goal}`, dividend, kept), strong: [kept] }
  if (leakedMs > 0) return { text: t('insight_ai_leaked', dividend, leaked), strong: [leaked] }
  return { text: t('insight_ai_unknown', dividend), strong: [dividend] }
}

/** `Of the 2 h 21 min that you say AI saved you, 1 h 2 min went into learning and 48 min leaked into feeds.` */
export function aiWords({ dividendMs, split }: AiDividend, goal: AiGoal): FindingWords {
  if (split) return splitWords(duration(dividendMs), split, goal)
  if (dividendMs === 0) return { text: t('insight_ai_zero'), strong: [] }
  const lost = duration(-dividendMs)
  return { text: t('insight_ai_negative', lost), strong: [lost] }
}

/** `+48 min`, `−12 min`, `0 min`. */
export const signedDuration = (ms: number): string => signOf(ms) + minutesText(Math.abs(ms))

const percentText = (value: number): string =>
  numberFormat({ style: 'percent', maximumFractionDigits: 1 })
    .format(value / 100)
    .replace('-', '−')

/** `5.4 %`, `2.8 % to 3 %` or `18 % (−9 % to 38 %)`. */
export function studyFigure({ low, central, high }: SavingStudy): string {
  if (low === high) return percentText(low)
  return central === null
    ? t('insight_ai_between', percentText(low), percentText(high))
    : t('insight_ai_interval', percentText(central), percentText(low), percentText(high))
}
