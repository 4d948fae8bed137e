/**
 * The passphrase that a person types once on each device. One that we make has 16 symbols of an alphabet of 32: 80 bits,
 * so that even whoever holds the sealed items cannot find it by trying.
 */

/** Digits and small letters without i, l, o and u, which look or are heard like 1, 0 and v. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const SYMBOLS = 16
const IN_A_GROUP = 4

/** How many random bytes `passphraseFrom` needs: one for each symbol. */
export const PASSPHRASE_BYTES = SYMBOLS

/** Of passphrases that people think up themselves. */
export const LEAST_CHARACTERS = 12

const grouped = (symbols: string): string => symbols.match(RegExp(`.{${IN_A_GROUP}}`, 'g'))?.join('-') ?? ''

/** `7k3m-x0pd-4w9t-hq2r` from `PASSPHRASE_BYTES` random bytes. Throws if there are fewer. */
export function passphraseFrom(random: Uint8Array): string {
  if (random.length < SYMBOLS) throw new RangeError('too few random bytes')
  // 32 divides 256, so every symbol is as likely as any other.
  const symbols = Array.from(random.subarray(0, SYMBOLS), (byte) => ALPHABET[byte % ALPHABET.length])
  return grouped(symbols.join(''))
}

/** What people read and type in place of symbols of the alphabet. */
const MEANT: Readonly<Record<string, string>> = { i: '1', l: '1', o: '0', u: 'v' }

const SEPARATORS = /[\s\p{Pd}\u00ad\u200b-\u200d_]/gu
const MADE = RegExp(`^[${ALPHABET}]{${SYMBOLS}}$`)

/**
 * What was meant by a typed passphrase; reading it again changes nothing. Of one that we made, case, spaces and hyphens
 * do not matter; one of the person's own that happens to have 16 letters and digits is read alike, on every device. In
 * any other, only white space at its ends and doubled, and the form of its characters (NFKC).
 */
export function readPassphrase(typed: string): string {
  const text = typed.normalize('NFKC')
  const symbols = text
    .toLowerCase()
    .replaceAll(SEPARATORS, '')
    .replaceAll(/[ilou]/g, (letter) => MEANT[letter] ?? letter)
  return MADE.test(symbols) ? grouped(symbols) : text.trim().replaceAll(/\s+/g, ' ')
}

/** Whether a typed passphrase is long enough to seal with. */
export const isPassphraseLong = (typed: string): boolean =>
  Array.from(readPassphrase(typed)).length >= LEAST_CHARACTERS
