/** Turns the bytes of a file into text, whichever program wrote it. */

/** What a file is that holds no text. */
export type Binary = 'sheet' | 'database' | 'packed'

const BINARY: readonly [kind: Binary, start: readonly number[]][] = [
  ['sheet', [0xd0, 0xcf, 0x11, 0xe0]], // the older format of spreadsheets
  ['packed', [0x50, 0x4b, 3, 4]], // ZIP, also the newer format of spreadsheets
  ['packed', [0x1f, 0x8b]],
  ['database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20]], // SQLite
]

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

/** How many bytes show whether every second one is zero, as in UTF-16 of western languages. */
const PROBED = 400

/** The encoding: by its mark, or by zeros where UTF-16 has them. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (beginsWith(bytes, [0xff, 0xfe])) return 'utf-16le'
  if (beginsWith(bytes, [0xfe, 0xff])) return 'utf-16be'
  const some = bytes.subarray(0, PROBED)
  const zeros = [0, 1].map(
    (odd) => some.filter((byte, index) => index % 2 === odd && byte === 0).length / (some.length / 2),
  )
  const [even = 0, odd = 0] = zeros
  if (odd > 0.7 && even < 0.1) return 'utf-16le'
  return even > 0.7 && odd < 0.1 ? 'utf-16be' : 'utf-8'
}

/** The text of a file without its byte order mark, or what it is instead of text. */
export function textIn(bytes: Uint8Array): { text: string } | { binary: Binary } {
  const binary = BINARY.find(([, start]) => bytes.length >= start.length && beginsWith(bytes, start))
  if (binary) return { binary: binary[0] }
  const encoding = encodingOf(bytes)
  try {
    return { text: new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes) }
  } catch {
    // As older spreadsheets in western Europe and America save tables.
    return { text: new TextDecoder('windows-1252').decode(bytes) }
  }
}
