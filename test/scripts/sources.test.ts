import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { NODE, ROOT, SOURCES } from '../../scripts/tools.mjs'

test('Node loads the modules of the demo without a bundler', () => {
  const modules = readdirSync(`${ROOT}/scripts/demo`).filter((name) => !['open.ts', 'show.ts'].includes(name))
  const loading = modules.map((name) => `await import('./scripts/demo/${name}')`).join(';')
  const { status, stderr } = spawnSync(NODE, [...SOURCES, '--input-type=module', '--eval', loading], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
})
