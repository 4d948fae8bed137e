/**
 * Makes this machine ready: `node scripts/setup.mjs --for=start|test|check`.
 * Runs before `npm ci` on whatever Node the machine has (20 or newer), hence built-ins only.
 */
import { installNodeModules } from './setup/node-modules.mjs'
import { problemWithNode } from './setup/node-version.mjs'
import { installPrograms } from './setup/programs.mjs'

const PURPOSES = ['start', 'test', 'check']

const purpose = PURPOSES.find((name) => process.argv.includes(`--for=${name}`))
const problem = problemWithNode(process.versions.node)

if (problem) {
  console.error(problem)
  process.exitCode = 1
} else if (purpose) {
  try {
    process.exitCode = installNodeModules() || installPrograms(purpose)
  } catch (error) {
    console.error(`Set-up stopped: ${error.message}`)
    process.exitCode = 1
  }
} else {
  console.error(`Usage: node scripts/setup.mjs --for=${PURPOSES.join('|')}`)
  process.exitCode = 2
}
