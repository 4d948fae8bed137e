import type { Column, Order } from '../../domain/statement/site-lines'
import { type MessageKey, t } from '../../platform/i18n'
import { currencySign } from '../figure/numbers'

interface Props {
  columns: readonly Column[]
  /** Heading of the first column. */
  first: string
  order: Order
  currency: string | null
  onOrder: (order: Order) => void
}

/** The columns whose heading names the currency. */
const AMOUNTS = new Set<Column>(['cost', 'returned', 'net'])
const TEXTS = new Set<Column>(['name', 'kind'])
const AT_START = new Set<Column>([...TEXTS, 'worth'])

const HEADS: Partial<Record<Column, MessageKey>> = { change: 'change_of_time', worth: 'hour_gives_back' }

export const headOf = (column: Exclude<Column, 'name'>): string => t(HEADS[column] ?? (column as MessageKey))

/** Text starts with A, figures with the largest; a second click reverses the order. */
export const orderBy = (column: Column, before: Order): Order => ({
  column,
  isAscending: before.column === column ? !before.isAscending : TEXTS.has(column),
})

/** Column headings; a click on one sorts the lines by it. */
export const SortHeads = ({ columns, first, order, currency, onOrder }: Props) => (
  <tr>
    {columns.map((column) => {
      const isSorted = order.column === column
      const direction = order.isAscending ? 'ascending' : 'descending'
      return (
        <th
          key={column}
          scope="col"
          class={AT_START.has(column) ? column : `number ${column}`}
          aria-sort={isSorted ? direction : undefined}
        >
          <button type="button" onClick={() => onOrder(orderBy(column, order))}>
            {column === 'name' ? first : headOf(column)}
            {currency !== null && AMOUNTS.has(column) && <span class="unit"> {currencySign(currency)}</span>}
            <span class="arrow" aria-hidden="true">
              {isSorted && (order.isAscending ? '↑' : '↓')}
            </span>
          </button>
        </th>
      )
    })}
  </tr>
)
