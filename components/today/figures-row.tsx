import type { Line, SurfaceLine } from '../../domain/statement/statement'
import { yieldMinor } from '../../domain/value/yield'
import { t } from '../../platform/i18n'
import { Amount, netWord, Net, Time } from '../figure/figures'
import { money } from '../figure/format'
import { useAssumption } from '../period/assumption'
import { comparedAmount, comparedNet, comparedTime } from '../period/compared-figure'
import { ComparisonDetails } from '../period/comparison'
import { Figure } from '../period/figure'

interface Props {
  total: Line
  surfaces: readonly SurfaceLine[]
  /** The same part of the day before, and which part it is; null if nothing was recorded in it. */
  before: { line: Line; words: string } | null
  runningMs: number
  /** Null if no money is shown. */
  currency: string | null
  hourMinor: number | null
}

const NOTHING = { costMinor: 0, returnMinor: 0, netMinor: 0 }

function moneyFigures({ total, before, currency }: Props) {
  if (currency === null) return null
  const { costMinor, returnMinor, netMinor } = total.money ?? NOTHING
  const past = before?.line.money ?? null
  const yielded = yieldMinor(returnMinor, total.timeMs)
  const beside = (now: number, earlier: number | null) => ({ now, before: earlier, median: null })
  const earlier = past && before ? yieldMinor(past.returnMinor, before.line.timeMs) : null
  return {
    cost: comparedAmount(t('cost'), beside(costMinor, past?.costMinor ?? null), currency),
    returned: comparedAmount(t('returned'), beside(returnMinor, past?.returnMinor ?? null), currency),
    net: comparedNet(beside(netMinor, past?.netMinor ?? null), currency),
    hour: yielded === null ? null : comparedAmount(t('returned_an_hour'), beside(yielded, earlier), currency),
  }
}

/** The day in a row of figures, the time largest. */
export function FiguresRow(props: Props) {
  const { total, surfaces, before, currency, hourMinor, runningMs } = props
  const timeMs = total.timeMs + runningMs
  const time = comparedTime({ now: timeMs, before: before?.line.timeMs ?? null, median: null })
  const { word, paragraph } = useAssumption(total, surfaces)
  const figures = moneyFigures(props)
  const all = figures ? [time, figures.cost, figures.returned, figures.net, figures.hour] : [time]
  return (
    <>
      <dl class="figures-row">
        <Figure figure={time}>
          <Time id="today-time" ms={timeMs} />
        </Figure>
        {figures && currency !== null && (
          <>
            <Figure figure={figures.cost}>
              <Amount id="today-cost" minor={figures.cost.now} currency={currency} />
            </Figure>
            <Figure figure={figures.returned} mark={word}>
              <Amount id="today-return" minor={figures.returned.now} currency={currency} />
            </Figure>
            <Figure figure={figures.net}>
              <Net id="today-net" minor={figures.net.now} currency={currency} />
              <span class="only-read"> {netWord(figures.net.now)}</span>
            </Figure>
            {figures.hour && (
              <Figure figure={figures.hour}>
                <Amount minor={figures.hour.now} currency={currency} />
              </Figure>
            )}
          </>
        )}
      </dl>
      {currency !== null && paragraph}
      {before && (
        <ComparisonDetails
          words={before.words}
          figures={all.filter((figure) => figure !== null)}
          medianOf={null}
        >
          {currency !== null && hourMinor !== null && (
            <p class="hint">{t('compare_hour', money(hourMinor, currency))}</p>
          )}
        </ComparisonDetails>
      )}
    </>
  )
}
