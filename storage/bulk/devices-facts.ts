import type { DevicesFacts } from '../../domain/devices/devices-news'
import { db } from '../base/db'
import { heardDevices } from '../firewall/elsewhere'
import { allWords } from '../said/words'
import { totalsOfDevice } from './device-totals'

/** What is known of other devices; day totals only of those with these ids. */
export const devicesFacts = (ids: readonly string[]): Promise<DevicesFacts> =>
  db.transaction('r', [db.words, db.devices, db.totals], async (tx) => ({
    words: await allWords(tx),
    heard: await heardDevices(tx),
    totals: (await Promise.all(ids.map((id) => totalsOfDevice(`device:${id}`, tx).toArray()))).flat(),
  }))
