/** Day totals between devices: what this one sends, and what others sent. */
import { forgottenBy } from '../../domain/devices/forgotten'
import { dayTimes } from '../../domain/devices/day-times'
import type { DayTime, DeviceParts } from '../../domain/devices/item'
import { type DayTotal, type DeviceSource, keyOfTotal } from '../../domain/record/day-total'
import { addDays, type Day } from '../../domain/time/local-time'
import { written } from '../../domain/written'
import { isDeviceSource } from '../../domain/record/total-source'
import { db, type Tables } from '../base/db'
import { allWords } from '../said/words'
import { recentSpans, sealedDays } from '../record/history'

/** Half a year: more than fits into the area. */
const DAYS_SENT = 26 * 7

/** The time of each calendar day and surface that this device measured lately. */
export async function ownTimes(today: Day, device: string): Promise<DayTime[]> {
  const first = addDays(today, -DAYS_SENT)
  const [sealed, recent] = await Promise.all([sealedDays(first, today), recentSpans(first, today)])
  const isForgotten = forgottenBy(await allWords())
  const times = dayTimes({
    sealed: sealed.filter((day) => day.device === device),
    recent: recent.filter((span) => span.device === device),
  })
  // What was forgotten elsewhere is still recorded here, and stays here.
  return times.filter(({ surface, day }) => !isForgotten(surface, day))
}

/** The day totals of a device. */
export const totalsOfDevice = (source: DeviceSource, tx: Tables = db) =>
  tx.totals.where('[source+day+surface]').between([source, ''], [source, '\uffff'])

/** Whether day totals of a device are here. */
export const hasTotalsOf = async (id: string): Promise<boolean> =>
  (await totalsOfDevice(`device:${id}`).first()) !== undefined

const byKey = (a: DayTotal, b: DayTotal): number =>
  keyOfTotal(a).join(' ') < keyOfTotal(b).join(' ') ? -1 : 1

/** Drops the totals of other devices that were forgotten. */
export const dropForgotten = (
  isForgotten: (surface: string, day: Day) => boolean,
  tx: Tables,
): Promise<number> =>
  tx.totals.filter(({ source, surface, day }) => isDeviceSource(source) && isForgotten(surface, day)).delete()

/** Puts the weeks that a device sent in the place of what it sent before; all of them, if it was erased. Returns whether anything changed. */
export const keepDeviceTotals = ({
  id,
  weeks,
  totals,
  isErased,
}: Pick<DeviceParts, 'id' | 'weeks' | 'totals' | 'isErased'>): Promise<boolean> =>
  db.transaction('rw', [db.totals, db.words], async (tx) => {
    const isForgotten = forgottenBy(await allWords(tx))
    const source: DeviceSource = `device:${id}`
    const isSent = (day: Day) => isErased || weeks.some((first) => day >= first && day < addDays(first, 7))
    const before = (await totalsOfDevice(source, tx).toArray()).filter(({ day }) => isSent(day))
    const after: DayTotal[] = totals
      .filter(({ day, surface }) => isSent(day) && !isForgotten(surface, day))
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
    await tx.totals.bulkDelete(before.map(keyOfTotal))
    await tx.totals.bulkPut(after)
    return true
  })
