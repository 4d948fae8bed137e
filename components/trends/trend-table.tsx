import { useState } from 'preact/hooks'
import { type FocusHour, focusOfSteps, type FocusSum, sumOfFocus } from '../../domain/statement/focus-hours'
import type { TrendCell, Trend } from '../../domain/statement/trend'
import { t } from '../../platform/i18n'
import { ColumnTime, tone } from '../figure/figures'
import { decimal, plainAmount } from '../figure/format'
import { currencySign, signedPlainAmount } from '../figure/numbers'
import { type Measure, measured } from './measure'
import { stepName } from './step-name'

interface Props {
  trend: Trend
  /** The focus hours of the period: a column of its own if there are any, beside the total. */
  focus?: readonly FocusHour[]
  measure: Measure
  currency: string | null
  title: string
}

function Figure({ cell, measure, currency }: { cell: TrendCell; measure: Measure; currency: string | null }) {
  if (cell.timeMs === 0) return <td class="number soft">–</td>
  if (measure === 'time' || currency === null)
    return (
      <td class="number">
        <ColumnTime ms={cell.timeMs} shownMs={cell.shownMs} />
      </td>
    )
  if (!cell.money) return <td class="number soft">{t('no_rate_then')}</td>
  const minor = measured(cell, measure)
  const write = measure === 'net' ? signedPlainAmount : plainAmount
  return (
    <td class="number">
      <data value={decimal(minor, currency)} class={measure === 'net' ? tone(minor) : ''}>
        {write(minor, currency)}
      </data>
    </td>
  )
}

/** The attention of focus hours to what was named: a part of the total, so it is in no sum. */
const Focused = ({ sum }: { sum: FocusSum | null }) =>
  sum ? (
    <td class="number">
      <ColumnTime ms={sum.focusedMs} shownMs={sum.focusedMs} />
    </td>
  ) : (
    <td class="number soft">–</td>
  )

/** A table with more rows is made only once it is opened: a year has thousands of cells. */
const MOST_AT_ONCE = 60

/** The figures of a chart, in rows and columns that add up. */
export function TrendTable(props: Props) {
  const isShort = props.trend.steps.length <= MOST_AT_ONCE
  const [isOpened, setOpened] = useState(false)
  return (
    <details
      class="as-table"
      onToggle={({ currentTarget }) => setOpened((before) => before || currentTarget.open)}
    >
      <summary>{t('as_table')}</summary>
      {(isShort || isOpened) && <Table {...props} />}
    </details>
  )
}

/** Scrolls on its own if the kinds need more room than the window has. */
function Table({ trend, focus = [], measure, currency, title }: Props) {
  const shared = { measure, currency }
  const focused =
    measure === 'time' && focus.length > 0
      ? focusOfSteps(
          focus,
          trend.steps.map(({ period }) => period),
        )
      : null
  return (
    <div class="wide" role="region" tabIndex={0} aria-label={title}>
      <table class="steps">
        <caption class="only-read">{title}</caption>
        <thead>
          <tr>
            <th scope="col">
              {t(measure)}
              {measure !== 'time' && currency !== null && <span class="unit"> {currencySign(currency)}</span>}
            </th>
            <th scope="col" class="number">
              {t('total')}
            </th>
            {trend.kinds.map((kind) => (
              <th key={kind} scope="col" class="number">
                {t(`kind_${kind}`)}
              </th>
            ))}
            {focused && (
              <th scope="col" class="number">
                {t('focused')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {trend.steps.map(({ period, total, kinds }, step) => (
            <tr key={period.first} data-step={period.first}>
              <th scope="row">{stepName(period)}</th>
              <Figure {...shared} cell={total} />
              {kinds.map((cell, row) => (
                <Figure key={trend.kinds[row]} {...shared} cell={cell} />
              ))}
              {focused && <Focused sum={focused[step] ?? null} />}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            <Figure {...shared} cell={trend.total} />
            {trend.kindTotals.map((cell, row) => (
              <Figure key={trend.kinds[row]} {...shared} cell={cell} />
            ))}
            {focused && <Focused sum={sumOfFocus(focus)} />}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
