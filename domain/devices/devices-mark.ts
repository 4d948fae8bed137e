/** What a device remembers of its exchanges, in `storage.local`. It names no site. */
import type { UsageRow } from '../firewall/usage-row'
import { type AreaHead, isAreaHead } from './area-head'
import type { DevicesTrouble } from './devices-status'
import type { DeviceLine } from './lineage'

/** With what it wrote last, and in earlier runs of the browser. */
export interface DevicesMark extends DeviceLine {
  isOn: boolean
  /** As the person named this device. */
  name: string
  /** Whether nobody knows when what holds here was said: it has not been exchanged yet, or the database was lost. */
  isNew: boolean
  /** What the area says of the passphrase; see area-head.ts. */
  head: AreaHead
  /** What other lines of this device counted before they parted (see lineage.ts), by their ids. */
  counted: Readonly<Record<string, readonly UsageRow[]>>
  /** When the last exchange ended, epoch ms. */
  lastAt: number | null
  /** When day totals were sent last, epoch ms; 0 for never. */
  totalsAt: number
  trouble: { type: DevicesTrouble; at: number } | null
  /** When it last tried to write, epoch ms; null before the first time. */
  triedAt: number | null
  /** How many writes in a row the browser refused. */
  refused: number
}

/** The mark of a device that joins. */
export const joinedMark = (name: string, head: AreaHead): DevicesMark => ({
  isOn: true,
  isNew: true,
  name,
  head,
  sent: null,
  earlier: [],
  counted: {},
  lastAt: null,
  totalsAt: 0,
  trouble: null,
  triedAt: null,
  refused: 0,
})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a stored value is a mark. */
export const isDevicesMark = (value: unknown): value is DevicesMark =>
  isRecord(value) &&
  typeof value['isOn'] === 'boolean' &&
  typeof value['isNew'] === 'boolean' &&
  typeof value['name'] === 'string' &&
  isAreaHead(value['head']) &&
  isRecord(value['counted']) &&
  Array.isArray(value['earlier']) &&
  (value['sent'] === null || isRecord(value['sent']))
