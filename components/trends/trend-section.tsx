import { useMemo, useState } from 'preact/hooks'
import type { Day } from '../../domain/time/local-time'
import { medianOf } from '../../domain/statement/median'
import {
  comparableSteps,
  extremesOf,
  type Grain,
  type Trend,
  type TrendCell,
  type TrendStep,
} from '../../domain/statement/trend'
import { t } from '../../platform/i18n'
import { BarChart } from './bar-chart'
import { ChoiceBar } from './choice-bar'
import { axisText, type Measure, MEASURES, scaleOf, measured, valueText } from './measure'
import { stepLabel, stepName } from './step-name'
import { TrendTable } from './trend-table'

interface Props {
  trend: Trend
  /** The share of day totals in the trend, which is hatched. */
  ofTotals: Trend
  today: Day
  /** Null before anything was recorded. */
  recordedSince: Day | null
  grain: Grain
  grains: readonly Grain[]
  onGrain: (grain: Grain) => void
  /** Null if no money is shown. */
  currency: string | null
}

/** Describes the bars and the line in words. Only comparable steps are called the highest or the lowest. */
function sentenceOf(
  { steps, kinds }: Trend,
  comparable: readonly TrendStep[],
  measure: Measure,
  currency: string | null,
  median: number | null,
): string {
  if (steps.every(({ total }) => total.timeMs === 0)) return t('trend_none')
  const value = (cell: TrendCell) => measured(cell, measure)
  const write = (amount: number) => valueText(amount, measure, currency)
  const found = extremesOf(comparable, value)
  const said = (key: 'trend_highest' | 'trend_lowest', { period, total }: TrendStep) =>
    t(key, stepName(period), write(value(total)))
  return [
    kinds.length > 1 ? t('trend_stacked', t(measure)) : `${t(measure)}.`,
    found ? said('trend_highest', found.highest) : '',
    found && measure === 'net' ? said('trend_lowest', found.lowest) : '',
    median === null ? '' : t('trend_median', write(median)),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The bars and the line of a chart, memoised so that it is drawn again only after a change. */
function useBars(
  { trend, ofTotals, grain, today }: Props,
  comparable: readonly TrendStep[],
  measure: Measure,
) {
  // No line at zero: it would lie on the axis.
  const median = useMemo(
    () => medianOf(comparable.map(({ total }) => measured(total, measure))) || null,
    [comparable, measure],
  )
  const steps = useMemo(
    () => trend.steps.map(({ period }) => ({ label: stepLabel(period, grain), name: stepName(period) })),
    [trend, grain],
  )
  const series = useMemo(
    () =>
      trend.kinds.flatMap((kind, row) => {
        const name = t(`kind_${kind}`)
        const colour = `--kind-${kind}`
        const whole = trend.steps.map(({ kinds }) => measured(kinds[row]!, measure))
        const counted = ofTotals.kinds.indexOf(kind)
        if (counted < 0) return [{ name, colour, isHatched: false, values: whole }]
        const part = ofTotals.steps.map(({ kinds }) => measured(kinds[counted]!, measure))
        const recorded = whole.map((value, step) => value - (part[step] ?? 0))
        return [
          { name, colour, isHatched: false, values: recorded },
          { name: t('totals_series', name), colour, isHatched: true, values: part },
        ]
      }),
    [trend, ofTotals, measure],
  )
  const begun = trend.steps.filter(({ period }) => period.first <= today).length
  const line = useMemo(
    () => (median === null ? null : { name: t('median'), value: median, steps: begun }),
    [median, begun],
  )
  return { median, line, steps, series }
}

const Legend = ({ kinds, hasTotals }: Pick<Trend, 'kinds'> & { hasTotals: boolean }) => (
  <ul class="legend" aria-hidden="true">
    {kinds.map((kind) => (
      <li key={kind}>
        <span class="swatch" style={{ backgroundColor: `var(--kind-${kind})` }} />
        {t(`kind_${kind}`)}
      </li>
    ))}
    {hasTotals && (
      <li>
        <span class="swatch hatched" />
        {t('totals_hatched')}
      </li>
    )}
  </ul>
)

/** A period step by step: a chart, a sentence about it, and its figures as a table. */
export function TrendSection(props: Props) {
  const { trend, ofTotals, today, recordedSince, grain, grains, onGrain, currency } = props
  const [chosen, choose] = useState<Measure>('time')
  const measure = currency === null ? 'time' : chosen
  const comparable = useMemo(
    () => comparableSteps(trend, today, recordedSince),
    [trend, today, recordedSince],
  )
  const { median, line, steps, series } = useBars(props, comparable, measure)
  const sentence = sentenceOf(trend, comparable, measure, currency, median)
  const title = t(`trend_${grain}`)
  return (
    <section aria-labelledby="trend">
      <h2 id="trend">{title}</h2>
      <p class="soft">{sentence}</p>
      <div class="choices">
        {currency !== null && (
          <ChoiceBar
            label={t('trend_shown')}
            values={MEASURES}
            chosen={measure}
            nameOf={t}
            onChoose={choose}
          />
        )}
        {grains.length > 1 && (
          <ChoiceBar
            label={t('trend_steps')}
            values={grains}
            chosen={grain}
            nameOf={(name) => t(`grain_${name}`)}
            onChoose={onGrain}
          />
        )}
      </div>
      <BarChart
        label={sentence}
        steps={steps}
        series={series}
        line={line}
        scale={scaleOf(measure, currency)}
        write={(value) => valueText(value, measure, currency)}
        writeAxis={(value) => axisText(value, measure, currency)}
      />
      <Legend kinds={trend.kinds} hasTotals={ofTotals.kinds.length > 0} />
      <TrendTable trend={trend} measure={measure} currency={currency} title={`${title}: ${t(measure)}`} />
    </section>
  )
}
