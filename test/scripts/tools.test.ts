import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { tool } from '../../scripts/tools.mjs'

test.each([
  ['wxt', 'wxt'],
  ['tsc', 'typescript'],
  ['oxlint', 'oxlint'],
  ['oxfmt', 'oxfmt'],
  ['knip', 'knip'],
  ['vitest', 'vitest'],
])('%s starts without a shell and without a PATH', (command, packageName) => {
  const [program, script] = tool(command, packageName)
  const { status, stdout } = spawnSync(program, [script, '--version'], { env: {}, encoding: 'utf8' })
  expect(status).toBe(0)
  expect(stdout).toMatch(/\d+\.\d+\.\d+/)
})
