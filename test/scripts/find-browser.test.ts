import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { findChromium, findFirefox } from '../../scripts/find-browser.mjs'

const UBUNTU_SCRIPT = `#!/bin/sh
if ! [ -x /snap/bin/firefox ]; then
  exit 1
fi
exec /snap/bin/firefox "$@"
`

describe.skipIf(process.platform !== 'linux')('a browser on PATH', () => {
  let root: string
  const at = (path: string) => join(root, path)
  const program = (path: string, text = '#!/bin/sh\nexec /usr/lib/browser/browser "$@"\n') => {
    mkdirSync(dirname(at(path)), { recursive: true })
    writeFileSync(at(path), text)
    chmodSync(at(path), 0o755)
  }
  const link = (from: string, to: string) => {
    mkdirSync(dirname(at(from)), { recursive: true })
    symlinkSync(at(to), at(from))
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'zeitwert-find-'))
    vi.stubEnv('ZEITWERT_CHROMIUM', '')
    vi.stubEnv('ZEITWERT_FIREFOX', '')
    vi.stubEnv('PATH', [at('bin'), at('snap/bin'), at('other')].join(delimiter))
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(root, { recursive: true })
  })

  test('is found', () => {
    program('bin/chromium')
    program('other/firefox')
    expect(findChromium()).toBe(at('bin/chromium'))
    expect(findFirefox()).toBe(at('other/firefox'))
  })

  test('is not found if no program has its name', () => {
    program('bin/browser')
    expect(findChromium()).toBeNull()
    expect(findFirefox()).toBeNull()
  })

  test('is skipped if it is a snap', () => {
    program('usr/bin/snap')
    link('snap/bin/chromium', 'usr/bin/snap')
    link('bin/chromium-browser', 'usr/bin/snap')
    program('snap/firefox/current/firefox')
    link('bin/firefox', 'snap/firefox/current/firefox')
    expect(findChromium()).toBeNull()
    expect(findFirefox()).toBeNull()
  })

  test('is skipped if it is a script that only starts a snap', () => {
    program('bin/firefox', UBUNTU_SCRIPT)
    program('bin/chromium-browser', UBUNTU_SCRIPT.replaceAll('firefox', 'chromium'))
    expect(findChromium()).toBeNull()
    expect(findFirefox()).toBeNull()
  })

  test('is found behind a snap of the same name', () => {
    program('bin/firefox', UBUNTU_SCRIPT)
    program('other/firefox')
    expect(findFirefox()).toBe(at('other/firefox'))
  })

  test('named in the environment but missing throws a clear message', () => {
    vi.stubEnv('ZEITWERT_FIREFOX', at('nowhere'))
    expect(findFirefox).toThrow(`ZEITWERT_FIREFOX is set to ${at('nowhere')}, and there is no such file.`)
  })
})
