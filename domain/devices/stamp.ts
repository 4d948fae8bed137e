/**
 * Stamps: a hybrid logical clock (Kulkarni et al. 2014) as texts that sort by time. A stamp is later than all that its
 * device had heard of, whatever the clocks show: a clock that is wrong by hours loses to the next word, not for ever.
 *
 *   epoch ms, 9 digits │ count within it, 3 │ device, 8 │ 1 if it follows from the word of that stamp, else 0
 */
import { isInstant } from '../file/row-fields'

/** A text of 21 characters. */
export type Stamp = string

const MS_DIGITS = 9
const COUNT_DIGITS = 3
const COUNTS = 36 ** COUNT_DIGITS

const digits = (value: number, length: number): string => value.toString(36).padStart(length, '0')

const stampText = (ms: number, count: number, device: string): Stamp =>
  `${digits(ms, MS_DIGITS)}${digits(count, COUNT_DIGITS)}${device}0`

/** Of what was said before the devices met, nobody knows when: every dated word is later. */
export const undated = (device: string): Stamp => stampText(0, 0, device)

export const isStamp = (value: unknown): value is Stamp =>
  typeof value === 'string' && /^[\da-z]{12}[\da-f]{8}[01]$/.test(value) && isInstant(msOfStamp(value))

/** When it was said by the clocks that its device had heard of, epoch ms; 0 if nobody knows. */
export const msOfStamp = (stamp: Stamp): number => Number.parseInt(stamp.slice(0, MS_DIGITS), 36)

/** The id of the device that said it. */
export const deviceOfStamp = (stamp: Stamp): string => stamp.slice(-9, -1)

/**
 * The stamp of a word said now; `latest` is the latest that this device has heard of, or an empty text. A clock that shows
 * no year of ours is not believed: nothing could be said after it.
 */
export function nextStamp(latest: Stamp, now: number, device: string): Stamp {
  const heardMs = latest === '' ? 0 : msOfStamp(latest)
  if (isInstant(now) && now > heardMs) return stampText(now, 0, device)
  const counted = latest === '' ? 0 : Number.parseInt(latest.slice(MS_DIGITS, MS_DIGITS + COUNT_DIGITS), 36)
  const count = counted + 1
  return count < COUNTS ? stampText(heardMs, count, device) : stampText(heardMs + 1, 0, device)
}

/** Whether it is the stamp of something that followed from a word by itself. */
export const isFollowing = (stamp: Stamp): boolean => stamp.endsWith('1')

/** The stamp of what follows from a word by itself, the same on every device: later than it, earlier than all later words. */
export const followingStamp = (stamp: Stamp): Stamp => `${stamp.slice(0, -1)}1`
