/**
 * Runs every check that a change must pass, fastest first. Continues after a failure, so that one run shows all
 * failures, and ends with the number of passed and failed checks.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { slowestOf, timesOf } from './slowest.mjs'
import { ROOT, tool } from './tools.mjs'

const withoutBrowsers = process.argv.includes('--without-browsers')
const pagesInBrowsers = process.argv.includes('--pages-in-browsers')
const reports = mkdtempSync(join(tmpdir(), 'zeitwert-test-'))
process.on('exit', () => rmSync(reports, { recursive: true }))

let passed = 0
let failed = 0
const failures = []
const times = []

const run = (command, ...args) => spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' }).status === 0

function count(name, ok) {
  if (ok) passed += 1
  else {
    failed += 1
    failures.push(name)
  }
  return ok
}

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1)

function step(name, command, ...args) {
  const began = Date.now()
  console.log(`\n── ${name}`)
  const ok = run(command, ...args)
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds(began)} s)`)
  return count(name, ok)
}

/** Runs steps beside each other, and prints what each said when it ends. */
const together = (steps) =>
  Promise.all(
    steps.map(
      ([name, program, ...words]) =>
        new Promise((resolve) => {
          const began = Date.now()
          const child = spawn(program, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
          let said = ''
          for (const stream of [child.stdout, child.stderr])
            stream.setEncoding('utf8').on('data', (text) => (said += text))
          child.on('error', (error) => (said += error.message))
          child.on('close', (code) => {
            console.log(`\n── ${name}\n${said}${code === 0 ? '✓' : '✗'} ${name} (${seconds(began)} s)`)
            resolve(count(name, code === 0))
          })
        }),
    ),
  )

/** File, title and first line of the message of each failed test. A file that did not load has no title. */
const failuresOf = ({ testResults }) =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const broken = assertionResults.filter((test) => test.status === 'failed')
    const whole =
      status === 'failed' && broken.length === 0 ? [{ fullName: '', failureMessages: [message] }] : []
    return [...broken, ...whole].map(({ fullName, failureMessages }) => {
      const [why = ''] = (failureMessages[0] ?? '').split('\n')
      return [relative(ROOT, name), fullName, why].filter(Boolean).join(' – ')
    })
  })

/** Runs projects of Vitest beside each other and counts their tests one by one. */
function tests(...projects) {
  const project = projects.join(', ')
  const report = join(reports, `${projects.join('-')}.json`)
  console.log(`\n── tests: ${project}`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const ok = run(...tool('vitest'), 'run', ...projects.flatMap((name) => ['--project', name]), ...reporters)
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'))
    passed += result.numPassedTests
    failed += result.numFailedTests
    failures.push(...failuresOf(result))
    times.push(...timesOf(result))
    if (!ok && result.numFailedTests === 0) count(`tests: ${project}`, false)
  } catch (error) {
    console.error(`The tests of ${project} left no report: ${error.message}`)
    count(`tests: ${project}`, false)
  }
}

if (!step('set-up', process.execPath, 'scripts/setup.mjs', `--for=${withoutBrowsers ? 'check' : 'test'}`)) {
  console.log(`\n${passed} passed, ${failed} failed`)
  process.exit(1)
}
step('types of the browsers’ API', ...tool('wxt'), 'prepare')
await together([
  ['types', ...tool('tsc', 'typescript'), '--noEmit'],
  ['lint', ...tool('oxlint')],
  ['format', ...tool('oxfmt'), '--check', '.'],
  ['unused code', ...tool('knip')],
])
tests('domain', 'unit', 'attack')
// In processes of their own, because a page takes over the globals of its process.
if (!withoutBrowsers) tests('pages')
const isBuilt = [
  step('build for Chromium', ...tool('wxt'), 'build'),
  step('build for Firefox', ...tool('wxt'), 'build', '-b', 'firefox', '--mv3'),
].every(Boolean)
if (isBuilt) {
  tests('build')
  // Set only now, because the tests above run the same files without a browser.
  if (pagesInBrowsers) process.env.PAGES_IN = 'browsers'
  if (!withoutBrowsers) tests('e2e')
}

if (times.length > 0) console.log(`\nThe ten slowest tests:\n${slowestOf(times, 10).join('\n')}`)
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `✗ ${name}`).join('\n')}`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
