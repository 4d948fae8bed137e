/** The thread that reads files for the page (see read-file.ts). A rejection inside a thread does not reach the page by itself. */
import { readExport } from '../../domain/file/export-read'
import { type ReadingPart, readingParts } from '../../domain/file/reading-parts'

/** The file comes first; then the page asks for each next part, so that it answers in between. */
export type ReadAsk = { file: File } | 'next'

export type ReadAnswer = ReadingPart | { failed: string }

let parts: Iterator<ReadingPart>

async function answer(ask: ReadAsk): Promise<ReadAnswer> {
  if (ask !== 'next') parts = readingParts(readExport(await ask.file.text()))
  return parts.next().value as ReadingPart
}

addEventListener('message', ({ data }: MessageEvent<ReadAsk>) => {
  answer(data)
    .then((part) => postMessage(part))
    .catch((error: unknown) => postMessage({ failed: String(error) } satisfies ReadAnswer))
})
