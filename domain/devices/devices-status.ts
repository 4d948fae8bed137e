/** What Settings › Devices shows and does. */
import { DAY_MS } from '../time/local-time'

/** One of the person's other devices. */
export interface OtherDevice {
  id: string
  name: string
  /** When it was last heard of, epoch ms. */
  at: number
}

/**
 * What keeps exchanges from working. `full`: the browser's quota refused a write. `refused`: the browser refused for
 * another reason. `renewed`: another device started anew with a new passphrase. `locked`: the key is not here any more.
 */
export type DevicesTrouble = 'full' | 'refused' | 'renewed' | 'locked'

export interface DevicesStatus {
  isOn: boolean
  /** This device's name; suggested while off. */
  name: string
  others: readonly OtherDevice[]
  /** Bytes in the area, and how many it may hold. */
  usedBytes: number
  mostBytes: number
  /** When the last exchange ended, epoch ms; null before the first. */
  lastAt: number | null
  /** Null if nothing keeps exchanges from working. */
  trouble: { type: DevicesTrouble; at: number } | null
}

export interface DeviceActions {
  /** A passphrase of 80 bits, easy to type. */
  newPassphrase: () => string
  /** Whether other devices are in the area already, so that their passphrase is asked for and no new one is offered. */
  isInUse: () => Promise<boolean>
  /**
   * Rejects with the own errors `error_passphrase_wrong`, `error_passphrase_short`, `error_area_full` and
   * `error_area_refused`.
   */
  turnOn: (name: string, passphrase: string) => Promise<unknown>
  /** Removes everything in the area and begins with a new passphrase; other devices have to type it. */
  startAnew: (name: string, passphrase: string) => Promise<unknown>
  rename: (name: string) => Promise<unknown>
  turnOff: () => Promise<unknown>
  /** Removes the items of a device that is gone. */
  remove: (id: string) => Promise<unknown>
  exchangeNow: () => Promise<unknown>
}

const QUIET_AFTER_MS = 30 * DAY_MS

/** Whether a device was not heard of for so long that it may be gone. */
export const isQuiet = (at: number, now: number): boolean => now - at >= QUIET_AFTER_MS

/** Whether only a passphrase that the person types helps. */
export const needsPassphrase = (trouble: DevicesStatus['trouble']): boolean =>
  trouble?.type === 'renewed' || trouble?.type === 'locked'
