import type { KindLine, Line } from '../../domain/statement'
import type { SurfaceProfile } from '../../domain/surface-book'
import { columnOfTimes } from '../../domain/whole-minutes'
import { t } from '../../platform/i18n'
import { ColumnTime } from '../figures'
import { MoneyCells, StatementHeads } from './money-cells'
import '../kind-bar.css'

interface Props {
  kinds: readonly KindLine[]
  total: Line
  current: SurfaceProfile | null
  runningMs: number
  currency: string | null
}

/** Profit and loss by kind: every column adds up to the last row. */
export function KindTable({ kinds, total, current, runningMs, currency }: Props) {
  const { times, shown } = columnOfTimes(kinds, ({ kind }) => kind === current?.kind, runningMs)
  return (
    <section aria-labelledby="profit-and-loss">
      <h2 id="profit-and-loss">{t(currency === null ? 'time_by_kind' : 'profit_and_loss')}</h2>
      <div class="kind-bar" aria-hidden="true">
        <div class="bar">
          {kinds.map(({ kind }, row) => (
            <span key={kind} style={{ flexGrow: times[row], backgroundColor: `var(--kind-${kind})` }} />
          ))}
        </div>
      </div>
      <table class="statement" aria-labelledby="profit-and-loss">
        <thead>
          <StatementHeads first={t('kind')} currency={currency} />
        </thead>
        <tbody>
          {kinds.map(({ kind, money }, row) => (
            <tr key={kind} data-kind={kind}>
              <th scope="row">
                <span class="named">
                  <span class="swatch" style={{ backgroundColor: `var(--kind-${kind})` }} />
                  {t(`kind_${kind}`)}
                </span>
              </th>
              <td class="number time">
                <ColumnTime ms={times[row] ?? 0} shownMs={shown[row] ?? 0} />
              </td>
              <MoneyCells money={money} currency={currency} />
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
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
