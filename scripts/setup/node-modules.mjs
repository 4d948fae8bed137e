/** Installs node_modules from the lockfile, unless a stamp in it says that this lockfile is installed. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { say } from './say.mjs'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const LOCKFILE = join(ROOT, 'package-lock.json')
const STAMP = join(ROOT, 'node_modules', '.zeitwert-lockfile')

/** Returns an exit code. */
export function installNodeModules() {
  const wanted = createHash('sha256').update(readFileSync(LOCKFILE)).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return 0

  say('node_modules do not match package-lock.json: running npm ci …')
  const result = npmCi()
  if (result.error) {
    say(`npm could not be started (${result.error.message}). Install Node.js with npm, then try again.`)
    return 1
  }
  if (result.status !== 0) {
    const code = result.status ?? result.signal
    say(`npm ci failed (${code}): see its message above. It needs the network and a lockfile in step.`)
    return result.status ?? 1
  }
  writeFileSync(STAMP, wanted)
  return 0
}

function npmCi() {
  const arguments_ = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const options = { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PATH: pathOutsideNodeModules() } }
  // Called by an npm script: take that same npm (on Windows `npm` itself is no program one can spawn).
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  return npm && node ? spawnSync(node, [npm, ...arguments_], options) : spawnSync('npm', arguments_, options)
}

/** npm ci removes node_modules, so nothing that it starts may be found in there. */
function pathOutsideNodeModules() {
  const inside = join('node_modules', '.bin')
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((directory) => !directory.endsWith(inside))
    .join(delimiter)
}
