import { drawnAs, drawnKinds } from '../../domain/statement/drawn-kinds'
import type { Trend, TrendCell, TrendStep } from '../../domain/statement/trend'
import type { Kind } from '../../domain/surface/kind'
import { weekday } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { columnDuration, duration } from '../figure/format'
import { shortWeekday, weekdayName } from '../figure/numbers'
import { TrendTable } from '../trends/trend-table'

const longest = ({ steps }: Trend): TrendStep | undefined =>
  steps.toSorted((a, b) => b.total.timeMs - a.total.timeMs)[0]

/** What the bars show: the day with the most time. */
function sentenceOf(trend: Trend): string {
  const most = longest(trend)
  if (!most) return ''
  return t('day_bars', weekdayName(weekday(most.period.first)), duration(most.total.timeMs))
}

/** A week in seven bars, stacked by kind, with the same figures as a table. */
export function DayBars({ trend }: { trend: Trend }) {
  const most = longest(trend)?.total.timeMs ?? 0
  const sentence = sentenceOf(trend)
  const drawn = drawnKinds(
    trend.kinds,
    trend.kindTotals.map(({ timeMs }) => timeMs),
  )
  /** A day's parts, in the colours that the kinds have in the whole week. */
  const stackOf = (cells: readonly TrendCell[]) =>
    [...new Set(trend.kinds.map((kind) => drawnAs(kind, drawn)))].flatMap((kind) => {
      const own = cells.filter((_, row) => drawnAs(trend.kinds[row] as Kind, drawn) === kind)
      const ms = own.reduce((sum, cell) => sum + cell.timeMs, 0)
      return ms > 0 ? [{ kind, ms }] : []
    })
  if (most === 0) return null
  return (
    <div class="day-bars">
      <div class="bars" aria-hidden="true">
        {trend.steps.map(({ period, total, kinds }) => (
          <div
            key={period.first}
            title={`${weekdayName(weekday(period.first))}: ${columnDuration(total.timeMs)}`}
          >
            <div class="stack" style={{ blockSize: `${(100 * total.timeMs) / most}%` }}>
              {stackOf(kinds).map(({ kind, ms }) => (
                <span key={kind} style={{ flexGrow: ms, backgroundColor: `var(--kind-${kind})` }} />
              ))}
            </div>
          </div>
        ))}
      </div>
      <div class="names soft" aria-hidden="true">
        {trend.steps.map(({ period }) => (
          <span key={period.first}>{shortWeekday(weekday(period.first))}</span>
        ))}
      </div>
      <p class="soft only-read">{sentence}</p>
      <TrendTable trend={trend} measure="time" currency={null} title={t('trend_day')} />
    </div>
  )
}
