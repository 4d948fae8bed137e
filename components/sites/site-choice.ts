import type { Grouping, Order } from '../../domain/statement/site-lines'

/** How the lines are grouped, searched and sorted. Kept when the person opens a line or changes the period. */
export interface SiteChoice {
  grouping: Grouping
  query: string
  order: Order
  showsAll: boolean
  /** Whether the known sites without time in the period are listed. */
  showsOthers: boolean
}

export const FIRST_CHOICE: SiteChoice = {
  grouping: 'surfaces',
  query: '',
  order: { column: 'time', isAscending: false },
  showsAll: false,
  showsOthers: false,
}
