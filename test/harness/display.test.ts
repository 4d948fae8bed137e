import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startDisplay } from '../e2e/harness/display'

describe.skipIf(process.platform !== 'linux')('starting a display', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zeitwert-display-'))
    vi.stubEnv('PATH', folder)
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  test('without Xvfb fails with a reason', async () => {
    await expect(startDisplay()).rejects.toThrow('spawn Xvfb ENOENT')
  })

  test('leaves no server running if the window manager does not start', async () => {
    const pid = join(folder, 'pid')
    const server = ['#!/bin/sh', `echo $$ > ${pid}`, 'echo 99 >&3', 'exec /bin/sleep 60'].join('\n')
    writeFileSync(join(folder, 'Xvfb'), server)
    chmodSync(join(folder, 'Xvfb'), 0o755)
    await expect(startDisplay()).rejects.toThrow('spawn openbox ENOENT')
    expect(() => process.kill(Number(readFileSync(pid, 'utf8')), 0)).toThrow('ESRCH')
  })
})
