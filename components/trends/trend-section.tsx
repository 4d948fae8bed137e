import { useMemo, useState } from 'preact/hooks'
import type { Day } from '../../domain/time/local-time'
import { medianOf } from '../../domain/statement/median'
import { comparableSteps, type Grain, type TrendStep, type Trend } from '../../domain/statement/trend'
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
  grain: Grain
  grains: readonly Grain[]
  onGrain: (grain: Grain) => void
  /** Null if no money is shown. */
  currency: string | null
}

const largest = (
  steps: readonly TrendStep[],
  valueOfStep: (step: TrendStep) => number,
): TrendStep | undefined =>
  steps.reduce<TrendStep | undefined>(
    (best, step) => (best && valueOfStep(best) >= valueOfStep(step) ? best : step),
    undefined,
  )

/** Describes the bars and the line in words. */
function sentenceOf(trend: Trend, measure: Measure, currency: string | null, median: number | null): string {
  const value = ({ total }: TrendStep) => measured(total, measure)
  const write = (amount: number) => valueText(amount, measure, currency)
  const used = trend.steps.filter(({ total }) => total.timeMs > 0)
  const [highest, lowest] = [largest(used, value), largest(used, (step) => -value(step))]
  if (!highest || !lowest) return t('trend_none')
  return [
    t(
      trend.kinds.length > 1 ? 'trend_sentence' : 'trend_sentence_plain',
      t(measure),
      stepName(highest.period),
      write(value(highest)),
    ),
    measure === 'net' && lowest !== highest
      ? t('trend_lowest', stepName(lowest.period), write(value(lowest)))
      : '',
    median === null ? '' : t('trend_median', write(median)),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The bars and the line of a chart, memoised so that it is drawn again only after a change. */
function useBars(trend: Trend, ofTotals: Trend, grain: Grain, measure: Measure, today: Day) {
  // No line at zero: it would lie on the axis.
  const median = useMemo(
    () => medianOf(comparableSteps(trend, today).map(({ total }) => measured(total, measure))) || null,
    [trend, today, measure],
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
export function TrendSection({ trend, ofTotals, today, grain, grains, onGrain, currency }: Props) {
  const [chosen, choose] = useState<Measure>('time')
  const measure = currency === null ? 'time' : chosen
  const { median, line, steps, series } = useBars(trend, ofTotals, grain, measure, today)
  const sentence = sentenceOf(trend, measure, currency, median)
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
