import { useMemo } from 'preact/hooks'
import { aiDividendOf, type AiDividend, type AiSplit } from '../../domain/insight/ai-dividend'
import { feedsAfterAi } from '../../domain/insight/feeds-after-ai'
import { hasTotals, isMissing, type Scope } from '../../domain/insight/finding'
import type { AiGoal, ChangeSettings, Settings } from '../../domain/settings/settings'
import { t } from '../../platform/i18n'
import { Time } from '../figure/figures'
import { whole } from '../figure/format'
import { AiDeclaration, NudgeSettings } from './ai-settings'
import { VisitsAfterAi } from './ai-visits'
import { AiWhy } from './ai-why'
import { aiBasis, aiWords, keptReason, minutesText } from './ai-words'
import { InsightCard } from './card'
import './ai-card.css'

/** Kept, leaked and unknown as one bar, with words and minutes below. */
function SplitBar({ split, goal }: { split: AiSplit; goal: AiGoal }) {
  const { keptMs, leakedMs, unknownMs } = split
  const parts = [
    { name: 'kept', ms: keptMs, text: keptReason(split, goal) },
    {
      name: 'leaked',
      ms: leakedMs,
      text: t(leakedMs > 0 ? 'insight_ai_more_feeds' : 'insight_ai_no_more_feeds'),
    },
    { name: 'unknown', ms: unknownMs, text: t(unknownMs > 0 ? 'insight_ai_rest' : 'insight_ai_no_rest') },
  ] as const
  return (
    <div class="ai-split">
      <div class="bar" aria-hidden="true">
        {parts.map(({ name, ms }) => ms > 0 && <span key={name} data-part={name} style={{ flexGrow: ms }} />)}
      </div>
      <ul>
        {parts.map(({ name, ms, text }) => (
          <li key={name}>
            <span class="key" data-part={name} aria-hidden="true" />
            {t(`insight_ai_part_${name}`)} <Time ms={ms} format={minutesText} />
            <p class="soft">{text}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Picture({ found, goal }: { found: AiDividend; goal: AiGoal }) {
  const { split, aiDays } = found
  if (!split) return null
  return (
    <>
      <SplitBar split={split} goal={goal} />
      {split.days < aiDays && (
        <p class="ai-days soft">{t('insight_ai_days', whole(split.days), whole(aiDays))}</p>
      )}
    </>
  )
}

interface Props {
  scope: Scope
  settings: Settings
  onSettings: ChangeSettings
}

/** What AI gives back, and where it goes. */
export function AiCard({ scope, settings, onSettings }: Props) {
  const { aiSavedPercent, aiGoal } = settings
  const found = useMemo(
    () => aiDividendOf(scope, { aiSavedPercent, aiGoal }),
    [scope, aiSavedPercent, aiGoal],
  )
  const visits = useMemo(() => feedsAfterAi(scope), [scope])
  const dividend = isMissing(found) ? null : found
  return (
    <InsightCard
      id="ai"
      title={t('insight_ai')}
      finding={isMissing(found) ? found : aiWords(found, aiGoal)}
      basis={`${aiBasis()} · ${t('coverage_only')}`}
      why={
        <>
          <AiWhy found={dividend} settings={settings} />
          <AiDeclaration settings={settings} onSettings={onSettings} />
          <NudgeSettings settings={settings} onSettings={onSettings} />
        </>
      }
      ask={visits.length > 0 && <VisitsAfterAi visits={visits} />}
    >
      {dividend && (
        <>
          <Picture found={dividend} goal={aiGoal} />
          {hasTotals(scope) && <p class="ai-days soft">{t('insight_ai_totals')}</p>}
          <VisitsAfterAi visits={visits} />
        </>
      )}
    </InsightCard>
  )
}
