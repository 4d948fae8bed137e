import type { CleanFeed } from '../../domain/insight/clean-feeds'
import type { Comparison } from '../../domain/insight/cleaning-change'
import { LEAST_ATTENTION_MS } from '../../domain/insight/finding'
import type { Cleaning } from '../../domain/settings/cleaning'
import type { Day } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { Time } from '../figure/figures'
import { duration } from '../figure/format'
import { shortDay } from '../figure/numbers'
import { SaveNote } from '../form/save-note'
import { useFocusAfter } from '../form/use-focus-after'
import { useSaving } from '../form/use-saving'
import { changeText } from '../period/change'
import { differenceWords } from './clean-words'

interface Props {
  feed: CleanFeed
  today: Day
  onChange: (change: Partial<Cleaning>) => Promise<unknown>
}

/** The newest cleanings on show. */
const SHOWN = 12

function Compared({ comparison }: { comparison: Extract<Comparison, { state: 'compared' }> }) {
  const { cleaned, beforeMs, afterMs } = comparison
  return (
    <table class="why-table">
      <caption>{t('insight_clean_compared', shortDay(cleaned))}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" class="number">
            {t('insight_clean_time')}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('insight_clean_before')}</th>
          <td class="number">
            <Time ms={beforeMs} />
          </td>
        </tr>
        <tr>
          <th scope="row">{t('insight_clean_after')}</th>
          <td class="number">
            <Time ms={afterMs} />
          </td>
        </tr>
        <tr>
          <th scope="row">{t('change_of_time')}</th>
          <td class="number">
            <span class="soft">{changeText(afterMs, beforeMs)}</span> {differenceWords(comparison)}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function Change({ comparison }: { comparison: Comparison }) {
  const { state, cleaned } = comparison
  if (state === 'compared') return <Compared comparison={comparison} />
  const day = shortDay(cleaned)
  if (state === 'later') return <p class="soft">{t('insight_clean_later', day, shortDay(comparison.from))}</p>
  if (state === 'little')
    return <p class="soft">{t('insight_clean_little', day, duration(LEAST_ATTENTION_MS))}</p>
  return <p class="soft">{t('insight_clean_unrecorded', day)}</p>
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
