/** A build of the extension in a language that is longer than any real one. */
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { builtExtension } from './harness/built-extension.ts'
import { temporaryDirectory } from './harness/temporary-directory.ts'

type Messages = Record<string, { message: string }>

/** English with every vowel doubled, a third longer: German is a sixth longer on average. */
const lengthened = (message: string): string => message.replaceAll(/[aeiou]/gi, (vowel) => vowel + vowel)

/** Returns the directory of the build. The language and what the store limits in length keep their words. */
export async function inLongestLanguage(target: 'chrome-mv3' | 'firefox-mv3'): Promise<string> {
  const directory = await temporaryDirectory('longest-language')
  await cp(builtExtension(target), directory, { recursive: true })
  const path = join(directory, '_locales/en/messages.json')
  const messages = JSON.parse(await readFile(path, 'utf8')) as Messages
  for (const [key, own] of Object.entries(messages))
    if (key !== 'locale' && !key.startsWith('extension_')) own.message = lengthened(own.message)
  await writeFile(path, JSON.stringify(messages))
  return directory
}
