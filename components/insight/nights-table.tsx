import type { Night, Nights } from '../../domain/insight/nights'
import { addDays, DAY_MS, MINUTE_MS } from '../../domain/time/local-time'
import { firstDayOfWeek } from '../../domain/time/week'
import { shownTimes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { isoDuration, whole } from '../figure/format'
import { dayAndMonth, shortWeekday, weekdayName } from '../figure/numbers'
import { clockTime } from '../rule/clock-words'

/** Weeks with a row; a longer period shows its last ones. */
const MOST_ROWS = 14

/** The weakest and the strongest colour of a cell in percent; on the strongest the figure stays readable. */
const STRENGTH = { least: 12, most: 50 }

interface CellProps {
  night: Night | undefined
  /** The time past as shown; all of them add up to the total. */
  shownMs: number
  /** The longest time past of all nights. */
  mostMs: number
}

function Cell({ night, shownMs, mostMs }: CellProps) {
  const state = night?.state ?? 'none'
  if (state === 'none') return <td class="none" />
  if (state === 'away')
    return (
      <td class="away">
        <span class="only-read">{t('insight_nights_away')}</span>
      </td>
    )
  if (state === 'kept')
    return (
      <td class="kept">
        <span aria-hidden="true">✓</span>
        <span class="only-read">{t('insight_nights_is_kept')}</span>
      </td>
    )
  const strength = STRENGTH.least + ((STRENGTH.most - STRENGTH.least) * shownMs) / mostMs
  return (
    <td class="past" style={{ '--strength': `${Math.round(strength)}%` }}>
      <time dateTime={isoDuration(shownMs)}>{whole(shownMs / MINUTE_MS)}</time>
    </td>
  )
}

/** What the cells mean. */
const Legend = ({ nights: { nights, minute } }: { nights: Nights }) => (
  <p class="nights-legend">
    <span class="kept">
      <span aria-hidden="true">✓</span> {t('insight_nights_is_kept')}
    </span>
    <span>
      <span class="past sample" aria-hidden="true" />{' '}
      {minute === null
        ? t('insight_nights_minutes_past')
        : t('insight_nights_minutes_past_at', clockTime(minute))}
    </span>
    {nights.some(({ state }) => state === 'away') && (
      <span>
        <span class="away sample" aria-hidden="true" /> {t('insight_nights_away')}
      </span>
    )}
  </p>
)

/** Weeks by weekday: a check mark for a kept night, the minutes past the cutoff for another one. */
export function NightsTable({ nights, weekStart }: { nights: Nights; weekStart: number }) {
  const byDay = new Map(nights.nights.map((night) => [night.day, night]))
  const past = nights.nights.filter(({ state }) => state === 'past')
  const shown = shownTimes(past.map(({ pastMs }) => pastMs))
  const shownByDay = new Map(past.map(({ day }, index) => [day, shown[index] ?? 0]))
  const mostMs = Math.max(MINUTE_MS, ...shown)
  const [first, last] = [nights.nights[0]?.day, nights.nights.at(-1)?.day]
  if (first === undefined || last === undefined) return null
  const start = firstDayOfWeek(first, weekStart)
  const count = Math.floor((Date.parse(last) - Date.parse(start)) / (7 * DAY_MS)) + 1
  const weeks = Array.from({ length: count }, (_, index) => addDays(start, 7 * index)).slice(-MOST_ROWS)
  return (
    <div>
      <table class="nights-table" aria-label={t('insight_nights_table')}>
        <thead>
          <tr>
            <th scope="col">
              <span class="only-read">{t('insight_nights_week')}</span>
            </th>
            {Array.from({ length: 7 }, (_, index) => (weekStart + index) % 7).map((weekday) => (
              <th key={weekday} scope="col" abbr={weekdayName(weekday)}>
                {shortWeekday(weekday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week}>
              <th scope="row">{dayAndMonth(week)}</th>
              {Array.from({ length: 7 }, (_, index) => addDays(week, index)).map((day) => (
                <Cell key={day} night={byDay.get(day)} shownMs={shownByDay.get(day) ?? 0} mostMs={mostMs} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend nights={nights} />
      {count > MOST_ROWS && <p class="soft">{t('insight_nights_last_weeks', whole(MOST_ROWS))}</p>}
    </div>
  )
}
