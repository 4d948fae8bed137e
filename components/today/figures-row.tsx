import type { ComponentChildren } from 'preact'
import type { Line } from '../../domain/statement'
import { yieldMinor } from '../../domain/yield'
import { t } from '../../platform/i18n'
import { assumedWord } from '../assumed-word'
import { Amount, Net, netWord, Time } from '../figures'
import { changeText } from '../period/change'
import { money } from '../format'

interface Props {
  total: Line
  /** The same stretch of the day before; null where nothing is recorded of it. */
  before: Line | null
  runningMs: number
  /** Null where no money is to be shown. */
  currency: string | null
  hourMinor: number | null
}

interface FigureProps {
  name: string
  note?: string
  before: ComponentChildren
  children: ComponentChildren
}

const Figure = ({ name, note, before, children }: FigureProps) => (
  <div>
    <dt>{name}</dt>
    <dd class="value">{children}</dd>
    {before && (
      <dd class="soft before">
        {t('figure_before')} {before}
      </dd>
    )}
    {note && <dd class="soft note-line">{note}</dd>}
  </div>
)

/** An amount of the day before, and by how much it has changed. */
const AmountBefore = ({ now, before, currency }: { now: number; before: number; currency: string }) => (
  <>
    <Amount minor={before} currency={currency} /> <Change now={now} before={before} />
  </>
)

const Change = ({ now, before }: { now: number; before: number }) => (
  <span class="change">{changeText(now, before)}</span>
)

function MoneyFigures({ total, before, currency, hourMinor }: Props & { currency: string }) {
  const { costMinor, returnMinor, netMinor } = total.money ?? { costMinor: 0, returnMinor: 0, netMinor: 0 }
  const yielded = yieldMinor(returnMinor, total.timeMs)
  const assumed = assumedWord(total)
  const past = before?.money
  const yieldedBefore = past ? yieldMinor(past.returnMinor, before.timeMs) : null
  return (
    <>
      <Figure
        name={t('cost')}
        note={hourMinor === null ? '' : t('at_an_hour', money(hourMinor, currency))}
        before={past && <AmountBefore now={costMinor} before={past.costMinor} currency={currency} />}
      >
        <Amount id="today-cost" minor={costMinor} currency={currency} />
      </Figure>
      <Figure
        name={t('returned')}
        note={assumed}
        before={past && <AmountBefore now={returnMinor} before={past.returnMinor} currency={currency} />}
      >
        <Amount id="today-return" minor={returnMinor} currency={currency} />
      </Figure>
      <Figure
        name={t('net')}
        note={netWord(netMinor)}
        before={past && <Net minor={past.netMinor} currency={currency} />}
      >
        <Net id="today-net" minor={netMinor} currency={currency} />
      </Figure>
      {yielded !== null && (
        <Figure
          name={t('returned_an_hour')}
          note={assumed}
          before={
            yieldedBefore !== null && (
              <AmountBefore now={yielded} before={yieldedBefore} currency={currency} />
            )
          }
        >
          <Amount minor={yielded} currency={currency} />
        </Figure>
      )}
    </>
  )
}

/** The day in a row of figures, the time largest. */
export const FiguresRow = (props: Props) => (
  <dl class="figures-row">
    <Figure
      name={t('time')}
      before={
        props.before && (
          <>
            <Time ms={props.before.timeMs} />{' '}
            <Change now={props.total.timeMs + props.runningMs} before={props.before.timeMs} />
          </>
        )
      }
    >
      <Time id="today-time" ms={props.total.timeMs + props.runningMs} />
    </Figure>
    {props.currency !== null && <MoneyFigures {...props} currency={props.currency} />}
  </dl>
)
