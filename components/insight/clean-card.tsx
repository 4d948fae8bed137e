import { useMemo } from 'preact/hooks'
import { type CleanFeeds, cleanFeedsOf } from '../../domain/insight/clean-feeds'
import { hasTotals, LEAST_ATTENTION_MS, isMissing, type Scope } from '../../domain/insight/finding'
import { PREVENTED } from '../../domain/insight/data/prevented'
import type { History } from '../../domain/record/history'
import { type Cleanings, withCleaning } from '../../domain/settings/cleaning'
import { MINUTE_MS } from '../../domain/time/local-time'
import { type MessageKey, t } from '../../platform/i18n'
import { percent, whole } from '../figure/format'
import { shortDay } from '../figure/numbers'
import { InsightCard } from './card'
import { CleanFeedRow } from './clean-feed'
import { cleanBasis, cleanWords, lastChecked } from './clean-words'
import { coverageOf } from './owners-words'
import './clean.css'

interface Props {
  scope: Scope
  cleanings: Cleanings
  /** The record around the cleanings that are compared; null until it is read. */
  around: History | null
  onCleanings: (cleanings: Cleanings) => Promise<unknown>
}

const Prevented = () => (
  <table class="why-table">
    <thead>
      <tr>
        <th scope="col">{t('insight_clean_button')}</th>
        <th scope="col" class="number">
          {t('insight_clean_prevented')}
        </th>
      </tr>
    </thead>
    <tbody>
      {PREVENTED.buttons.map(({ button, percent: share }) => (
        <tr key={button}>
          <th scope="row">{t(`insight_clean_button_${button}` as MessageKey)}</th>
          <td class="number">{percent(share)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

function Why({ found, withTotals }: { found: CleanFeeds | null; withTotals: boolean }) {
  const { source, published, volunteers } = PREVENTED
  return (
    <>
      <p>{t('insight_clean_order')}</p>
      <Prevented />
      <p>{t('insight_clean_study', source, shortDay(published), whole(volunteers))}</p>
      <p>{t('insight_clean_how_often')}</p>
      <p>
        {t('insight_clean_listed', whole(LEAST_ATTENTION_MS / MINUTE_MS))}
        {found && ` ${t('insight_clean_weeks', shortDay(found.weeks.first), shortDay(found.weeks.last))}`}
      </p>
      <p>{t('insight_clean_formula')}</p>
      {withTotals && <p>{t('insight_clean_totals')}</p>}
      <p>{t('insight_clean_sources', lastChecked())}</p>
      <p>{t('insight_clean_law')}</p>
    </>
  )
}

/** Clean your feeds: which, when, how, and what changed after. */
export function CleanCard({ scope, cleanings, around, onCleanings }: Props) {
  const finding = useMemo(() => cleanFeedsOf(scope, cleanings, around), [scope, cleanings, around])
  const found = isMissing(finding) ? null : finding
  return (
    <InsightCard
      id="clean"
      title={t('insight_clean')}
      finding={isMissing(finding) ? finding : cleanWords(finding)}
      basis={`${cleanBasis()} · ${coverageOf(scope)}`}
      why={<Why found={found} withTotals={hasTotals(scope)} />}
    >
      <div class="clean-heads" aria-hidden="true">
        <span>{t('insight_clean_feed')}</span>
        <span>{t('time')}</span>
        <span>{t('insight_clean_interval')}</span>
      </div>
      <ul class="clean-feeds">
        {found?.feeds.map((feed) => (
          <CleanFeedRow
            key={feed.guide.site}
            feed={feed}
            today={scope.today}
            onChange={(change) => onCleanings(withCleaning(cleanings, feed.guide.site, change))}
          />
        ))}
      </ul>
    </InsightCard>
  )
}
