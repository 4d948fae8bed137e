import { type Heat, hottest, hoursShown } from '../../domain/statement/heat'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { duration, isoDuration, whole } from '../figure/format'
import { hourOfDay, shortWeekday, weekdayName } from '../figure/numbers'
import './heat-table.css'

interface Props {
  heat: Heat
  dayStartHour: number
  weekStart: number
}

/** The strongest colour in percent on which the figure stays readable. */
const STRONGEST = 45

/** Below this a colour is not seen as a box; the cell then has a line around it, as an empty one has. */
const FAINTEST = 8

/** The colour of a mean in whole percent, relative to the highest mean. */
const strength = (ms: number, most: number): number => Math.round((STRONGEST * ms) / most)

/** Minutes by hour of the week; more minutes have a stronger colour. */
export function HeatTable({ heat, dayStartHour, weekStart }: Props) {
  const most = hottest(heat)
  if (!most) return null
  const weekdays = Array.from({ length: 7 }, (_, index) => (weekStart + index) % 7).filter(
    (weekday) => (heat.days[weekday] ?? 0) > 0,
  )
  return (
    <section aria-labelledby="heat">
      <h2 id="heat">{t('heat')}</h2>
      <p class="soft">
        {t('heat_about', weekdayName(most.weekday), hourOfDay(most.hour), duration(most.ms))}
      </p>
      <table class="heat" aria-labelledby="heat" style={{ '--days': weekdays.length }}>
        <thead>
          <tr>
            <th scope="col">
              <span class="only-read">{t('hour')}</span>
            </th>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col" abbr={weekdayName(weekday)}>
                {shortWeekday(weekday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hoursShown(heat, dayStartHour).map((hour) => (
            <tr key={hour}>
              <th scope="row">{hourOfDay(hour)}</th>
              {weekdays.map((weekday) => {
                const ms = heat.hours[weekday]?.[hour] ?? 0
                const percent = strength(ms, most.ms)
                return (
                  <td
                    key={weekday}
                    class={percent < FAINTEST ? 'faint' : ''}
                    style={{ '--strength': `${percent}%` }}
                  >
                    {ms > 0 && (
                      <time dateTime={isoDuration(ms)}>
                        {ms < MINUTE_MS ? '<1' : whole(Math.floor(ms / MINUTE_MS))}
                      </time>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
