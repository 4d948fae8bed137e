/** SHA-256 (FIPS 180-4) at once: the browser's own only answers later, and readers do not wait. */

const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32)

const isPrime = (number: number): boolean => {
  for (let factor = 2; factor * factor <= number; factor += 1) if (number % factor === 0) return false
  return true
}

/** The first primes; their roots are the constants of the standard. */
const PRIMES = Array.from({ length: 312 }, (_, number) => number)
  .filter((number) => number > 1 && isPrime(number))
  .slice(0, 64)
const ROUNDS = Uint32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)))
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The bytes with the mark of their end and their length, in blocks of 64. */
function padded(bytes: Uint8Array): DataView {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  const view = new DataView(whole.buffer)
  view.setUint32(whole.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(whole.length - 4, (bytes.length * 8) >>> 0)
  return view
}

/** The words of a block, spread to one for each round. */
function wordsOf(view: DataView, at: number, words: Uint32Array): void {
  for (let i = 0; i < 64; i += 1) {
    if (i < 16) {
      words[i] = view.getUint32(at + i * 4)
      continue
    }
    const [a, b] = [words[i - 15] as number, words[i - 2] as number]
    const low = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3)
    const high = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10)
    words[i] = (words[i - 16] as number) + low + (words[i - 7] as number) + high
  }
}

function mixed(state: Uint32Array, words: Uint32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i += 1) {
    const sum = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)
    const one = (h + sum + ((e & f) ^ (~e & g)) + (ROUNDS[i] as number) + (words[i] as number)) >>> 0
    const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) >>> 0, c, b, a, (one + two) >>> 0]
  }
  for (const [index, value] of [a, b, c, d, e, f, g, h].entries())
    state[index] = (state[index] as number) + value
}

/** The digest of a text in UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  const view = padded(new TextEncoder().encode(text))
  const state = Uint32Array.from(START)
  const words = new Uint32Array(64)
  for (let at = 0; at < view.byteLength; at += 64) {
    wordsOf(view, at, words)
    mixed(state, words)
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('')
}
