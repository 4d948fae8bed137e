import { readFile, writeFile } from 'node:fs/promises'
import { format, type FormatConfig } from 'oxfmt'

const CONFIG = new URL('../../../.oxfmtrc.json', import.meta.url)

/** Writes a file in the format of the repository. */
export async function writeFormatted(path: string, text: string): Promise<void> {
  const config = JSON.parse(await readFile(CONFIG, 'utf8')) as FormatConfig
  const { code, errors } = await format(path, text, config)
  if (errors.length > 0) throw new Error(`${path} cannot be formatted: ${JSON.stringify(errors)}`)
  await writeFile(path, code)
}
