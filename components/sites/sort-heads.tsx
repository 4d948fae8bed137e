import type { Column, Order } from '../../domain/statement/site-lines'
import { t } from '../../platform/i18n'
import { currencySign } from '../figure/numbers'

interface Props {
  /** What the first column has. */
  first: string
  order: Order
  currency: string | null
  onOrder: (order: Order) => void
}

const PLAIN = ['name', 'time', 'opens', 'share', 'change'] as const
const WITH_MONEY = ['name', 'time', 'opens', 'cost', 'returned', 'net', 'yield', 'share', 'change'] as const
const AMOUNTS = new Set<Column>(['cost', 'returned', 'net', 'yield'])

/** What a column is called. `change` alone is what a button says. */
const headOf = (column: Exclude<Column, 'name'>): string => t(column === 'change' ? 'change_of_time' : column)

/** Names begin with A, figures with the largest; a second click turns the order around. */
const orderBy = (column: Column, before: Order): Order => ({
  column,
  isAscending: before.column === column ? !before.isAscending : column === 'name',
})

/** The heads of the columns, by each of which the lines can be sorted. */
export const SortHeads = ({ first, order, currency, onOrder }: Props) => (
  <tr>
    {(currency === null ? PLAIN : WITH_MONEY).map((column) => {
      const isSorted = order.column === column
      const direction = order.isAscending ? 'ascending' : 'descending'
      return (
        <th
          key={column}
          scope="col"
          class={column === 'name' ? '' : `number ${column}`}
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
