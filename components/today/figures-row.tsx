import type { Line } from '../../domain/statement/statement'
import { yieldMinor } from '../../domain/value/yield'
import { t } from '../../platform/i18n'
import { assumedWord } from '../figure/assumed-word'
import { Amount, Net, netWord, Time } from '../figure/figures'
import { duration, money, signedMoney } from '../figure/format'
import { compared } from '../period/change'
import { Figure } from '../period/figure'

interface Props {
  total: Line
  /** The same part of the day before; null if nothing was recorded in it. */
  before: Line | null
  runningMs: number
  /** Null if no money is shown. */
  currency: string | null
  hourMinor: number | null
}

function MoneyFigures({ total, before, currency, hourMinor }: Props & { currency: string }) {
  const { costMinor, returnMinor, netMinor } = total.money ?? { costMinor: 0, returnMinor: 0, netMinor: 0 }
  const amount = (minor: number) => money(minor, currency)
  const yielded = yieldMinor(returnMinor, total.timeMs)
  const assumed = assumedWord(total)
  const past = before?.money
  const yieldedBefore = past ? yieldMinor(past.returnMinor, before.timeMs) : null
  return (
    <>
      <Figure
        name={t('cost')}
        notes={[
          past ? compared(amount(past.costMinor), costMinor, past.costMinor) : '',
          hourMinor === null ? '' : t('at_an_hour', amount(hourMinor)),
        ]}
      >
        <Amount id="today-cost" minor={costMinor} currency={currency} />
      </Figure>
      <Figure
        name={t('returned')}
        notes={[past ? compared(amount(past.returnMinor), returnMinor, past.returnMinor) : '', assumed]}
      >
        <Amount id="today-return" minor={returnMinor} currency={currency} />
      </Figure>
      <Figure
        name={t('net')}
        notes={[past ? t('compared_amount', signedMoney(past.netMinor, currency)) : '', netWord(netMinor)]}
      >
        <Net id="today-net" minor={netMinor} currency={currency} />
      </Figure>
      {yielded !== null && (
        <Figure
          name={t('returned_an_hour')}
          notes={[
            yieldedBefore === null ? '' : compared(amount(yieldedBefore), yielded, yieldedBefore),
            assumed,
          ]}
        >
          <Amount minor={yielded} currency={currency} />
        </Figure>
      )}
    </>
  )
}

/** The day in a row of figures, the time largest. */
export function FiguresRow(props: Props) {
  const { before, currency } = props
  const timeMs = props.total.timeMs + props.runningMs
  return (
    <dl class="figures-row">
      <Figure
        name={t('time')}
        notes={[before ? compared(duration(before.timeMs), timeMs, before.timeMs) : '']}
      >
        <Time id="today-time" ms={timeMs} />
      </Figure>
      {currency !== null && <MoneyFigures {...props} currency={currency} />}
    </dl>
  )
}
