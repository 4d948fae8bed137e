/**
 * Starts the tools in node_modules by their JavaScript files, with the Node that set-up installs. Works without a
 * shell, which would need quoting for paths with spaces, and without PATH. Uses only built-ins.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MODULES = join(ROOT, 'node_modules')

/** This Node version runs TypeScript directly. */
export const NODE = join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** Node options for a script that imports the sources, whose imports omit the file extension. */
export const SOURCES = ['--import', new URL('resolve.ts', import.meta.url).href]

/** How to start a package's command: `[program, script]`. */
export function tool(command, packageName = command) {
  const { bin } = JSON.parse(readFileSync(join(MODULES, packageName, 'package.json'), 'utf8'))
  return [NODE, join(MODULES, packageName, typeof bin === 'string' ? bin : bin[command])]
}
