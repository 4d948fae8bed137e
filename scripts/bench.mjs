/**
 * Measures the budgets against an empty extension and rewrites test/bench/RESULTS.md. `npm run bench -- popup`
 * measures only that part and keeps the other figures.
 */
import { spawnSync } from 'node:child_process'
import { NODE, ROOT, SOURCES, tool } from './tools.mjs'

function run(command, ...args) {
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

run(process.execPath, 'scripts/setup.mjs', '--for=test')
run(...tool('wxt'), 'build')
run(...tool('wxt'), 'build', '-b', 'firefox', '--mv3')
run(NODE, ...SOURCES, 'test/bench/run.ts', ...process.argv.slice(2))
