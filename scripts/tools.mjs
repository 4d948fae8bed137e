/**
 * The tools in node_modules, started by their own JavaScript with the Node that set-up installs: no shell, which
 * would stumble over a space in a path, and nothing that depends on PATH. Built-ins only.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MODULES = join(ROOT, 'node_modules')

/** It runs TypeScript as it stands. */
export const NODE = join(MODULES, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** What comes before a script that imports the sources, which name no file ending. */
export const SOURCES = ['--import', new URL('resolve.ts', import.meta.url).href]

/** The words of a command that starts what a package brings: `[program, script]`. */
export function tool(command, packageName = command) {
  const { bin } = JSON.parse(readFileSync(join(MODULES, packageName, 'package.json'), 'utf8'))
  return [NODE, join(MODULES, packageName, typeof bin === 'string' ? bin : bin[command])]
}
