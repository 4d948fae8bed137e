import type { CleanFeed } from '../../domain/insight/clean-feeds'
import type { Compared, Comparison } from '../../domain/insight/cleaning-change'
import { type DriftCount, driftShare, LEAST_VISITS_OF_ROW } from '../../domain/insight/drift'
import { LEAST_ATTENTION_MS } from '../../domain/insight/finding'
import type { Cleaning } from '../../domain/settings/cleaning'
import type { Day } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { Time } from '../figure/figures'
import { duration, signOf, whole } from '../figure/format'
import { shortDay } from '../figure/numbers'
import { SaveNote } from '../form/save-note'
import { useFocusAfter } from '../form/use-focus-after'
import { useSaving } from '../form/use-saving'
import { changeText } from '../period/change'
import { differenceWords } from './clean-words'
import { sharePercent } from './owners-words'
import { countOf } from './worth-words'

interface Props {
  feed: CleanFeed
  today: Day
  onChange: (change: Partial<Cleaning>) => Promise<unknown>
}

/** The newest cleanings on show. */
const SHOWN = 12

const DriftCell = ({ count }: { count: DriftCount }) => (
  <td class="number">
    {sharePercent(driftShare(count))} <span class="soft">{countOf(count.drifted, count.visits)}</span>
  </td>
)

/** Points of per cent, both signs; as shown. */
function driftChange({ before, after }: { before: DriftCount; after: DriftCount }): string {
  const [was, is] = [before, after].map((count) => Math.round(driftShare(count) * 100))
  const points = (is ?? 0) - (was ?? 0)
  return t('insight_clean_points', signOf(points) + whole(Math.abs(points)))
}

/** Time and drift in the four weeks before and after. */
function ComparedTable({ comparison }: { comparison: Compared }) {
  const { cleaned, beforeMs, afterMs, drift } = comparison
  return (
    <>
      <table class="why-table">
        <caption>{t('insight_clean_compared', shortDay(cleaned))}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" class="number">
              {t('insight_clean_time')}
            </th>
            {drift && (
              <th scope="col" class="number">
                {t('insight_clean_drift')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('insight_clean_before')}</th>
            <td class="number">
              <Time ms={beforeMs} />
            </td>
            {drift && <DriftCell count={drift.before} />}
          </tr>
          <tr>
            <th scope="row">{t('insight_clean_after')}</th>
            <td class="number">
              <Time ms={afterMs} />
            </td>
            {drift && <DriftCell count={drift.after} />}
          </tr>
          <tr>
            <th scope="row">{t('change_of_time')}</th>
            <td class="number">
              <span class="soft">{changeText(afterMs, beforeMs)}</span> {differenceWords(comparison)}
            </td>
            {drift && <td class="number">{driftChange(drift)}</td>}
          </tr>
        </tbody>
      </table>
      {!drift && <p class="soft">{t('insight_clean_no_drift', whole(LEAST_VISITS_OF_ROW))}</p>}
    </>
  )
}

function Change({ comparison }: { comparison: Comparison }) {
  const { state, cleaned } = comparison
  if (state === 'compared') return <ComparedTable comparison={comparison} />
  const day = shortDay(cleaned)
  if (state === 'later') return <p class="soft">{t('insight_clean_later', day, shortDay(comparison.from))}</p>
  if (state === 'little')
    return <p class="soft">{t('insight_clean_little', day, duration(LEAST_ATTENTION_MS))}</p>
  return <p class="soft">{t('insight_clean_unrecorded', day, shortDay(comparison.from))}</p>
}

/** When the feed was cleaned, noted with one press and taken back with another, and what changed after. */
export function CleaningLog({ feed, today, onChange }: Props) {
  const { done } = feed.cleaning
  const [saving, , saveOnce] = useSaving()
  const focused = useFocusAfter(done.length)
  const isDoneToday = done.includes(today)
  const save = (days: readonly Day[]) => void saveOnce(() => onChange({ done: days }))
  const without = (day: Day) => save(done.filter((other) => other !== day))
  const newest = done.toReversed().slice(0, SHOWN)
  return (
    <div class="cleaning-log">
      <div class="actions">
        <button
          ref={focused}
          type="button"
          onClick={() => (isDoneToday ? without(today) : save([...done, today]))}
        >
          {t(isDoneToday ? 'insight_clean_not_today' : 'insight_clean_today')}
        </button>
        <SaveNote saving={saving} />
      </div>
      {newest.length > 0 && (
        <ul aria-label={t('insight_clean_log')}>
          {newest.map((day) => (
            <li key={day}>
              <time dateTime={day}>{t('insight_clean_last', shortDay(day))}</time>
              {day !== today && (
                <button
                  type="button"
                  class="text-button"
                  aria-label={t('insight_clean_take_back_day', shortDay(day))}
                  onClick={() => without(day)}
                >
                  {t('insight_clean_take_back')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {feed.guide.reach !== 'ads' && done.length === 0 && <p class="soft">{t('insight_clean_first')}</p>}
      {feed.comparisons.map((comparison) => (
        <Change key={comparison.cleaned} comparison={comparison} />
      ))}
    </div>
  )
}
