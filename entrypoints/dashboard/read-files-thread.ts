/** The thread that reads files for the page (see read-files.ts). A rejection inside a thread does not reach the page by itself. */
import { type AnyReading, type ReadingFor, readingFiles } from '../../domain/file/read-any'
import { type ReadingPart, readingParts } from '../../domain/file/reading-parts'
import { localOffset } from '../../platform/local-offset'

/** The files come first; then the page asks for each next part, so that it answers in between. */
export type ReadAsk = (Omit<ReadingFor, 'offsetAt'> & { files: readonly File[] }) | 'next'

export type ReadAnswer = ReadingPart | { failed: string } | { done: number }

const PIECE_BYTES = 4_000_000

/** Fetching the bytes is so much of the work; the rest cannot be told in parts. */
const FETCHED = 0.5

let parts: Iterator<ReadingPart>

/** The bytes of a file; `tell` is called with how many of them have come. */
async function bytesOf(file: File, tell: (bytes: number) => void): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size)
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    bytes.set(new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer()), at)
    tell(Math.min(at + PIECE_BYTES, file.size))
  }
  return bytes
}

/** Reads one file after the other. */
async function readAll({ files, ...by }: Exclude<ReadAsk, 'next'>): Promise<AnyReading> {
  const reading = readingFiles({ ...by, offsetAt: localOffset })
  const whole = files.reduce((sum, { size }) => sum + size, 0)
  let before = 0
  for (const file of files) {
    const tell = (bytes: number) =>
      postMessage({ done: (FETCHED * (before + bytes)) / whole } satisfies ReadAnswer)
    reading.add(await bytesOf(file, tell))
    before += file.size
  }
  return reading.done()
}

async function answer(ask: ReadAsk): Promise<ReadAnswer> {
  if (ask !== 'next') parts = readingParts(await readAll(ask))
  return parts.next().value as ReadingPart
}

addEventListener('message', ({ data }: MessageEvent<ReadAsk>) => {
  answer(data)
    .then((part) => postMessage(part))
    .catch((error: unknown) => postMessage({ failed: String(error) } satisfies ReadAnswer))
})
