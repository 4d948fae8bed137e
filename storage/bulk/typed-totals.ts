/** Day totals that the person types, such as the minutes of their phone. */
import { type DayTotal, isSameTotal, keyOfTotal } from '../../domain/record/day-total'
import { wholeRest } from '../../domain/record/deletion'
import { db } from '../base/db'
import { inBulk } from './in-bulk'
import { changeKeptRows } from './kept-days'

/** Stores typed totals; one that was typed before for the same day and surface is replaced. */
export const putTotals = (totals: readonly DayTotal[]): Promise<void> =>
  inBulk(wholeRest, () => db.totals.bulkPut(totals))

/** Deletes a total, also from the backups of imports. */
export const removeTotal = (total: DayTotal): Promise<void> =>
  inBulk(
    wholeRest,
    () => db.totals.delete(keyOfTotal(total)),
    () => changeKeptRows<DayTotal>('totals', (kept) => (isSameTotal(kept, total) ? null : kept)),
  )
