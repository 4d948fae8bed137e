import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { removeDirectory, temporaryDirectory } from '../e2e/harness/temporary-directory'

const harness = (file: string) => new URL(`../e2e/harness/${file}`, import.meta.url).href

const madeByProcess = (after: string): string => {
  const code = `
    import { actLast } from '${harness('at-end.ts')}'
    import { temporaryDirectory } from '${harness('temporary-directory.ts')}'
    console.log(await temporaryDirectory('test'))
    ${after}`
  return spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    encoding: 'utf8',
  }).stdout.trim()
}

/** Left out on Windows, which has no signals: a process ended there cannot clean up. */
const ENDED = 'actLast(); process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 60_000)'

test.each([
  '',
  'throw new Error("failed")',
  'process.exit(1)',
  ...(process.platform === 'win32' ? [] : [ENDED]),
])('a temporary directory is removed when its process ends with %j', (after) => {
  const path = madeByProcess(after)
  expect(path).toContain('zeitwert-test-')
  expect(existsSync(path)).toBe(false)
})

test('a temporary directory can be removed earlier', async () => {
  const path = await temporaryDirectory('test')
  expect(existsSync(path)).toBe(true)
  await removeDirectory(path)
  expect(existsSync(path)).toBe(false)
})
