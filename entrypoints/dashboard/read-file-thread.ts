/** The thread that reads files for the page (see read-file.ts). */
import { readExport } from '../../domain/file/export-read'

addEventListener('message', ({ data }: MessageEvent<File>) => {
  void data.text().then((text) => postMessage(readExport(text)))
})
