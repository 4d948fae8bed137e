/**
 * Encrypts items before they go through the browser's sync. A sealed item is base64 of 12 bytes of nonce and the
 * AES-GCM-256 of the compressed text. The item's key is authenticated with it, so that no item passes for another.
 */
import { readPassphrase } from '../domain/devices/passphrase'

/** OWASP, Password Storage Cheat Sheet, 2023: PBKDF2 with HMAC-SHA-256. */
const ROUNDS = 600_000
const SALT_BYTES = 16
const NONCE_BYTES = 12

/** Bytes of the longest text. A small item can be compressed from one that fills the memory. */
export const LONGEST_TEXT_BYTES = 1024 * 1024

/** Bytes that are turned into characters at once: functions take only so many arguments. */
const CHUNK_BYTES = 8192

/** A random salt for a new passphrase. */
export const newSalt = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(SALT_BYTES))

/** The key of a passphrase as it was typed; takes about a second. It can be stored, but not be read. */
export async function deriveKey(passphrase: string, salt: Uint8Array): Promise<CryptoKey> {
  const words = new TextEncoder().encode(readPassphrase(passphrase))
  const material = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations: ROUNDS },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

type Bytes = Uint8Array<ArrayBuffer>

const terms = (itemKey: string, iv: Bytes): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(itemKey),
})

/** Begins a text with half characters, which UTF-8 cannot write: it never has this byte. */
const ESCAPED = 0xff

/** The text as bytes that keep every code unit. */
function bytesOfText(text: string): Bytes {
  if (text.isWellFormed()) return new TextEncoder().encode(text)
  const quoted = new TextEncoder().encode(JSON.stringify(text))
  const bytes = new Uint8Array(1 + quoted.length)
  bytes[0] = ESCAPED
  bytes.set(quoted, 1)
  return bytes
}

function textOfBytes(bytes: Bytes): string {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return bytes[0] === ESCAPED ? (JSON.parse(utf8.decode(bytes.subarray(1))) as string) : utf8.decode(bytes)
}

/** What comes out of the stream. Rejects as soon as it is more than `most` bytes, and stops the stream. */
async function throughStream(
  bytes: Bytes,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Bytes> {
  const parts: Bytes[] = []
  let length = 0
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader()
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value)
    length += read.value.length
    if (length <= most) continue
    await reader.cancel()
    throw new RangeError('the text of an item is too long')
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

export function base64Of(bytes: Bytes): string {
  let binary = ''
  for (let from = 0; from < bytes.length; from += CHUNK_BYTES)
    binary += String.fromCharCode(...bytes.subarray(from, from + CHUNK_BYTES))
  return btoa(binary)
}

export const bytesOfBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (one) => one.charCodeAt(0))

/** Seals the text of an item. Rejects if it is longer than `LONGEST_TEXT_BYTES`. */
export async function sealItem(key: CryptoKey, itemKey: string, text: string): Promise<string> {
  const plain = bytesOfText(text)
  if (plain.length > LONGEST_TEXT_BYTES) throw new RangeError('the text of an item is too long')
  const packed = await throughStream(plain, new CompressionStream('gzip'), Infinity)
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const closed = new Uint8Array(await crypto.subtle.encrypt(terms(itemKey, nonce), key, packed))
  const sealed = new Uint8Array(NONCE_BYTES + closed.length)
  sealed.set(nonce)
  sealed.set(closed, NONCE_BYTES)
  return base64Of(sealed)
}

/**
 * The text of a sealed item. Rejects if the key is another one, if the item was changed or belongs to another key of
 * the area, and if its text is longer than `LONGEST_TEXT_BYTES`.
 */
export async function unsealItem(key: CryptoKey, itemKey: string, sealed: string): Promise<string> {
  const bytes = bytesOfBase64(sealed)
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const packed = await crypto.subtle.decrypt(terms(itemKey, nonce), key, bytes.subarray(NONCE_BYTES))
  const stream = new DecompressionStream('gzip')
  return textOfBytes(await throughStream(new Uint8Array(packed), stream, LONGEST_TEXT_BYTES))
}
