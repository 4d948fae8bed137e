import { barParts, drawnKinds } from '../../domain/statement/drawn-kinds'
import type { KindLine, Line } from '../../domain/statement/statement'
import type { Kind } from '../../domain/surface/kind'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { columnOfTimes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { ColumnTime } from '../figure/figures'
import { listed } from '../figure/format'
import { changeText } from '../period/change'
import { MoneyCells, StatementHeads } from './money-cells'
import '../figure/kind-bar.css'

interface Props {
  kinds: readonly KindLine[]
  total: Line
  current: SurfaceProfile | null
  runningMs: number
  currency: string | null
  /** The kinds of the period before; empty if there is nothing to compare with. */
  before: readonly KindLine[]
  /** Whether kinds that only the period before had are listed, which a day that goes on may still reach. */
  hasGone?: boolean
}

const SECOND_MS = 1000

const NOTHING = { costMinor: 0, returnMinor: 0, netMinor: 0 }

/** The kinds followed by those that only the period before had. */
function linesBeside(kinds: readonly KindLine[], before: readonly KindLine[]): KindLine[] {
  const gone = before.filter(({ kind }) => kinds.every((line) => line.kind !== kind))
  return [...kinds, ...gone.map((line) => ({ ...line, timeMs: 0, money: line.money && NOTHING }))]
}

/** The kinds that the bar draws together, if these are more than `other`; they keep their own colours elsewhere. */
function Folded({ kinds, times }: { kinds: readonly Kind[]; times: readonly number[] }) {
  const drawn = drawnKinds(kinds, times)
  const folded = kinds.filter((kind) => !drawn.has(kind))
  if (folded.every((kind) => kind === 'other')) return null
  return (
    <p class="soft folded" aria-hidden="true">
      {t('kinds_folded', listed(folded.map((kind) => t(`kind_${kind}`))))}
    </p>
  )
}

interface Row {
  line: KindLine
  ms: number
  shownMs: number
}

/** The kinds that are listed. One without a whole second was only met at its wall. */
function rowsOf({ kinds, current, runningMs, before, hasGone = false }: Props): Row[] {
  const isCurrent = ({ kind }: KindLine) => kind === current?.kind
  const { times, shown } = columnOfTimes(kinds, isCurrent, runningMs)
  const isGone = ({ kind }: KindLine) =>
    hasGone && before.some((line) => line.kind === kind && line.timeMs >= SECOND_MS)
  return linesBeside(kinds, hasGone ? before : [])
    .map((line, row) => ({ line, ms: times[row] ?? 0, shownMs: shown[row] ?? 0 }))
    .filter(({ line, shownMs }) => shownMs > 0 || isCurrent(line) || isGone(line))
}

/** The bar of all kinds, and what it draws together. */
function KindsBar({ kinds, current, runningMs }: Props) {
  const names = kinds.map(({ kind }) => kind)
  const { times } = columnOfTimes(kinds, ({ kind }) => kind === current?.kind, runningMs)
  return (
    <div class="kind-bar" aria-hidden="true">
      <div class="bar">
        {barParts(names, times).map(({ kind, ms }) => (
          <span key={kind} style={{ flexGrow: ms, backgroundColor: `var(--kind-${kind})` }} />
        ))}
      </div>
      <Folded kinds={names} times={times} />
    </div>
  )
}

/** Profit and loss by kind, and the change of the time. Every column adds up to the last row. */
export function KindTable(props: Props) {
  const { total, runningMs, currency, before } = props
  const earlier = new Map(before.map(({ kind, timeMs }) => [kind, timeMs]))
  const wholeBefore = [...earlier.values()].reduce((sum, ms) => sum + ms, 0)
  const wholeMs = total.timeMs + runningMs
  const changeOf = (now: number, ms: number) =>
    wholeBefore > 0 && (
      <td class="number change soft" data-label={t('change_of_time')}>
        {changeText(now, ms)}
      </td>
    )
  return (
    <section aria-labelledby="profit-and-loss">
      <h2 id="profit-and-loss">{t(currency === null ? 'time_by_kind' : 'profit_and_loss')}</h2>
      <KindsBar {...props} />
      <table class="statement" aria-labelledby="profit-and-loss">
        <thead>
          <StatementHeads first={t('kind')} currency={currency} hasChange={wholeBefore > 0} />
        </thead>
        <tbody>
          {rowsOf(props).map(({ line: { kind, money }, ms, shownMs }) => (
            <tr key={kind} data-kind={kind}>
              <th scope="row">
                <span class="named">
                  <span class="swatch" style={{ backgroundColor: `var(--kind-${kind})` }} />
                  {t(`kind_${kind}`)}
                </span>
              </th>
              <td class="number time">
                <ColumnTime ms={ms} shownMs={shownMs} />
              </td>
              <MoneyCells money={money} currency={currency} isNothing={ms === 0} />
              {changeOf(ms, earlier.get(kind) ?? 0)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            <td class="number time">
              <ColumnTime ms={wholeMs} shownMs={wholeMs} />
            </td>
            <MoneyCells money={total.money} currency={currency} />
            {changeOf(wholeMs, wholeBefore)}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
