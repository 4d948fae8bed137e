/**
 * Installs what a purpose needs: `node scripts/setup.mjs --for=start|test|check`.
 * Uses only built-ins, because it runs before `npm ci` on any Node from version 20.
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
