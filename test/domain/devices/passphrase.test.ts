import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isPassphraseLong,
  LEAST_CHARACTERS,
  PASSPHRASE_BYTES,
  passphraseFrom,
  readPassphrase,
} from '../../../domain/devices/passphrase'

const randomBytes = fc.uint8Array({ minLength: PASSPHRASE_BYTES, maxLength: PASSPHRASE_BYTES })

/** How people may type a passphrase: case, what they put between the symbols, and what they take for them. */
const typedAs = (passphrase: string) =>
  fc
    .array(
      fc.record({
        isUpper: fc.boolean(),
        before: fc.constantFrom('', '', ' ', '-', '\u2013', '\u00a0', ' - ', '\n', '\u00ad'),
        isMistaken: fc.boolean(),
        which: fc.nat(),
      }),
      { minLength: passphrase.length, maxLength: passphrase.length },
    )
    .map((ways) =>
      Array.from(passphrase, (symbol, index) => {
        const way = ways[index]
        const looks = { 0: 'o', 1: 'il', v: 'u' }[symbol]
        const typed = way?.isMistaken && looks ? (looks[way.which % looks.length] ?? symbol) : symbol
        return `${way?.before}${way?.isUpper ? typed.toUpperCase() : typed}`
      }).join(''),
    )

describe('a passphrase that we make', () => {
  test('is written in four groups of four', () => {
    const bytes = Uint8Array.from({ length: PASSPHRASE_BYTES }, (_, index) => index * 2)
    expect(passphraseFrom(bytes)).toBe('0246-8ace-gjmp-rtwy')
  })

  test('has at least 60 bits: each of its symbols is one of 32, and each is its own byte', () => {
    const symbols = new Set(
      Array.from({ length: 256 }, (_, byte) =>
        passphraseFrom(new Uint8Array(PASSPHRASE_BYTES).fill(byte)).replaceAll('-', ''),
      ),
    )
    expect([...symbols].every((one) => /^(.)\1{15}$/.test(one))).toBe(true)
    expect(16 * Math.log2(symbols.size)).toBe(80)
    for (let place = 0; place < PASSPHRASE_BYTES; place += 1) {
      const bytes = new Uint8Array(PASSPHRASE_BYTES)
      bytes[place] = 31
      expect(passphraseFrom(bytes).replaceAll('-', '').indexOf('z')).toBe(place)
    }
  })

  test('has none of the letters that look like another symbol', () => {
    const all = Array.from({ length: 256 }, (_, byte) =>
      passphraseFrom(new Uint8Array(PASSPHRASE_BYTES).fill(byte)),
    ).join('')
    expect(all).toMatch(/^[0-9a-z-]+$/)
    expect(all).not.toMatch(/[ilou]/)
  })

  test('has each symbol equally often over all bytes', () => {
    const times = new Map<string, number>()
    for (let byte = 0; byte < 256; byte += 1) {
      const symbol = passphraseFrom(new Uint8Array(PASSPHRASE_BYTES).fill(byte)).charAt(0)
      times.set(symbol, (times.get(symbol) ?? 0) + 1)
    }
    expect([...times.values()]).toEqual(Array.from({ length: 32 }, () => 8))
  })

  test('is refused of too few random bytes', () => {
    expect(() => passphraseFrom(new Uint8Array(PASSPHRASE_BYTES - 1))).toThrow(RangeError)
  })

  test('takes no more bytes than it needs', () => {
    const more = new Uint8Array(PASSPHRASE_BYTES + 4).fill(255, PASSPHRASE_BYTES)
    expect(passphraseFrom(more)).toBe('0000-0000-0000-0000')
  })

  test('is read back however it is spaced, in any case, with what looks alike', () => {
    fc.assert(
      fc.property(
        randomBytes.map(passphraseFrom).chain((made) => fc.tuple(fc.constant(made), typedAs(made))),
        ([made, typed]) => {
          expect(readPassphrase(typed)).toBe(made)
          expect(isPassphraseLong(typed)).toBe(true)
        },
      ),
    )
  })
})

describe('reading a passphrase', () => {
  test.each([
    ['a space at an end is left out', ' correct horse battery ', 'correct horse battery'],
    ['white space counts as one space', 'correct \t horse\u00a0battery', 'correct horse battery'],
    ['case matters in one that we did not make', 'Correct Horse Battery', 'Correct Horse Battery'],
    ['hyphens matter in one that we did not make', 'correct-horse-battery', 'correct-horse-battery'],
    ['letters with accents have one form', 'gru\u0308ne A\u0308pfel essen', 'gr\u00fcne \u00c4pfel essen'],
    ['wide letters are plain ones', '\uff33onnenblume im Juni', 'Sonnenblume im Juni'],
    ['a symbol too few makes it another one', '7k3m-x0pd-4w9t-hq2', '7k3m-x0pd-4w9t-hq2'],
    ['a symbol too many makes it another one', '7k3m-x0pd-4w9t-hq2r9', '7k3m-x0pd-4w9t-hq2r9'],
    ['wide digits are read too', '\uff17K3M x\uff10pd 4w9t hq2r', '7k3m-x0pd-4w9t-hq2r'],
    ['o, i, l and u are taken for what they look like', 'oOiI lLuU 0000 0000', '0011-11vv-0000-0000'],
    ['an own one of sixteen letters is read like one of ours', 'Sonnenblume im Mai', 's0nn-enb1-vme1-mma1'],
    ['nothing stays nothing', '  ', ''],
  ])('%s', (_what, typed, read) => {
    expect(readPassphrase(typed)).toBe(read)
  })

  test('again changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (typed) => {
        const read = readPassphrase(typed)
        expect(readPassphrase(read)).toBe(read)
      }),
    )
  })
})

test.each([
  ['eleven characters', 'a'.repeat(11), false],
  ['twelve characters', 'a'.repeat(12), true],
  ['twelve characters of which one is a space at the end', `${'a'.repeat(11)} `, false],
  ['six characters outside the basic plane, which are twelve code units', '🦉'.repeat(6), false],
  ['twelve of them', '🦉'.repeat(12), true],
  ['nothing', '', false],
])('a passphrase of %s is long enough: %#', (_what, typed, isLong) => {
  expect(LEAST_CHARACTERS).toBe(12)
  expect(isPassphraseLong(typed)).toBe(isLong)
})
