import type { CSSProperties } from 'preact'
import { type Earning, type HourYield, knownWeeks, type YieldWeek } from '../../domain/insight/hour-yield'
import { t } from '../../platform/i18n'
import { money, whole } from '../figure/format'
import { dayAndMonth } from '../figure/numbers'
import { apart, areaOf, type Curve, curveOf, gapsOf, lineOf } from './yield-curve'

/** The height of a label in percent of the picture. */
const LABEL = 14

const at = (x: number, y: number): CSSProperties => ({ '--x': x, '--y': y }) as CSSProperties

const Area = ({ name, area }: { name: string; area: string }) => (
  <span class={`area ${name}`} style={{ clipPath: area }} />
)

/** The areas, from zero up: by the person's own word, assumed, and the gap to the price. */
const Areas = ({ runs }: Curve) => (
  <>
    {runs.map((run, index) => (
      <span key={index}>
        <Area name="own" area={areaOf(run, 'own', 'zero')} />
        <Area name="assumed" area={areaOf(run, 'earned', 'own')} />
        {gapsOf(run).map(({ isLoss, area }) => (
          <Area key={area} name={isLoss ? 'lost' : 'gained'} area={area} />
        ))}
      </span>
    ))}
  </>
)

const Lines = ({ runs }: Curve) => (
  <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
    <path class="price" d={lineOf(runs, 'price')} />
    <path class="own" d={lineOf(runs, 'own')} />
    <path class="earned" d={lineOf(runs, 'earned')} />
  </svg>
)

interface LegendProps {
  found: HourYield
  curve: Curve
}

/** Whether a week earned enough above its price to be seen in the picture. */
const isAbovePrice = ({ yieldMinor, priceMinor }: Earning): boolean =>
  yieldMinor - priceMinor > priceMinor / 50

/** Names the areas that the picture has. */
function Legend({ found, curve }: LegendProps) {
  const earnings = knownWeeks(found).map(({ earning }) => earning)
  const gaps = curve.runs.flatMap(gapsOf)
  const parts = [
    { name: 'own', word: t('insight_yield_own'), isThere: earnings.some(({ ownMinor }) => ownMinor > 0) },
    {
      name: 'assumed',
      word: t('insight_yield_assumed'),
      isThere: earnings.some(({ assumedMinor }) => assumedMinor > 0),
    },
    { name: 'lost', word: t('insight_yield_lost'), isThere: gaps.some(({ isLoss }) => isLoss) },
    { name: 'gained', word: t('insight_yield_gained'), isThere: earnings.some(isAbovePrice) },
  ]
  return (
    <ul class="legend soft">
      {parts
        .filter(({ isThere }) => isThere)
        .map(({ name, word }) => (
          <li key={name}>
            <span class={`swatch area ${name}`} aria-hidden="true" />
            {word}
          </li>
        ))}
    </ul>
  )
}

interface Props {
  found: HourYield
  weeks: readonly YieldWeek[]
  currency: string
}

/** Eight weeks of yield as a line under its price. */
export function YieldPicture({ found, weeks, currency }: Props) {
  const curve = curveOf(weeks)
  const earnings = knownWeeks(found).map(({ earning }) => earning)
  const last = earnings.at(-1)
  if (!curve || !last) return null
  const amounts = earnings.map(({ yieldMinor }) => money(yieldMinor, currency))
  const price = money(last.priceMinor, currency)
  const [priceAt, earnedAt] = apart(curve.last.price, curve.last.earned, LABEL)
  return (
    <figure class="yield-picture">
      <figcaption>{t('insight_yield_trend', whole(weeks.length))}</figcaption>
      <div class="plot" role="img" aria-label={t('insight_yield_trend_label', amounts.join(', '), price)}>
        <div class="curve">
          <Areas {...curve} />
          <Lines {...curve} />
          {curve.runs.flat().map((point) => (
            <span
              key={point.x}
              class={point === curve.last ? 'dot last' : 'dot'}
              style={at(point.x, point.earned)}
            />
          ))}
        </div>
        <div class="ends">
          <span class="soft" style={at(0, priceAt)}>
            {t('insight_yield_price', price)}
          </span>
          <strong style={at(0, earnedAt)}>{amounts.at(-1)}</strong>
        </div>
        <div class="dates soft">
          <span>{dayAndMonth(weeks[0]?.week.last ?? '')}</span>
          <span>{dayAndMonth(weeks.at(-1)?.week.last ?? '')}</span>
        </div>
      </div>
      <Legend found={found} curve={curve} />
    </figure>
  )
}
