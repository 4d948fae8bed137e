import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const OUTPUT = fileURLToPath(new URL('../../../.output', import.meta.url))

/** The directory of the latest build. */
export function builtExtension(target: 'chrome-mv3' | 'firefox-mv3'): string {
  const directory = join(OUTPUT, target)
  if (existsSync(join(directory, 'manifest.json'))) return directory
  throw new Error(`Nothing is built in ${directory}: run \`npm run build\` and \`npm run build:firefox\`.`)
}
