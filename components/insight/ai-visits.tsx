import { AFTER_AI_MS, type FeedAfterAi } from '../../domain/insight/feeds-after-ai'
import { shownTimes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { clockText } from '../day/clock-text'
import { ColumnTime } from '../figure/figures'
import { duration, whole } from '../figure/format'
import { fullName } from '../figure/full-name'
import { dayWithWeekday } from '../figure/numbers'
import { tn } from '../figure/plural'

/** A longer list is read by nobody; the figures above it are of all visits. */
const MOST_ROWS = 100

function Rows({ visits }: { visits: readonly FeedAfterAi[] }) {
  const shown = shownTimes(visits.map(({ timeMs }) => timeMs))
  return (
    <table class="why-table of-visits">
      <thead>
        <tr>
          <th scope="col">{t('insight_ai_began')}</th>
          <th scope="col">{t('insight_ai_from')}</th>
          <th scope="col">{t('insight_ai_to')}</th>
          <th scope="col" class="number">
            {t('insight_ai_time')}
          </th>
        </tr>
      </thead>
      <tbody>
        {visits.map(({ day, localMs, from, to, timeMs }, index) => (
          <tr key={`${localMs} ${to.surface}`}>
            <th scope="row">
              <span>{dayWithWeekday(day)}</span>{' '}
              <time class="soft" dateTime={new Date(localMs).toISOString().slice(0, 16)}>
                {clockText(localMs)}
              </time>
            </th>
            <td>{fullName(from)}</td>
            <td>{fullName(to)}</td>
            <td class="number">
              <ColumnTime ms={timeMs} shownMs={shown[index] ?? 0} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How many visits to feeds came right after an AI tool, and the visits. */
export function VisitsAfterAi({ visits }: { visits: readonly FeedAfterAi[] }) {
  const within = duration(AFTER_AI_MS)
  if (visits.length === 0) return <p class="ai-visits soft">{t('insight_ai_visits_none', within)}</p>
  const timeMs = visits.reduce((sum, visit) => sum + visit.timeMs, 0)
  const latest = visits.slice(-MOST_ROWS)
  return (
    <details class="ai-visits">
      <summary>
        <span>{tn('insight_ai_visits', visits.length, within, duration(timeMs))}</span>
      </summary>
      <Rows visits={latest} />
      {latest.length < visits.length && (
        <p class="soft">{t('insight_ai_visits_latest', whole(latest.length), whole(visits.length))}</p>
      )}
    </details>
  )
}
