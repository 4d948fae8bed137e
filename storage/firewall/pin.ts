/** The PIN that protects changes to rules: a salted slow hash, stored apart from the settings, never exported. */
import { browser } from 'wxt/browser'
import { afterWrong, NO_TRIES, type PinTries, triesAt } from '../../domain/firewall/pin-tries'
import { exclusivelyOutsideDatabase } from '../base/lock'

interface StoredPin {
  salt: string
  hash: string
  iterations: number
  /** When the PIN expires because the person reported it forgotten, epoch ms; null otherwise. */
  removedAt: number | null
  /** Absent after a right PIN. */
  tries?: PinTries
}

const KEY = 'pin'
/** OWASP, Password Storage Cheat Sheet, 2023: PBKDF2 with HMAC-SHA-256. */
const ITERATIONS = 600_000
export const FORGOTTEN_WAIT_MS = 24 * 3_600_000

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

async function hashOf(pin: string, salt: string, iterations: number): Promise<string> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
    'deriveBits',
  ])
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(salt), iterations },
    key,
    256,
  )
  return hex(new Uint8Array(bits))
}

async function storedPin(at: number): Promise<StoredPin | null> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  const pin = (stored as StoredPin | undefined) ?? null
  if (pin === null || pin.removedAt === null || at < pin.removedAt) return pin
  await browser.storage.local.remove(KEY)
  return null
}

/** Whether a PIN is set, and when it expires if it was reported forgotten. */
export async function pinStatus(at: number): Promise<{ isSet: boolean; removedAt: number | null }> {
  const pin = await storedPin(at)
  return { isSet: pin !== null, removedAt: pin?.removedAt ?? null }
}

const write = (pin: StoredPin): Promise<void> => browser.storage.local.set({ [KEY]: pin })

export interface TriedPin {
  answer: 'right' | 'wrong' | 'wait'
  /** When the next one may be tried, epoch ms; the instant of this one or earlier if at once. */
  nextAt: number
}

/**
 * Tries a typed PIN: `right` if it is the PIN or none is set, `wait` if too many were wrong and the next may not be
 * tried yet. A try is written before the answer is known, and one goes after the other, so that neither a restart nor
 * many at once give more.
 */
export const tryPin = (typed: string | null, at: number): Promise<TriedPin> =>
  exclusivelyOutsideDatabase(async () => {
    const pin = await storedPin(at)
    if (pin === null) return { answer: 'right', nextAt: at }
    if (typed === null) return { answer: 'wrong', nextAt: at }
    const { tries: known = NO_TRIES, ...rest } = pin
    const tries = triesAt(known, at)
    if (at < tries.nextAt) {
      await write({ ...rest, tries })
      return { answer: 'wait', nextAt: tries.nextAt }
    }
    const wrong = afterWrong(tries, at)
    await write({ ...rest, tries: wrong })
    const isRight = (await hashOf(typed, pin.salt, pin.iterations)) === pin.hash
    if (!isRight) return { answer: 'wrong', nextAt: wrong.nextAt }
    await write(rest)
    return { answer: 'right', nextAt: at }
  })

/** Sets the PIN; null removes it. */
export const putPin = (typed: string | null): Promise<void> =>
  exclusivelyOutsideDatabase(async () => {
    if (typed === null) return browser.storage.local.remove(KEY)
    const salt = hex(crypto.getRandomValues(new Uint8Array(16)))
    const hash = await hashOf(typed, salt, ITERATIONS)
    const pin: StoredPin = { salt, hash, iterations: ITERATIONS, removedAt: null }
    return browser.storage.local.set({ [KEY]: pin })
  })

/** Lets the PIN expire at an instant, or cancels that with null. Returns when it expires. */
export const setPinRemoval = (removedAt: number | null): Promise<number | null> =>
  exclusivelyOutsideDatabase(async () => {
    const { [KEY]: stored } = await browser.storage.local.get(KEY)
    if (stored === undefined) return null
    // An earlier request keeps its time.
    const before = (stored as StoredPin).removedAt
    const when = removedAt === null ? null : (before ?? removedAt)
    await browser.storage.local.set({ [KEY]: { ...(stored as StoredPin), removedAt: when } })
    return when
  })
