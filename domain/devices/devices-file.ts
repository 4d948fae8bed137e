/**
 * The file that carries what devices exchange to a browser or an account with which they share no area: the items of the
 * area, sealed as they are there, and its head.
 */
import { DEVICES_FORMAT, EXPORT_FORMAT } from '../file/export-file'
import { ownError } from '../own-error'
import { HOUR_MS } from '../time/local-time'
import { written } from '../written'
import { AREA, itemBytes } from './area'
import { type AreaHead, isAreaHead } from './area-head'
import { itemNamed } from './item'
import { GONE_MS } from './word'

const VERSION = 1

/** Larger files are refused before they are opened: an area has a tenth. */
export const MOST_DEVICES_BYTES = 1_000_000

export interface DevicesFile {
  /** Epoch ms. */
  writtenAt: number
  /** The id of the device that wrote it. */
  device: string
  head: AreaHead
  /** Sealed, by their keys in the area: those of the device and of the others that it hears of. */
  items: Readonly<Record<string, string>>
}

/** The name of the file of a device. It has one, which it writes again. */
export const devicesFileName = (device: string): string => `zeitwert-devices-${device}.json`

/** The device in the name of a file for devices; null for other names, and for second copies. */
export const devicesFileNamed = (name: string): string | null =>
  /^zeitwert-devices-([\da-f]{8})\.json$/.exec(name)?.[1] ?? null

/** Whether a file in a folder may be written again by itself: at most once an hour, whatever a clock was before. */
export const mayRewrite = (before: DevicesFile | null, now: number): boolean =>
  before === null || Math.abs(now - before.writtenAt) >= HOUR_MS

/** Whether two files say the same. */
export const isSameFile = (one: DevicesFile, other: DevicesFile): boolean =>
  written([one.device, one.head, one.items]) === written([other.device, other.head, other.items])

const BASE64 = /^[\d+/A-Za-z]+={0,2}$/

/** The item `erased` is only in the sync area, never in a file. */
const isSealed = (key: string, value: unknown): value is string =>
  (itemNamed(key)?.part ?? 'erased') !== 'erased' &&
  typeof value === 'string' &&
  BASE64.test(value) &&
  itemBytes(key, value) <= AREA.bytesOfItem

const sealedIn = (items: object): Record<string, string> =>
  Object.fromEntries(Object.entries(items).filter(([key, value]: [string, unknown]) => isSealed(key, value)))

/** The file of a device, with everything sealed that is in the area. */
export const devicesFile = (
  area: Readonly<Record<string, unknown>>,
  { writtenAt, device, head }: Omit<DevicesFile, 'items'>,
): DevicesFile => ({ writtenAt, device, head, items: sealedIn(area) })

/** The text of a file. */
export const devicesFileText = ({ writtenAt, ...rest }: DevicesFile): string =>
  JSON.stringify({
    format: DEVICES_FORMAT,
    version: VERSION,
    writtenAt: new Date(writtenAt).toISOString(),
    ...rest,
  })

function fieldsIn(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, unknown>
  } catch {
    throw ownError('error_file_damaged')
  }
}

/** Of a salt: 16 bytes as base64. */
const isSalt = (salt: string): boolean => /^[\d+/A-Za-z]{22}==$/.test(salt)

/** The version counts as read once it is known to be ours. */
function checkFormat({ format, version }: Record<string, unknown>): void {
  if (format === EXPORT_FORMAT) throw ownError('error_file_backup')
  if (format !== DEVICES_FORMAT) throw ownError('error_file_foreign')
  if (!Number.isSafeInteger(version) || Number(version) < 1) throw ownError('error_file_damaged')
  if (Number(version) > VERSION) throw ownError('error_file_newer')
}

/**
 * Reads a file from outside; fields that it does not know are left out, and so are items that cannot be any. Throws own
 * errors, `error_file_…`: too big, damaged, a backup, of another program, of a newer version, or so old that it may
 * have what was taken back since.
 */
export function readDevicesFile(text: string, now: number): DevicesFile {
  if (text.length > MOST_DEVICES_BYTES) throw ownError('error_file_too_big')
  const fields = fieldsIn(text)
  checkFormat(fields)
  const { writtenAt: moment, device, head, items } = fields
  const writtenAt = typeof moment === 'string' ? Date.parse(moment) : NaN
  const isWhole =
    Number.isFinite(writtenAt) &&
    typeof device === 'string' &&
    /^[\da-f]{8}$/.test(device) &&
    isAreaHead(head) &&
    isSalt(head.salt) &&
    BASE64.test(head.check) &&
    typeof items === 'object' &&
    !Array.isArray(items) &&
    items !== null &&
    Object.keys(items).length <= AREA.items
  if (!isWhole) throw ownError('error_file_damaged')
  if (writtenAt < now - GONE_MS) throw ownError('error_file_old')
  const { salt, check } = head
  return { writtenAt, device, head: { version: 1, salt, check }, items: sealedIn(items) }
}
