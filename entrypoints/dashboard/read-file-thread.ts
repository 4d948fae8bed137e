/** The thread that reads files for the page (see read-file.ts). A rejection inside a thread does not reach the page by itself. */
import { readExport, type Reading } from '../../domain/file/export-read'

export type ReadAnswer = { reading: Reading } | { failed: string }

const read = async (file: File): Promise<ReadAnswer> => ({ reading: readExport(await file.text()) })

addEventListener('message', ({ data }: MessageEvent<File>) => {
  read(data)
    .then((answer) => postMessage(answer))
    .catch((error: unknown) => postMessage({ failed: String(error) } satisfies ReadAnswer))
})
