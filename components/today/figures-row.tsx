import type { ComponentChildren } from 'preact'
import type { Line } from '../../domain/statement'
import { yieldMinor } from '../../domain/yield'
import { t } from '../../platform/i18n'
import { assumedWord } from '../assumed-word'
import { Amount, Net, netWord, Time } from '../figures'
import { money } from '../format'

interface Props {
  total: Line
  runningMs: number
  /** Null where no money is to be shown. */
  currency: string | null
  hourMinor: number | null
}

const Figure = ({ name, note, children }: { name: string; note?: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd class="value">{children}</dd>
    {note && <dd class="soft">{note}</dd>}
  </div>
)

function MoneyFigures({ total, currency, hourMinor }: Props & { currency: string }) {
  const { costMinor, returnMinor, netMinor } = total.money ?? { costMinor: 0, returnMinor: 0, netMinor: 0 }
  const yielded = yieldMinor(returnMinor, total.timeMs)
  const assumed = assumedWord(total)
  return (
    <>
      <Figure name={t('cost')} note={hourMinor === null ? '' : t('at_an_hour', money(hourMinor, currency))}>
        <Amount id="today-cost" minor={costMinor} currency={currency} />
      </Figure>
      <Figure name={t('returned')} note={assumed}>
        <Amount id="today-return" minor={returnMinor} currency={currency} />
      </Figure>
      <Figure name={t('net')} note={netWord(netMinor)}>
        <Net id="today-net" minor={netMinor} currency={currency} />
      </Figure>
      {yielded !== null && (
        <Figure name={t('returned_an_hour')} note={assumed}>
          <Amount minor={yielded} currency={currency} />
        </Figure>
      )}
    </>
  )
}

/** The day in a row of figures, the time largest. */
export const FiguresRow = (props: Props) => (
  <dl class="figures-row">
    <Figure name={t('time')}>
      <Time id="today-time" ms={props.total.timeMs + props.runningMs} />
    </Figure>
    {props.currency !== null && <MoneyFigures {...props} currency={props.currency} />}
  </dl>
)
