import type { ComponentChildren } from 'preact'
import type { Day } from '../../domain/time/local-time'
import type { Period } from '../../domain/time/period'
import { type Opening, openingOf } from '../../domain/statement/period-statement'
import type { Line, SurfaceLine } from '../../domain/statement/statement'
import { t } from '../../platform/i18n'
import { Amount, Time, NetWithWord, UnknownFigure } from '../figure/figures'
import { whole } from '../figure/format'
import { shortDay } from '../figure/numbers'
import { useAssumption } from '../period/assumption'
import {
  comparedAmount,
  comparedCount,
  type ComparedFigure,
  comparedNet,
  comparedTime,
} from '../period/compared-figure'
import { ComparisonDetails } from '../period/comparison'
import { Figure } from '../period/figure'
import { periodName } from '../period/period-name'
import './compared-figures.css'

interface Props {
  total: Line
  before: Line
  /** What the return is of, to say which worth of it is assumed. */
  surfaces: readonly SurfaceLine[]
  /** Opens now and before, if they are shown. */
  opens: { now: number; before: number } | null
  beforePeriod: Period
  /** The first recorded day, if it lies within the period before, which is then empty here and not compared. */
  begins: Day | null
  /** Whether the period before is compared only up to the same point in time. */
  isSoFar: boolean
  /** The medians of some earlier periods, if they are shown. */
  median?: { of: number; opening: Opening } | null
  /** Whether it is of one surface of which nobody knows what its time is worth. */
  isUnknown?: boolean
  /** Null if no money is shown. */
  currency: string | null
}

const none = null as ComparedFigure | null

function figuresOf({ total, before, opens, median, isUnknown = false, currency }: Props) {
  const hasBefore = before.timeMs > 0
  const [now, earlier, usual] = [openingOf(total), openingOf(before), median?.opening]
  const beside = (figure: keyof Opening) => ({
    now: now[figure] ?? 0,
    before: hasBefore ? earlier[figure] : null,
    median: usual?.[figure] ?? null,
  })
  const amount = (name: string, figure: keyof Opening) =>
    currency === null ? none : comparedAmount(name, beside(figure), currency)
  const isKnown = currency !== null && !isUnknown
  return {
    time: comparedTime(beside('timeMs')),
    opens:
      opens &&
      comparedCount(t('opens'), { now: opens.now, before: hasBefore ? opens.before : null, median: null }),
    cost: amount(t('cost'), 'costMinor'),
    returned: isKnown ? amount(t('returned'), 'returnMinor') : none,
    net: isKnown ? comparedNet(beside('netMinor'), currency) : none,
    hour: !isKnown || now.yieldMinor === null ? none : amount(t('returned_an_hour'), 'yieldMinor'),
  }
}

/** What a period is compared with, or why it is not. */
function comparedWith({ before, beforePeriod, begins, isSoFar }: Props): string {
  const name = periodName(beforePeriod)
  if (begins !== null) return t('before_partly', name, shortDay(begins))
  if (before.timeMs > 0) return t(isSoFar ? 'before_so_far' : 'before_is', name)
  return t(isSoFar ? 'before_nothing_so_far' : 'before_nothing', name)
}

interface MoneyProps {
  figures: ReturnType<typeof figuresOf>
  /** How much of the return is assumed. */
  word: ComponentChildren
  currency: string
}

/** A figure that depends on a worth that nobody knows. */
const NamedUnknown = ({ name }: { name: string }) => (
  <div>
    <dt>{name}</dt>
    <dd class="value">
      <UnknownFigure />
    </dd>
  </div>
)

function MoneyFigures({ figures: { cost, returned, net, hour }, word, currency }: MoneyProps) {
  return (
    <>
      {cost && (
        <Figure figure={cost}>
          <Amount minor={cost.now} currency={currency} />
        </Figure>
      )}
      {returned ? (
        <Figure figure={returned} mark={word}>
          <Amount minor={returned.now} currency={currency} />
        </Figure>
      ) : (
        <NamedUnknown name={t('returned')} />
      )}
      {net ? (
        <Figure figure={net}>
          <NetWithWord minor={net.now} currency={currency} />
        </Figure>
      ) : (
        <NamedUnknown name={t('net')} />
      )}
      {hour && (
        <Figure figure={hour}>
          <Amount minor={hour.now} currency={currency} />
        </Figure>
      )}
    </>
  )
}

/** A period in a row of figures, the time largest, each compared with the period before. */
export function ComparedFigures(props: Props) {
  const { total, before, surfaces, median, isUnknown, currency } = props
  const { word, paragraph } = useAssumption(total, surfaces)
  const hasBefore = before.timeMs > 0
  if (total.timeMs === 0 && !hasBefore) return null
  const figures = figuresOf(props)
  const { time, opens } = figures
  const words = comparedWith(props)
  return (
    <>
      <dl class="figures-row of-period">
        <Figure figure={time}>
          <Time ms={total.timeMs} />
        </Figure>
        {opens && (
          <Figure figure={opens}>
            <data value={opens.now}>{whole(opens.now)}</data>
          </Figure>
        )}
        {currency !== null && <MoneyFigures figures={figures} word={word} currency={currency} />}
      </dl>
      {currency !== null && !isUnknown && paragraph}
      {hasBefore || median ? (
        <ComparisonDetails
          words={words}
          figures={Object.values(figures).filter((figure) => figure !== null)}
          medianOf={median ? whole(median.of) : null}
        />
      ) : (
        <p class="compared soft">{words}</p>
      )}
    </>
  )
}
