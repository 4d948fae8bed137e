import type { Period } from '../../domain/time/period'
import type { Opening } from '../../domain/statement/period-statement'
import type { Line } from '../../domain/statement/statement'
import { yieldMinor } from '../../domain/value/yield'
import { t } from '../../platform/i18n'
import { assumedWord } from '../figure/assumed-word'
import { Amount, Time, NetWithWord } from '../figure/figures'
import { duration, money, signedMoney, whole } from '../figure/format'
import { compared } from '../period/change'
import { Figure } from '../period/figure'
import { periodName } from '../period/period-name'
import './compared-figures.css'

interface Props {
  total: Line
  before: Line
  /** Opens now and before, if they are shown. */
  opens: { now: number; before: number } | null
  beforePeriod: Period
  /** Whether the period before is compared only up to the same point in time. */
  isSoFar: boolean
  /** The medians of some earlier periods, if they are shown. */
  median?: { of: number; opening: Opening } | null
  /** Null if no money is shown. */
  currency: string | null
}

/** `median of 8: 3 h`; empty if it is unknown. */
const medianNote = (
  median: Props['median'],
  figure: keyof Opening,
  format: (value: number) => string,
): string => {
  const value = median?.opening[figure] ?? null
  return median && value !== null ? t('figure_median', whole(median.of), format(value)) : ''
}

function MoneyFigures({ total, before, median, currency }: Props & { currency: string }) {
  const amount = (minor: number) => money(minor, currency)
  const now = total.money ?? { costMinor: 0, returnMinor: 0, netMinor: 0 }
  const earlier = before.money
  const yielded = yieldMinor(now.returnMinor, total.timeMs)
  const yieldedBefore = earlier && yieldMinor(earlier.returnMinor, before.timeMs)
  const amounts = [
    { name: t('cost'), figure: 'costMinor', assumed: '' },
    { name: t('returned'), figure: 'returnMinor', assumed: assumedWord(total) },
  ] as const
  return (
    <>
      {amounts.map(({ name, figure, assumed }) => (
        <Figure
          key={name}
          name={name}
          notes={[
            earlier ? compared(amount(earlier[figure]), now[figure], earlier[figure]) : '',
            medianNote(median, figure, amount),
            assumed,
          ]}
        >
          <Amount minor={now[figure]} currency={currency} />
        </Figure>
      ))}
      <Figure
        name={t('net')}
        notes={[
          earlier ? t('compared_amount', signedMoney(earlier.netMinor, currency)) : '',
          medianNote(median, 'netMinor', (minor) => signedMoney(minor, currency)),
        ]}
      >
        <NetWithWord minor={now.netMinor} currency={currency} />
      </Figure>
      {yielded !== null && (
        <Figure
          name={t('returned_an_hour')}
          notes={[
            yieldedBefore === null ? '' : compared(amount(yieldedBefore), yielded, yieldedBefore),
            medianNote(median, 'yieldMinor', amount),
          ]}
        >
          <Amount minor={yielded} currency={currency} />
        </Figure>
      )}
    </>
  )
}

/** A period in a row of figures, the time largest, each compared with the period before. */
export function ComparedFigures(props: Props) {
  const { total, before, opens, beforePeriod, isSoFar, currency } = props
  const hasBefore = before.timeMs > 0
  if (total.timeMs === 0 && !hasBefore) return null
  return (
    <>
      <dl class="figures-row of-period">
        <Figure
          name={t('time')}
          notes={[
            hasBefore ? compared(duration(before.timeMs), total.timeMs, before.timeMs) : '',
            medianNote(props.median, 'timeMs', duration),
          ]}
        >
          <Time ms={total.timeMs} />
        </Figure>
        {opens && (
          <Figure
            name={t('opens')}
            notes={[hasBefore ? compared(whole(opens.before), opens.now, opens.before) : '']}
          >
            <data value={opens.now}>{whole(opens.now)}</data>
          </Figure>
        )}
        {currency !== null && <MoneyFigures {...props} currency={currency} />}
      </dl>
      <p class="compared soft">
        {hasBefore
          ? t(isSoFar ? 'before_so_far' : 'before_is', periodName(beforePeriod))
          : t(isSoFar ? 'before_nothing_so_far' : 'before_nothing', periodName(beforePeriod))}
      </p>
    </>
  )
}
