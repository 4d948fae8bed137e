/** Installs node_modules from the lockfile, unless a stamp in node_modules shows that this was done already. */
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
    say(`npm ci failed (${code}): see its message above. It needs the network and an up-to-date lockfile.`)
    return result.status ?? 1
  }
  writeFileSync(STAMP, wanted)
  return 0
}

function npmCi() {
  const arguments_ = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const options = { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PATH: pathOutsideNodeModules() } }
  // Inside an npm script, use the same npm: on Windows, `npm` itself cannot be spawned.
  const { npm_execpath: npm, npm_node_execpath: node } = process.env
  return npm && node ? spawnSync(node, [npm, ...arguments_], options) : spawnSync('npm', arguments_, options)
}

/** PATH without node_modules, because npm ci deletes that folder and must not run programs from it. */
function pathOutsideNodeModules() {
  const inside = join('node_modules', '.bin')
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((directory) => !directory.endsWith(inside))
    .join(delimiter)
}
