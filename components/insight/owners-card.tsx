import { useMemo } from 'preact/hooks'
import { type Concentration, concentrationOf, type Spread } from '../../domain/insight/concentration'
import { isMissing, LEAST_ATTENTION_MS, type Scope } from '../../domain/insight/finding'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { duration, whole } from '../figure/format'
import { spokenName } from '../figure/full-name'
import { shortDay } from '../figure/numbers'
import { tn } from '../figure/plural'
import { AiTools } from './ai-tools'
import { InsightCard } from './card'
import { missingIn } from './missing-words'
import { effectiveText, measuredBasis, ownersWords } from './owners-words'
import { ShareBars, type ShareRow } from './share-bars'
import { SparkLine } from './spark-line'

/** Owners with a bar of their own; the others share one. */
const SHOWN = 5

function rowsOf({ shares }: Spread): ShareRow[] {
  const others = shares.slice(SHOWN)
  const rest = others.reduce((sum, { share }) => sum + share, 0)
  return [
    ...shares.slice(0, SHOWN).map(({ name, share }) => ({ key: name, name: spokenName(name), share })),
    ...(others.length > 0
      ? [{ key: '', name: tn('insight_owners_others', others.length), share: rest, isRest: true }]
      : []),
  ]
}

function Trend({ weeks, trend }: Concentration) {
  if (trend) return <p class="soft">{missingIn('insight_yield_trend_lacks', trend)}</p>
  const values = weeks.map(({ spread }) => spread?.effective ?? null)
  const known = values.filter((value) => value !== null)
  const texts = values.map((value) => (value === null ? '' : effectiveText(value)))
  return (
    <figure class="trend">
      <figcaption>{t('insight_owners_trend')}</figcaption>
      <SparkLine
        label={t('insight_owners_trend_label', texts.filter(Boolean).join(', '))}
        values={values}
        texts={texts}
        bounds={{ low: Math.min(...known), high: Math.max(...known) }}
      />
    </figure>
  )
}

function Why({ found }: { found: Concentration | null }) {
  return (
    <>
      <p>{t('insight_owners_formula')}</p>
      {found && (
        <>
          <p>
            {tn(
              'insight_owners_numbers',
              found.shares.length,
              duration(found.timeMs),
              effectiveText(found.effective),
              whole(Math.round(found.hhi)),
            )}
          </p>
          <table class="why-table">
            <thead>
              <tr>
                <th scope="col">{t('insight_week_until')}</th>
                <th scope="col" class="number">
                  {t('insight_owners_effective')}
                </th>
                <th scope="col" class="number">
                  {t('insight_owners_hhi')}
                </th>
              </tr>
            </thead>
            <tbody>
              {found.weeks.map(({ week, spread }) => (
                <tr key={week.last}>
                  <th scope="row">{shortDay(week.last)}</th>
                  <td class="number">{spread ? effectiveText(spread.effective) : '–'}</td>
                  <td class="number">{spread ? whole(Math.round(spread.hhi)) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      <p>{t('insight_owners_limits', whole(LEAST_ATTENTION_MS / MINUTE_MS))}</p>
      {found?.ai && <AiTools tools={found.ai} />}
      {found && !found.ai && <p>{t('insight_owners_ai_lacks', whole(LEAST_ATTENTION_MS / MINUTE_MS))}</p>}
    </>
  )
}

/** Who holds your attention. */
export function OwnersCard({ scope }: { scope: Scope }) {
  const found = useMemo(() => concentrationOf(scope), [scope])
  const concentration = isMissing(found) ? null : found
  return (
    <InsightCard
      id="owners"
      title={t('insight_owners')}
      finding={isMissing(found) ? found : ownersWords(found)}
      basis={measuredBasis(scope)}
      why={<Why found={concentration} />}
    >
      {concentration && (
        <div class="beside">
          <ShareBars rows={rowsOf(concentration)} />
          <Trend {...concentration} />
        </div>
      )}
    </InsightCard>
  )
}
