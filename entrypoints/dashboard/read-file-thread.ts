/** The thread that reads files for the page (see read-file.ts). A rejection inside a thread does not reach the page by itself. */
import { readExport } from '../../domain/file/export-read'
import { type ReadingPart, readingParts } from '../../domain/file/reading-parts'

export type ReadAnswer = ReadingPart | { failed: string }

const answer = (part: ReadAnswer): void => postMessage(part)

async function read(file: File): Promise<void> {
  for (const part of readingParts(readExport(await file.text()))) answer(part)
}

addEventListener('message', ({ data }: MessageEvent<File>) => {
  read(data).catch((error: unknown) => answer({ failed: String(error) }))
})
