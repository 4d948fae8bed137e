import type { Column, Order } from '../../domain/statement/site-lines'
import { t } from '../../platform/i18n'
import { currencySign } from '../figure/numbers'

interface Props {
  /** Heading of the first column. */
  first: string
  order: Order
  currency: string | null
  onOrder: (order: Order) => void
}

const PLAIN = ['name', 'time', 'opens', 'share', 'change'] as const
const WITH_MONEY = ['name', 'time', 'opens', 'cost', 'returned', 'net', 'yield', 'share', 'change'] as const
const AMOUNTS = new Set<Column>(['cost', 'returned', 'net', 'yield'])

/** The heading of a column. The message `change` is the word on a button, so the column `change` has another. */
const headOf = (column: Exclude<Column, 'name'>): string => t(column === 'change' ? 'change_of_time' : column)

/** Names start with A, figures with the largest; a second click reverses the order. */
const orderBy = (column: Column, before: Order): Order => ({
  column,
  isAscending: before.column === column ? !before.isAscending : column === 'name',
})

/** Column headings; a click on one sorts the lines by it. */
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
