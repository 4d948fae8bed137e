/**
 * Measures the budgets beside an empty extension and rewrites test/bench/RESULTS.md. `npm run bench -- popup`
 * measures that part alone and leaves the figures of the others as they are.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

function run(command, ...args) {
  const shell = process.platform === 'win32'
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', shell })
  if (status !== 0) process.exit(status ?? 1)
}

run(process.execPath, 'scripts/setup.mjs', '--for=test')
run('wxt', 'build')
run('wxt', 'build', '-b', 'firefox', '--mv3')
run('node', '--import', './test/bench/resolve.ts', 'test/bench/run.ts', ...process.argv.slice(2))
