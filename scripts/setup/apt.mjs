/** Installs Debian or Ubuntu packages without asking, as root or through sudo without a password. */
import { spawnSync } from 'node:child_process'
import { findCommand } from '../find-browser.mjs'
import { say } from './say.mjs'

const isRoot = () => process.getuid() === 0
const hasSudo = () => findCommand('sudo') !== null && spawnSync('sudo', ['-n', 'true']).status === 0

export const canUseApt = () =>
  process.platform === 'linux' && findCommand('apt-get') !== null && (isRoot() || hasSudo())

function isPackageInstalled(name) {
  const query = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' })
  return query.stdout === 'installed'
}

/** Whether a browser is installed as a package but its language pack is not. */
export const lacksLanguage = (browserPackage, languagePack) =>
  isPackageInstalled(browserPackage) && !isPackageInstalled(languagePack)

/**
 * Returns an exit code. Goes on if `update` fails, because a single unreachable third-party source is enough for
 * that. Skips packages that this release does not have (Ubuntu's browsers are snaps).
 */
export function installPackages(packages) {
  say('apt-get update …')
  if (aptGet('update') !== 0) say('trying with the package lists that are there …')

  const known = packages.filter(isInRelease)
  const unknown = packages.filter((name) => !known.includes(name))
  if (unknown.length > 0) say(`apt has no ${unknown.join(', ')}.`)
  if (known.length === 0) return 0

  say(`apt-get install ${known.join(' ')} …`)
  return aptGet('install', '-y', '--no-install-recommends', ...known)
}

function isInRelease(name) {
  const policy = spawnSync('apt-cache', ['policy', name], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  return /Candidate: (?!\(none\))/.test(policy.stdout)
}

/** Runs apt-get. Prints its output only if it fails. */
function aptGet(...command) {
  const words = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=300']
  if (!isRoot()) words.unshift('sudo', '-n')
  const [program, ...arguments_] = [...words, ...command]
  const result = spawnSync(program, arguments_, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (result.status === 0) return 0
  console.error(result.error?.message ?? result.stdout + result.stderr)
  say(`apt-get ${command[0]} failed (${result.status ?? result.signal}): see its message above.`)
  return result.status ?? 1
}
