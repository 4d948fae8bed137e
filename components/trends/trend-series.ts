/** What a chart of a trend draws, and what it shows in words. */
import { isForCalendar } from '../../domain/statement/day-calendar'
import { drawnKinds } from '../../domain/statement/drawn-kinds'
import { extremesOf, type Trend, type TrendCell, type TrendStep } from '../../domain/statement/trend'
import type { Kind } from '../../domain/surface/kind'
import { t } from '../../platform/i18n'
import type { Series } from './chart-options'
import { type Measure, measured, valueText } from './measure'
import { stepName } from './step-name'

/** Describes the bars and the line in words. Only comparable steps are called the highest or the lowest. */
export function sentenceOf(
  { steps, kinds }: Trend,
  comparable: readonly TrendStep[],
  measure: Measure,
  currency: string | null,
  median: number | null,
): string {
  const isCalendar = isForCalendar(steps)
  if (steps.every(({ total }) => total.timeMs === 0)) return t('trend_none')
  const value = (cell: TrendCell) => measured(cell, measure)
  const write = (amount: number) => valueText(amount, measure, currency)
  const found = extremesOf(comparable, value)
  const said = (key: 'trend_highest' | 'trend_lowest', { period, total }: TrendStep) =>
    t(key, stepName(period), write(value(total)))
  const bars = kinds.length > 1 ? t('trend_stacked', t(measure)) : `${t(measure)}.`
  return [
    isCalendar ? t('calendar_days', t(measure)) : bars,
    measure === 'net' && kinds.length > 1 && !isCalendar ? t('trend_net_mark') : '',
    found ? said('trend_highest', found.highest) : '',
    found && measure === 'net' ? said('trend_lowest', found.lowest) : '',
    median === null ? '' : t(isCalendar ? 'calendar_median' : 'trend_median', write(median)),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The kinds that are drawn, in the order of the stack, and the words for each. */
export function drawnIn({
  kinds,
  kindTotals,
}: Trend): { kind: Kind; name: string; parts: readonly Kind[] }[] {
  const drawn = drawnKinds(
    kinds,
    kindTotals.map(({ timeMs }) => timeMs),
  )
  const rest = kinds.filter((kind) => !drawn.has(kind))
  const own = kinds
    .filter((kind) => drawn.has(kind))
    .map((kind) => ({ kind, name: t(`kind_${kind}`), parts: [kind] }))
  if (rest.length === 0) return own
  const isPlain = rest.length === 1 && rest[0] === 'other'
  return [...own, { kind: 'other', name: t(isPlain ? 'kind_other' : 'kinds_rest'), parts: rest }]
}

/** What some kinds measure in each step. */
const valuesOf = ({ kinds, steps }: Trend, parts: readonly Kind[], measure: Measure): number[] =>
  steps.map((step) =>
    parts.reduce((sum, kind) => {
      const cell = step.kinds[kinds.indexOf(kind)]
      return cell ? sum + measured(cell, measure) : sum
    }, 0),
  )

/** A series for each kind that is drawn, followed by its share of day totals. */
export const seriesOf = (trend: Trend, ofTotals: Trend, measure: Measure): Series[] =>
  drawnIn(trend).flatMap(({ kind, name, parts }) => {
    const colour = `--kind-${kind}`
    const all = valuesOf(trend, parts, measure)
    if (!parts.some((one) => ofTotals.kinds.includes(one)))
      return [{ name, colour, isHatched: false, values: all }]
    const counted = valuesOf(ofTotals, parts, measure)
    const recorded = all.map((value, step) => value - (counted[step] ?? 0))
    return [
      { name, colour, isHatched: false, values: recorded },
      { name: t('totals_series', name), colour, isHatched: true, values: counted },
    ]
  })
