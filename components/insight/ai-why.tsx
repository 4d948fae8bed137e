import {
  type AiDividend,
  type AiSplit,
  LEAST_COMPARABLE_DAYS,
  savedBy,
} from '../../domain/insight/ai-dividend'
import { AI_TIME_SAVED } from '../../domain/insight/ai-time-saved'
import type { AiGoal, Settings } from '../../domain/settings/settings'
import { t } from '../../platform/i18n'
import { Time } from '../figure/figures'
import { duration, whole } from '../figure/format'
import { shortDay } from '../figure/numbers'
import { columnMinutes, factorText, minutesText, signedClock, signedDuration, studyFigure } from './ai-words'

/** The days that count beside usual ones. */
function BesideUsual({ split, goal }: { split: AiSplit; goal: AiGoal }) {
  const rows = [
    { name: t('insight_ai_row_feeds'), ...split.feeds },
    { name: t(`insight_ai_row_${goal}`), ...split.goal },
  ]
  return (
    <table class="why-table ai-usual">
      <thead>
        <tr>
          <td />
          {[
            'insight_ai_these_days' as const,
            'insight_ai_usually' as const,
            'insight_ai_difference' as const,
          ].map((key) => (
            <th key={key} scope="col" class="number">
              {t(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, timeMs, usualMs }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td class="number">
              <Time ms={timeMs} format={columnMinutes} />
            </td>
            <td class="number">
              <Time ms={usualMs} format={columnMinutes} />
            </td>
            <td class="number">{signedClock(timeMs - usualMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Numbers({ found, settings }: { found: AiDividend; settings: Settings }) {
  const { aiMs, dividendMs, aiDays, split } = found
  const { low, high } = AI_TIME_SAVED.factor
  return (
    <>
      <p>
        {t(
          'insight_ai_numbers',
          duration(aiMs),
          factorText(settings.aiSavedPercent),
          dividendMs < 0 ? signedDuration(dividendMs) : minutesText(dividendMs),
        )}{' '}
        {split && t('insight_ai_days', whole(split.days), whole(aiDays))}
      </p>
      <p>
        {t(
          'insight_ai_range',
          factorText(low),
          factorText(high),
          minutesText(savedBy(aiMs, low)),
          minutesText(savedBy(aiMs, high)),
        )}
      </p>
      {split && <BesideUsual split={split} goal={settings.aiGoal} />}
    </>
  )
}

/** What is known about the time that AI saves. */
const Studies = () => (
  <>
    <h3>{t('insight_ai_studies', shortDay(AI_TIME_SAVED.asOf))}</h3>
    <ul class="ai-studies">
      {AI_TIME_SAVED.studies.map((study) => (
        <li key={study.name}>
          <strong>{studyFigure(study)}</strong> {t(`insight_ai_study_${study.name}`)}{' '}
          <span class="soft">({study.source})</span>
        </li>
      ))}
    </ul>
  </>
)

/** Formula, numbers, and studies; `found` is null if something is missing. */
export const AiWhy = ({ found, settings }: { found: AiDividend | null; settings: Settings }) => (
  <>
    <p>{t('insight_ai_formula')}</p>
    <p>{t('insight_ai_usual', whole(LEAST_COMPARABLE_DAYS))}</p>
    {found && <Numbers found={found} settings={settings} />}
    <p>{t('insight_ai_no_cause')}</p>
    {settings.aiGoal === 'offline' && <p>{t('insight_ai_offline_limit')}</p>}
    <Studies />
  </>
)
