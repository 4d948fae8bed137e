/** Keeps that something was deleted here, so that an exchange neither brings it back nor leaves it on other devices. */
import { type ForgottenDays, forgottenKey } from '../../domain/devices/forgotten'
import { nextStamp } from '../../domain/devices/stamp'
import { latestStamp, wordId } from '../../domain/devices/word'
import { calendarDay, type Day } from '../../domain/time/local-time'
import { db } from '../base/db'
import { deviceId } from '../said/device'
import { readDevicesMark } from '../said/devices-mark'
import { allWords } from '../said/words'
import { exchangeWords } from './exchange-words'

const FIRST_DAY = '1970-01-01'

const localDay = (now: number): Day => calendarDay(now, -new Date(now).getTimezoneOffset())

/** Says what was forgotten, at an instant; and takes back what was said of it. Nothing if no devices ever met. */
export async function tellForgotten(forgotten: ForgottenDays, now: number): Promise<void> {
  if (!(await readDevicesMark())) return
  const device = await deviceId()
  const key = forgottenKey(forgotten)
  await db.transaction('rw', [db.words], async (tx) => {
    const words = await allWords(tx)
    const id = wordId(key)
    if (!words.has(id))
      await tx.words.put({ id, key, value: true, stamp: nextStamp(latestStamp(words.values()), now, device) })
  })
  await exchangeWords({
    heard: [],
    device,
    now,
    isFirst: false,
    today: localDay(now),
  })
}

/** Says that a site was forgotten up to now. */
export const tellSiteForgotten = (site: string, now: number): Promise<void> =>
  tellForgotten({ site, first: FIRST_DAY, last: localDay(now) }, now)
