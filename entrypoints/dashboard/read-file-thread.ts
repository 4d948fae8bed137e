/** The thread that reads files for the page (see read-file.ts). A rejection inside a thread does not reach the page by itself. */
import { readAny, type ReadingFor } from '../../domain/file/read-any'
import { type ReadingPart, readingParts } from '../../domain/file/reading-parts'

/** The file comes first; then the page asks for each next part, so that it answers in between. */
export type ReadAsk = (ReadingFor & { file: File }) | 'next'

export type ReadAnswer = ReadingPart | { failed: string } | { done: number }

const PIECE_BYTES = 4_000_000

/** Fetching the bytes is so much of the work; the rest cannot be told in parts. */
const FETCHED = 0.5

let parts: Iterator<ReadingPart>

async function bytesOf(file: File): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size)
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    bytes.set(new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer()), at)
    postMessage({ done: (FETCHED * Math.min(at + PIECE_BYTES, file.size)) / file.size } satisfies ReadAnswer)
  }
  return bytes
}

async function answer(ask: ReadAsk): Promise<ReadAnswer> {
  if (ask !== 'next') parts = readingParts(readAny(await bytesOf(ask.file), ask))
  return parts.next().value as ReadingPart
}

addEventListener('message', ({ data }: MessageEvent<ReadAsk>) => {
  answer(data)
    .then((part) => postMessage(part))
    .catch((error: unknown) => postMessage({ failed: String(error) } satisfies ReadAnswer))
})
