import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { deriveKey, LONGEST_TEXT_BYTES, newSalt, sealItem, unsealItem } from '../../platform/sealing'

const PASSPHRASE = '7k3m-x0pd-4w9t-hq2r'
const SALT = Uint8Array.from({ length: 16 }, (_, index) => index)
const ITEM = 'd1a2b3c4.use'

/** Made with `node:crypto` from the passphrase and the salt above, a nonce of twelve 7, and the text “Grüße, 42”. */
const FIXED = 'BwcHBwcHBwcHBwcHdMD7yw0rcZrujTS+1Jj3NkkoOB2t6TtU0cSi9HPymiLP3aOfX1/gcX2+9nq0KOQ='

let key: CryptoKey
/** The same key, derived by another library. */
let rawKey: Buffer
beforeAll(async () => {
  key = await deriveKey(PASSPHRASE, SALT)
  rawKey = pbkdf2Sync(PASSPHRASE, SALT, 600_000, 32, 'sha256')
})
afterEach(() => vi.unstubAllGlobals())

/** Seals bytes without our own code. */
function sealedByHand(packed: Uint8Array, itemKey = ITEM, nonce = Buffer.alloc(12, 7)): string {
  const cipher = createCipheriv('aes-256-gcm', rawKey, nonce).setAAD(Buffer.from(itemKey))
  return Buffer.concat([nonce, cipher.update(packed), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

function unsealedByHand(sealed: string, itemKey = ITEM): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', rawKey, bytes.subarray(0, 12))
    .setAAD(Buffer.from(itemKey))
    .setAuthTag(bytes.subarray(-16))
  return gunzipSync(Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])).toString()
}

describe('the key', () => {
  test('cannot be taken out, and only encrypts and decrypts', async () => {
    expect(key.extractable).toBe(false)
    expect(key.algorithm).toEqual({ name: 'AES-GCM', length: 256 })
    expect(key.usages.toSorted()).toEqual(['decrypt', 'encrypt'])
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
  })

  test('is derived in 600,000 rounds of SHA-256', async () => {
    const derive = vi.spyOn(crypto.subtle, 'deriveKey')
    await deriveKey(PASSPHRASE, SALT)
    expect(derive.mock.lastCall?.[0]).toEqual({
      name: 'PBKDF2',
      hash: 'SHA-256',
      iterations: 600_000,
      salt: SALT,
    })
    derive.mockRestore()
  })

  test('is that of the passphrase as it is read, whatever its case and spaces', async () => {
    const typed = await deriveKey(' 7K3M XOPD 4w9thq2r ', SALT)
    expect(await unsealItem(typed, ITEM, await sealItem(key, ITEM, 'a'))).toBe('a')
  })

  test('is another one with another salt', async () => {
    const other = await deriveKey(PASSPHRASE, newSalt())
    await expect(unsealItem(other, ITEM, await sealItem(key, ITEM, 'a'))).rejects.toThrow()
  })
})

test('a new salt has 16 bytes, and no two are alike', () => {
  const salts = Array.from({ length: 100 }, () => newSalt())
  expect(salts.every(({ length }) => length === 16)).toBe(true)
  expect(new Set(salts.map(String)).size).toBe(100)
})

