import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import {
  type Drift,
  type DriftCount,
  driftOf,
  driftShare,
  LEAST_VISITS,
  LEAST_VISITS_OF_ROW,
} from '../../domain/insight/drift'
import { isMissing, type Scope } from '../../domain/insight/finding'
import { t } from '../../platform/i18n'
import { whole } from '../figure/format'
import { hourOfDay } from '../figure/numbers'
import { SurfaceName } from '../figure/surface-name'
import { InsightCard } from './card'
import { driftBasis, driftWords, workedDrift } from './drift-words'
import { ShareBars, type ShareRow } from './share-bars'
import { countOf } from './worth-words'
import './answers.css'

/** Surfaces with a bar; those that drift least are left out. */
const SHOWN = 5

const rowOf = (key: string, name: ComponentChildren, count: DriftCount): ShareRow => ({
  key,
  name,
  share: driftShare(count),
  count: countOf(count.drifted, count.visits),
})

function Picture({ surfaces, parts }: Drift) {
  const none = t('insight_drift_few', whole(LEAST_VISITS_OF_ROW))
  return (
    <div class="side-by-side">
      <ShareBars
        title={t('insight_drift_by_surface')}
        rows={surfaces
          .slice(0, SHOWN)
          .map(({ profile, ...count }) => rowOf(profile.surface, <SurfaceName profile={profile} />, count))}
        none={none}
      />
      <ShareBars
        title={t('insight_drift_by_hour')}
        rows={parts.map(({ part, ...count }) =>
          rowOf(
            String(part.from),
            <span class="hours">{t('insight_drift_part', hourOfDay(part.from), hourOfDay(part.to))}</span>,
            count,
          ),
        )}
        none={none}
      />
    </div>
  )
}

const Why = ({ found }: { found: Drift | null }) => (
  <>
    <p>{t('insight_drift_formula')}</p>
    {found && <p>{workedDrift(found)}</p>}
    <p>{t('insight_drift_source')}</p>
    <p>{t('insight_drift_limits', whole(LEAST_VISITS), whole(LEAST_VISITS_OF_ROW))}</p>
  </>
)

/** Drift: how often visits went on longer than was meant. */
export function DriftCard({ scope }: { scope: Scope }) {
  const found = useMemo(() => driftOf(scope), [scope])
  return (
    <InsightCard
      id="drift"
      title={t('insight_drift')}
      finding={isMissing(found) ? found : driftWords(found)}
      basis={isMissing(found) ? t('insight_your_answers') : driftBasis(found)}
      why={<Why found={isMissing(found) ? null : found} />}
    >
      {!isMissing(found) && <Picture {...found} />}
    </InsightCard>
  )
}
