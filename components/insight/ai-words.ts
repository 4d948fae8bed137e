import { type AiDividend, type AiSplit, towards } from '../../domain/insight/ai-dividend'
import { AI_TIME_SAVED, type SavingStudy } from '../../domain/insight/ai-time-saved'
import type { AiGoal } from '../../domain/settings/settings'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { columnDuration, duration, MINUS, signOf, whole } from '../figure/format'
import { numberFormat } from '../figure/intl'
import { shortDay } from '../figure/numbers'
import type { FindingWords } from './finding-sentence'

/** `0.33` from 33. */
export const factorText = (percent: number): string =>
  numberFormat({ maximumFractionDigits: 2 })
    .format(percent / 100)
    .replace('-', MINUS)

/** `48 min` from whole minutes; `0 min` for none. */
export const minutesText = (ms: number): string =>
  ms === 0 ? duration(MINUTE_MS).replace(whole(1), whole(0)) : duration(ms)

function splitWords(dividend: string, { keptMs, leakedMs }: AiSplit, goal: AiGoal): FindingWords {
  const [kept, leaked] = [minutesText(keptMs), minutesText(leakedMs)]
  if (keptMs > 0 && leakedMs > 0)
    return { text: t(`insight_ai_${goal}`, dividend, kept, leaked), strong: [dividend, kept, leaked] }
  if (keptMs > 0) return { text: t(`insight_ai_kept_${goal}`, dividend, kept), strong: [dividend, kept] }
  if (leakedMs > 0) return { text: t('insight_ai_leaked', dividend, leaked), strong: [dividend, leaked] }
  return { text: t('insight_ai_unknown', dividend), strong: [dividend] }
}

/** `Of the 2 h 21 min that you say AI saved you, 1 h 2 min went into learning and 48 min leaked into feeds.` */
export function aiWords({ dividendMs, split }: AiDividend, goal: AiGoal): FindingWords {
  if (split) return splitWords(duration(dividendMs), split, goal)
  if (dividendMs === 0) return { text: t('insight_ai_zero'), strong: [] }
  const lost = duration(-dividendMs)
  return { text: t('insight_ai_negative', lost), strong: [lost] }
}

/** The newest studies that the basis names; all stand in *Why*. */
const STUDIES = 'Bick et al. 2025, METR 2025–26'

export const aiBasis = (): string => t('insight_ai_basis', STUDIES, shortDay(AI_TIME_SAVED.asOf))

/** `1:26` from whole minutes, for a column of times; `0:00` for none. */
export const columnMinutes = (ms: number): string => (ms === 0 ? '0:00' : columnDuration(ms))

/** What the time kept is, or why there is none. */
export function keptReason({ keptMs, goal }: AiSplit, aiGoal: AiGoal): string {
  if (keptMs > 0) return t(`insight_ai_more_${aiGoal}`)
  return towards(aiGoal, goal) > 0 ? t('insight_ai_no_rest') : t(`insight_ai_no_more_${aiGoal}`)
}

/** `+0:48`, `−1:26`, `0:00`. */
export const signedClock = (ms: number): string => signOf(ms) + columnMinutes(Math.abs(ms))

/** `+48 min`, `−12 min`, `0 min`. */
export const signedDuration = (ms: number): string => signOf(ms) + minutesText(Math.abs(ms))

const percentText = (value: number): string =>
  numberFormat({ style: 'percent', maximumFractionDigits: 1 })
    .format(value / 100)
    .replace('-', MINUS)

/** `5.4 %`, `2.8 % to 3 %` or `18 % (−9 % to 38 %)`. */
export function studyFigure({ low, central, high }: SavingStudy): string {
  if (low === high) return percentText(low)
  return central === null
    ? t('insight_ai_between', percentText(low), percentText(high))
    : t('insight_ai_interval', percentText(central), percentText(low), percentText(high))
}
