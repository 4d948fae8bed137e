import type { Grouping, Order } from '../../domain/statement/site-lines'

/** Which lines are looked at, and how; kept while somebody looks at one of them, or at another period. */
export interface SiteChoice {
  grouping: Grouping
  query: string
  order: Order
  showsAll: boolean
}

export const FIRST_CHOICE: SiteChoice = {
  grouping: 'surfaces',
  query: '',
  order: { column: 'time', isAscending: false },
  showsAll: false,
}
