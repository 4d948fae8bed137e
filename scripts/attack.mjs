/**
 * Attacks the product with random worlds, each round with a fresh seed: `npm run attack -- --minutes=10`.
 * `--seed=S` repeats one round. A failure prints its world as a story and its seed; the end is a summary.
 */
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, tool } from './tools.mjs'

/** How many times as many worlds as `npm test` a round tries. */
const TIMES = '4'

const option = (name) => {
  const found = process.argv.find((word) => word.startsWith(`--${name}=`))
  return found === undefined ? null : Number(found.slice(name.length + 3))
}

const minutes = option('minutes') ?? 5
const asked = option('seed')
if (![minutes, asked ?? 0].every((number) => Number.isFinite(number) && number >= 0)) {
  console.error('Usage: npm run attack -- [--minutes=N] [--seed=S]')
  process.exit(2)
}

const setUp = spawnSync(process.execPath, ['scripts/setup.mjs', '--for=check'], {
  cwd: ROOT,
  stdio: 'inherit',
})
if (setUp.status !== 0) process.exit(1)

const folder = mkdtempSync(join(tmpdir(), 'zeitwert-attack-'))
process.on('exit', () => rmSync(folder, { recursive: true }))

/** Runs one round. Returns the titles of the tests that passed and failed. */
function round(seed) {
  const report = join(folder, `${seed}.json`)
  const [program, script] = tool('vitest')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const env = { ...process.env, ATTACK_SEED: String(seed), ATTACK_TIMES: TIMES }
  const { status } = spawnSync(program, [script, 'run', '--project', 'attack', ...reporters], {
    cwd: ROOT,
    stdio: 'inherit',
    env,
  })
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const failed = tests.filter((test) => test.status === 'failed').map(({ fullName }) => fullName)
  return { seed, tests: tests.length, failed, ok: status === 0 }
}

const began = Date.now()
const rounds = []
for (const end = asked === null ? began + minutes * 60_000 : 0; rounds.length === 0 || Date.now() < end;)
  rounds.push(round(asked ?? randomInt(2 ** 31)))

const failures = rounds.filter(({ ok }) => !ok)
const count = rounds.reduce((sum, { tests }) => sum + tests, 0)
console.log(
  `\n${rounds.length} rounds of ${TIMES} times the worlds of a test run in ${Math.round((Date.now() - began) / 60_000)} min: ` +
    `${count} attacks, ${failures.length} rounds with a fault`,
)
for (const { seed, failed } of failures) {
  console.log(`\nnpm run attack -- --seed=${seed}`)
  for (const title of failed) console.log(`  ✗ ${title}`)
}
process.exit(failures.length === 0 ? 0 : 1)
