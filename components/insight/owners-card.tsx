import { useMemo } from 'preact/hooks'
import { type Concentration, concentrationOf, type Spread } from '../../domain/insight/concentration'
import { isMissing, LEAST_ATTENTION_MS, type Scope } from '../../domain/insight/finding'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { duration, whole } from '../figure/format'
import { shortDay } from '../figure/numbers'
import { tn } from '../figure/plural'
import { InsightCard } from './card'
import { effectiveText, measuredBasis, ownersWords, sharePercent } from './owners-words'
import { SparkLine } from './spark-line'

/** Owners with a bar of their own; the others share one. */
const SHOWN = 5

function Bars({ shares }: Spread) {
  const shown = shares.slice(0, SHOWN)
  const others = shares.slice(SHOWN)
  const rest = others.reduce((sum, { share }) => sum + share, 0)
  const largest = Math.max(shares[0]?.share ?? 1, rest)
  const rows = [
    ...shown.map(({ name, share }) => ({ name, share, isRest: false })),
    ...(others.length > 0
      ? [{ name: tn('insight_owners_others', others.length), share: rest, isRest: true }]
      : []),
  ]
  return (
    <table class="share-bars">
      <tbody>
        {rows.map(({ name, share, isRest }) => (
          <tr key={name} class={isRest ? 'rest' : ''}>
            <th scope="row">{name}</th>
            <td aria-hidden="true">
              <span class="bar" style={{ '--part': share / largest }} />
            </td>
            <td class="number">{sharePercent(share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Trend({ weeks }: Concentration) {
  const values = weeks.map(({ spread }) => spread?.effective ?? null)
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return null
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
            {t(
              'insight_owners_numbers',
              duration(found.timeMs),
              whole(found.shares.length),
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
          <Bars {...concentration} />
          <Trend {...concentration} />
        </div>
      )}
    </InsightCard>
  )
}
