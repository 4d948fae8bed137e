import { barParts, drawnAs, drawnKinds } from '../../domain/statement/drawn-kinds'
import type { KindLine, Line } from '../../domain/statement/statement'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { columnOfTimes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { ColumnTime } from '../figure/figures'
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
}

const NOTHING = { costMinor: 0, returnMinor: 0, netMinor: 0 }

/** The kinds, followed by those that only the period before had. */
function linesBeside(kinds: readonly KindLine[], before: readonly KindLine[]): KindLine[] {
  const gone = before.filter(({ kind }) => kinds.every((line) => line.kind !== kind))
  return [...kinds, ...gone.map((line) => ({ ...line, timeMs: 0, money: line.money && NOTHING }))]
}

/** Profit and loss by kind, and the change of the time. Every column adds up to the last row. */
export function KindTable({ kinds: spent, total, current, runningMs, currency, before }: Props) {
  const earlier = new Map(before.map(({ kind, timeMs }) => [kind, timeMs]))
  const wholeBefore = [...earlier.values()].reduce((sum, ms) => sum + ms, 0)
  const kinds = linesBeside(spent, before)
  const changeOf = (now: number, ms: number) =>
    wholeBefore > 0 && (
      <td class="number change soft" data-label={t('change_of_time')}>
        {changeText(now, ms)}
      </td>
    )
  const { times, shown } = columnOfTimes(kinds, ({ kind }) => kind === current?.kind, runningMs)
  const names = kinds.map(({ kind }) => kind)
  const drawn = drawnKinds(names, times)
  return (
    <section aria-labelledby="profit-and-loss">
      <h2 id="profit-and-loss">{t(currency === null ? 'time_by_kind' : 'profit_and_loss')}</h2>
      <div class="kind-bar" aria-hidden="true">
        <div class="bar">
          {barParts(names.slice(0, spent.length), times).map(({ kind, ms }) => (
            <span key={kind} style={{ flexGrow: ms, backgroundColor: `var(--kind-${kind})` }} />
          ))}
        </div>
      </div>
      <table class="statement" aria-labelledby="profit-and-loss">
        <thead>
          <StatementHeads first={t('kind')} currency={currency} hasChange={wholeBefore > 0} />
        </thead>
        <tbody>
          {kinds.map(({ kind, money }, row) => (
            <tr key={kind} data-kind={kind}>
              <th scope="row">
                <span class="named">
                  <span class="swatch" style={{ backgroundColor: `var(--kind-${drawnAs(kind, drawn)})` }} />
                  {t(`kind_${kind}`)}
                </span>
              </th>
              <td class="number time">
                <ColumnTime ms={times[row] ?? 0} shownMs={shown[row] ?? 0} />
              </td>
              <MoneyCells money={money} currency={currency} isNothing={times[row] === 0} />
              {changeOf(times[row] ?? 0, earlier.get(kind) ?? 0)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            <td class="number time">
              <ColumnTime ms={total.timeMs + runningMs} shownMs={total.timeMs + runningMs} />
            </td>
            <MoneyCells money={total.money} currency={currency} />
            {changeOf(total.timeMs + runningMs, wholeBefore)}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
