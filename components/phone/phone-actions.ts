import type { DayTotal } from '../../domain/record/day-total'
import type { Day } from '../../domain/time/local-time'
import type { DayActions } from '../day/day-actions'

/** What the section about the phone reads and writes. */
export interface PhoneActions extends Pick<DayActions, 'placeOf'> {
  /** Everything typed for some days. */
  typedOn: (days: readonly Day[]) => Promise<DayTotal[]>
  put: (totals: readonly DayTotal[]) => Promise<unknown>
  remove: (total: DayTotal) => Promise<unknown>
}
