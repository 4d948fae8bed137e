import type { Column, Order } from '../../domain/statement/site-lines'
import { t } from '../../platform/i18n'
import { useOwnId } from '../form/use-own-id'
import { headOf, orderBy } from './sort-heads'

interface Props {
  columns: readonly Column[]
  /** Heading of the first column. */
  first: string
  order: Order
  onOrder: (order: Order) => void
}

/** Sorts the lines where the table is a list, which has no headings to click. */
export function SortSelect({ columns, first, order, onOrder }: Props) {
  const id = useOwnId()
  return (
    <div class="sort-select">
      <label for={id}>{t('sort_by')}</label>
      <select
        id={id}
        value={order.column}
        onChange={({ currentTarget }) => onOrder(orderBy(currentTarget.value as Column, order))}
      >
        {columns.map((column) => (
          <option key={column} value={column}>
            {column === 'name' ? first : headOf(column)}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="icon-button"
        title={t('sort_reverse')}
        onClick={() => onOrder(orderBy(order.column, order))}
      >
        <span aria-hidden="true">{order.isAscending ? '↑' : '↓'}</span>
      </button>
    </div>
  )
}
