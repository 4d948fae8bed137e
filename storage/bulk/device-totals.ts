/** Day totals between devices: what this one sends, and what others sent. */
import { dayTimes } from '../../domain/devices/day-times'
import type { DayTime, DeviceParts } from '../../domain/devices/item'
import { type DayTotal, type DeviceSource, keyOfTotal } from '../../domain/record/day-total'
import { addDays, type Day } from '../../domain/time/local-time'
import { written } from '../../domain/written'
import { db } from '../base/db'
import { recentSpans, sealedDays } from '../record/history'

/** Half a year: more than fits into the area. */
const DAYS_SENT = 26 * 7

/** The time of each calendar day and surface that this device measured lately. */
export async function ownTimes(today: Day, device: string): Promise<DayTime[]> {
  const first = addDays(today, -DAYS_SENT)
  const [sealed, recent] = await Promise.all([sealedDays(first, today), recentSpans(first, today)])
  return dayTimes({
    sealed: sealed.filter((day) => day.device === device),
    recent: recent.filter((span) => span.device === device),
  })
}

const byKey = (a: DayTotal, b: DayTotal): number =>
  keyOfTotal(a).join(' ') < keyOfTotal(b).join(' ') ? -1 : 1

/** Puts the weeks that a device sent in the place of what it sent before; all of them, if it was erased. Returns whether anything changed. */
export const keepDeviceTotals = ({
  id,
  weeks,
  totals,
  isErased,
}: Pick<DeviceParts, 'id' | 'weeks' | 'totals' | 'isErased'>): Promise<boolean> =>
  db.transaction('rw', db.totals, async () => {
    const source: DeviceSource = `device:${id}`
    const isSent = (day: Day) => isErased || weeks.some((first) => day >= first && day < addDays(first, 7))
    const own = db.totals.where('[source+day+surface]').between([source, ''], [source, '\uffff'])
    const before = (await own.toArray()).filter(({ day }) => isSent(day))
    const after: DayTotal[] = totals
      .filter(({ day }) => isSent(day))
      .map(({ day, surface, ms, opens }) => ({
        source,
        day,
        surface,
        ms,
        opens,
        batch: null,
        browser: 'other',
      }))
    if (written(before.toSorted(byKey)) === written(after.toSorted(byKey))) return false
    await db.totals.bulkDelete(before.map(keyOfTotal))
    await db.totals.bulkPut(after)
    return true
  })
