import { useMemo, useState } from 'preact/hooks'
import type { Day } from '../../domain/time/local-time'
import { isForCalendar } from '../../domain/statement/day-calendar'
import { type FocusHour, sumOfFocus } from '../../domain/statement/focus-hours'
import { medianOf } from '../../domain/statement/median'
import {
  comparableSteps,
  extremesOf,
  type Grain,
  type Trend,
  type TrendStep,
} from '../../domain/statement/trend'
import { t } from '../../platform/i18n'
import { focusSumWords } from '../focus/focus-words'
import { BarChart } from './bar-chart'
import { ChoiceBar } from './choice-bar'
import { DayCalendar } from './day-calendar'
import { axisStep, axisText, type Measure, MEASURES, scaleOf, measured, valueText } from './measure'
import { stepLabel, stepName } from './step-name'
import { drawnIn, sentenceOf, seriesOf } from './trend-series'
import { TrendTable } from './trend-table'

interface Props {
  trend: Trend
  /** The share of day totals in the trend, which is hatched. */
  ofTotals: Trend
  /** The focus hours of the period; absent where they are not shown. */
  focus?: readonly FocusHour[]
  today: Day
  /** The weekday on which weeks start. */
  weekStart: number
  /** Null before anything was recorded. */
  recordedSince: Day | null
  grain: Grain
  grains: readonly Grain[]
  onGrain: (grain: Grain) => void
  /** Null if no money is shown. */
  currency: string | null
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
  const series = useMemo(() => seriesOf(trend, ofTotals, measure), [trend, ofTotals, measure])
  const begun = trend.steps.filter(({ period }) => period.first <= today).length
  const line = useMemo(
    () => (median === null ? null : { name: t('median'), value: median, steps: begun }),
    [median, begun],
  )
  // With a single kind, its bar says the same.
  const marks = useMemo(
    () =>
      measure === 'net' && trend.kinds.length > 1
        ? {
            name: t('net'),
            values: trend.steps.map(({ total }) => (total.timeMs === 0 ? null : measured(total, 'net'))),
          }
        : null,
    [trend, measure],
  )
  return { median, line, steps, series, marks }
}

interface LegendProps {
  trend: Trend
  hasTotals: boolean
  /** The name of the marks; null without marks. */
  marks: string | null
}

const Legend = ({ trend, hasTotals, marks }: LegendProps) => (
  <ul class="legend" aria-hidden="true">
    {drawnIn(trend).map(({ kind, name }) => (
      <li key={kind}>
        <span class="swatch" style={{ backgroundColor: `var(--kind-${kind})` }} />
        {name}
      </li>
    ))}
    {marks !== null && (
      <li>
        <span class="diamond" />
        {marks}
      </li>
    )}
    {hasTotals && (
      <li>
        <span class="swatch hatched" />
        {t('totals_hatched')}
      </li>
    )}
  </ul>
)

interface ChoicesProps extends Pick<Props, 'grain' | 'grains' | 'onGrain' | 'currency'> {
  measure: Measure
  onMeasure: (measure: Measure) => void
}

const Choices = ({ grain, grains, onGrain, currency, measure, onMeasure }: ChoicesProps) => (
  <div class="choices">
    {currency !== null && (
      <ChoiceBar
        label={t('trend_shown')}
        values={MEASURES}
        chosen={measure}
        nameOf={t}
        onChoose={onMeasure}
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
)

/** The day that the calendar shows first: the highest, which the sentence names, or else today or the last day. */
function startOf({ steps }: Trend, comparable: readonly TrendStep[], measure: Measure, today: Day): Day {
  const found = extremesOf(comparable, (cell) => measured(cell, measure))
  const last = steps.findLast(({ period }) => period.first <= today) ?? steps[0]
  return (found?.highest ?? last)?.period.first ?? today
}

/** A period step by step: a chart, a sentence about it, and its figures as a table. */
export function TrendSection(props: Props) {
  const { trend, ofTotals, focus = [], today, weekStart, recordedSince, grain, currency } = props
  const [chosen, choose] = useState<Measure>('time')
  const measure = currency === null ? 'time' : chosen
  const comparable = useMemo(
    () => comparableSteps(trend, today, recordedSince),
    [trend, today, recordedSince],
  )
  const { median, line, steps, series, marks } = useBars(props, comparable, measure)
  const sentence = sentenceOf(trend, comparable, measure, currency, median)
  const title = t(`trend_${grain}`)
  const allFocus = sumOfFocus(focus)
  return (
    <section aria-labelledby="trend">
      <h2 id="trend">{title}</h2>
      <p class="soft">{sentence}</p>
      <Choices {...props} measure={measure} onMeasure={choose} />
      {isForCalendar(trend.steps) ? (
        <DayCalendar
          key={`${trend.steps[0]?.period.first} ${measure}`}
          steps={trend.steps}
          weekStart={weekStart}
          measure={measure}
          currency={currency}
          recordedSince={recordedSince}
          initial={startOf(trend, comparable, measure, today)}
        />
      ) : (
        <>
          <BarChart
            label={sentence}
            steps={steps}
            series={series}
            line={line}
            marks={marks}
            scale={scaleOf(measure, currency)}
            step={axisStep(series, measure, currency)}
            write={(value) => valueText(value, measure, currency)}
            writeAxis={(value) => axisText(value, measure, currency)}
          />
          <Legend trend={trend} hasTotals={ofTotals.kinds.length > 0} marks={marks && marks.name} />
        </>
      )}
      <TrendTable
        trend={trend}
        focus={focus}
        measure={measure}
        currency={currency}
        title={`${title}: ${t(measure)}`}
      />
      {allFocus && <p class="soft">{focusSumWords(allFocus)}.</p>}
    </section>
  )
}