describe('a sealed text', () => {
  test('is read back, whatever it is', async () => {
    const units = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
      .map((codes) => String.fromCharCode(...codes))
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), units), async (text) => {
        expect(await unsealItem(key, ITEM, await sealItem(key, ITEM, text))).toBe(text)
      }),
    )
  })

  test.each([
    ['nothing', ''],
    ['8 kB', 'Grüße! '.repeat(1200)],
    ['8 kB that cannot be compressed', Array.from({ length: 8192 }, (_, at) => (at * 7919) % 97).join('')],
    ['half a character', '\ud800'],
    ['two halves in the wrong order', 'a\udc00\ud800b'],
    ['a byte order mark at its beginning', '\ufeffa'],
    ['half a character among half a million', `${'a'.repeat(500_000)}\ud800`],
    ['quotes and backslashes with half a character', '"\\\ud800"'],
    ['as much as it may', 'a'.repeat(LONGEST_TEXT_BYTES)],
  ])('of %s is read back', async (_what, text) => {
    expect(await unsealItem(key, ITEM, await sealItem(key, ITEM, text))).toBe(text)
  })

  test('differs each time', async () => {
    const sealed = await Promise.all(Array.from({ length: 50 }, () => sealItem(key, ITEM, 'a')))
    expect(new Set(sealed).size).toBe(50)
    expect(new Set(sealed.map((one) => one.slice(0, 16))).size).toBe(50)
  })

  test('is base64 of nonce, AES-GCM and gzip, as another library reads and writes it', async () => {
    expect(unsealedByHand(await sealItem(key, ITEM, 'Grüße, 42'))).toBe('Grüße, 42')
    expect(await unsealItem(key, ITEM, sealedByHand(gzipSync('Grüße, 42')))).toBe('Grüße, 42')
  })

  test('of a kept item stays readable', async () => {
    expect(await unsealItem(key, ITEM, FIXED)).toBe('Grüße, 42')
  })

  test('of more than it may is not made', async () => {
    const tooLong = 'a'.repeat(LONGEST_TEXT_BYTES + 1)
    await expect(sealItem(key, ITEM, tooLong)).rejects.toThrow(RangeError)
  })
})

describe('unsealing is refused', () => {
  test('of an item with any bit flipped', async () => {
    const bytes = Buffer.from(await sealItem(key, ITEM, 'some text'), 'base64')
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      await expect(unsealItem(key, ITEM, flipped.toString('base64')), `bit ${bit}`).rejects.toThrow()
    }
  })

  test('of an item cut short anywhere', async () => {
    const bytes = Buffer.from(await sealItem(key, ITEM, 'some text'), 'base64')
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = bytes.subarray(0, length).toString('base64')
      await expect(unsealItem(key, ITEM, cut), `${length} bytes`).rejects.toThrow()
    }
  })

  test('of an item under the key of another', async () => {
    await expect(unsealItem(key, 'd1a2b3c4.days', await sealItem(key, ITEM, 'a'))).rejects.toThrow()
  })

  test('with another passphrase', async () => {
    const other = await deriveKey('7k3m-x0pd-4w9t-hq2s', SALT)
    await expect(unsealItem(other, ITEM, await sealItem(key, ITEM, 'a'))).rejects.toThrow()
  })

  test.each(['not base64!', 'äöü', 'a', ''])('of %j, which is no item', async (text) => {
    await expect(unsealItem(key, ITEM, text)).rejects.toThrow()
  })

  test('of an item that is sealed, but not compressed', async () => {
    await expect(unsealItem(key, ITEM, sealedByHand(Buffer.from('plain')))).rejects.toThrow()
  })

  test('of an item that holds no text', async () => {
    const noText = sealedByHand(gzipSync(Buffer.from([0xc3, 0x28])))
    await expect(unsealItem(key, ITEM, noText)).rejects.toThrow()
  })

  test('of a small item that would fill the memory, before it is inflated whole', async () => {
    let inflated = 0
    class Counting extends DecompressionStream {
      override get readable() {
        const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
          transform(chunk, controller) {
            inflated += chunk.length
            controller.enqueue(chunk)
          },
        })
        return super.readable.pipeThrough(count)
      }
    }
    vi.stubGlobal('DecompressionStream', Counting)
    const bomb = sealedByHand(gzipSync(Buffer.alloc(64 * 1024 * 1024)))
    expect(bomb.length).toBeLessThan(100_000)
    await expect(unsealItem(key, ITEM, bomb)).rejects.toThrow(RangeError)
    expect(inflated).toBeGreaterThan(LONGEST_TEXT_BYTES)
    expect(inflated).toBeLessThan(2 * LONGEST_TEXT_BYTES)
  })
})
