/** Files that carry what devices exchange to another browser or account. */
import { type DevicesNews, newsBetween } from '../../domain/devices/devices-news'
import {
  type DevicesFile,
  devicesFile,
  devicesFileText,
  MOST_DEVICES_BYTES,
  readDevicesFile,
} from '../../domain/devices/devices-file'
import { CHECK_TEXT, HEAD_KEY } from '../../domain/devices/area-head'
import type { DevicesMark } from '../../domain/devices/devices-mark'
import { needsPassphrase } from '../../domain/devices/devices-status'
import { devicesIn } from '../../domain/devices/item'
import { ownError } from '../../domain/own-error'
import { areaKey } from '../../platform/area-key'
import { textOfListed } from '../../platform/folder'
import { send } from '../../platform/messages'
import { unsealItem } from '../../platform/sealing'
import { devicesFacts } from '../../storage/bulk/devices-facts'
import { deviceId } from '../../storage/said/device'
import { readDeviceKey, readDevicesMark } from '../../storage/said/devices-mark'
import { noteFileRead } from '../../storage/said/files-read'
import { readArea } from '../../storage/said/sync-area'

/** The mark of a device that exchanges; null if it does not, or if it waits for its passphrase. */
export async function connectedMark(): Promise<DevicesMark | null> {
  const mark = await readDevicesMark()
  return mark?.isOn && !needsPassphrase(mark.trouble) ? mark : null
}

/** The file of this device, after it has exchanged what is new. Rejects with `error_not_connected`. */
export async function ownFile(): Promise<DevicesFile> {
  await send('exchangeNow', null)
  const mark = await connectedMark()
  if (!mark) throw ownError('error_not_connected')
  return devicesFile(await readArea(), { writtenAt: Date.now(), device: await deviceId(), head: mark.head })
}

/** The content of a file. */
export const devicesBlob = (file: DevicesFile): Blob =>
  new Blob([devicesFileText(file)], { type: 'application/json' })

/** Reads a file of another device. Rejects with own errors, `error_file_…`. */
export async function fileOfOther(chosen: File): Promise<DevicesFile> {
  if (chosen.size > MOST_DEVICES_BYTES) throw ownError('error_file_too_big')
  const text = await textOfListed(chosen)
  if (text === null) throw ownError('error_file_damaged')
  const file = readDevicesFile(text, Date.now())
  if (file.device === (await deviceId())) throw ownError('error_file_own')
  return file
}

/** The key of this device, if it is the one of the file. */
async function ownKey({ head }: DevicesFile): Promise<CryptoKey> {
  const key = await readDeviceKey()
  if (!key) throw ownError('error_not_connected')
  const isWhole = await unsealItem(key, HEAD_KEY, head.check).then(
    (text) => text === CHECK_TEXT,
    () => false,
  )
  if (!isWhole) throw ownError('error_file_damaged')
  return key
}

/** The texts of the items of a file. One that cannot be opened was changed by something, and is left out. */
async function openedItems({ items }: DevicesFile, key: CryptoKey): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const [name, sealed] of Object.entries(items)) {
    const text = await unsealItem(key, name, sealed).catch(() => null)
    if (text !== null) texts.set(name, text)
  }
  return texts
}

/** Merges a file whose key is known. What was said here before is exchanged first, so that it is no news. */
async function merged(file: DevicesFile, key: CryptoKey): Promise<DevicesNews> {
  const texts = await openedItems(file, key)
  const devices = [...devicesIn(texts).values()]
  const ids = devices.map(({ id }) => id)
  await send('exchangeNow', null)
  const before = await devicesFacts(ids)
  await send('takeItems', { texts: Object.fromEntries(texts) })
  const after = await devicesFacts(ids)
  await noteFileRead(file.device, file.writtenAt)
  return newsBetween(
    before,
    after,
    devices.flatMap(({ words }) => words),
  )
}

/** Merges a file; without a passphrase if it has that of this device. Rejects with `error_passphrase_wrong`. */
export const takeFile = async (file: DevicesFile, passphrase: string | null): Promise<DevicesNews> =>
  merged(file, passphrase === null ? await ownKey(file) : (await areaKey(passphrase, file.head)).key)

/** Connects this device with the head and the passphrase of a file, and merges it. Rejects as `joinByFile` does. */
export async function joinByFile(file: DevicesFile, name: string, passphrase: string): Promise<DevicesNews> {
  await send('joinByFile', { name, passphrase, head: file.head })
  return takeFile(file, null)
}
