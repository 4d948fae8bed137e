import type { TrendCell, Trend } from '../../domain/statement/trend'
import { t } from '../../platform/i18n'
import { ColumnTime, tone } from '../figure/figures'
import { decimal, plainAmount } from '../figure/format'
import { currencySign, signedPlainAmount } from '../figure/numbers'
import { type Measure, measured } from './measure'
import { stepName } from './step-name'

interface Props {
  trend: Trend
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

/** The figures of a chart, in rows and columns that add up. */
export function TrendTable({ trend, measure, currency, title }: Props) {
  const shared = { measure, currency }
  return (
    <details class="as-table">
      <summary>{t('as_table')}</summary>
      {/* Scrolls on its own if the kinds need more room than the window has. */}
      <div class="wide" role="region" tabIndex={0} aria-label={title}>
        <table class="steps">
          <caption class="only-read">{title}</caption>
          <thead>
            <tr>
              <th scope="col">
                {t(measure)}
                {measure !== 'time' && currency !== null && (
                  <span class="unit"> {currencySign(currency)}</span>
                )}
              </th>
              <th scope="col" class="number">
                {t('total')}
              </th>
              {trend.kinds.map((kind) => (
                <th key={kind} scope="col" class="number">
                  {t(`kind_${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trend.steps.map(({ period, total, kinds }) => (
              <tr key={period.first} data-step={period.first}>
                <th scope="row">{stepName(period)}</th>
                <Figure {...shared} cell={total} />
                {kinds.map((cell, row) => (
                  <Figure key={trend.kinds[row]} {...shared} cell={cell} />
                ))}
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
            </tr>
          </tfoot>
        </table>
      </div>
    </details>
  )
}
