import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { installPackages, lacksLanguage } from '../../scripts/setup/apt.mjs'
import { installPrograms } from '../../scripts/setup/programs.mjs'

let said: string[]

beforeEach(() => {
  said = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

test.each(['darwin', 'win32'])('on %s set-up refuses the browser tests with a clear message', (platform) => {
  vi.spyOn(process, 'platform', 'get').mockReturnValue(platform as NodeJS.Platform)
  expect(installPrograms('test')).toBe(1)
  expect(said).toEqual(['set-up: the browser tests need Linux with Xvfb; `npm run check` runs all others.'])
  expect(installPrograms('check')).toBe(0)
})

describe.skipIf(process.platform !== 'linux')('apt-get', () => {
  let folder: string
  const program = (name: string, ...lines: string[]) => {
    writeFileSync(join(folder, name), ['#!/bin/sh', ...lines].join('\n'))
    chmodSync(join(folder, name), 0o755)
  }
  const installed = () => {
    const log = join(folder, 'log')
    return existsSync(log) ? readFileSync(log, 'utf8').trim() : ''
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zeitwert-apt-'))
    vi.stubEnv('PATH', [folder, process.env['PATH']].join(delimiter))
    program('sudo', 'shift; exec "$@"')
    program('apt-cache', 'echo "  Candidate: 1.0"')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('installs even if a package source does not answer', () => {
    program(
      'apt-get',
      'for last; do :; done',
      '[ "$last" = update ] && exit 100',
      `echo "$last" >> ${join(folder, 'log')}`,
    )
    expect(installPackages(['xvfb'])).toBe(0)
    expect(installed()).toBe('xvfb')
    expect(said).toContain('set-up: trying with the package lists that are there …')
  })

  test('passes its exit code on if it cannot install', () => {
    program('apt-get', 'for last; do :; done', '[ "$last" = update ] || exit 100')
    expect(installPackages(['xvfb'])).toBe(100)
    expect(installed()).toBe('')
  })

  test('is not asked to install packages that this release does not have', () => {
    program('apt-cache', 'echo "  Candidate: (none)"')
    program('apt-get', `echo "$@" >> ${join(folder, 'log')}`)
    expect(installPackages(['firefox-esr'])).toBe(0)
    expect(installed()).not.toContain('install')
    expect(said).toContain('set-up: apt has no firefox-esr.')
  })

  test.each([
    ['a browser from elsewhere needs no language pack', [], false],
    ['a packaged browser without its language pack lacks its language', ['chromium'], true],
    ['a packaged browser with its language pack is complete', ['chromium', 'chromium-l10n'], false],
  ])('%s', (_title, packages, lacks) => {
    const answers = packages.map((name) => `[ "$last" = ${name} ] && printf installed`)
    program('dpkg-query', 'for last; do :; done', ...answers, 'exit 0')
    expect(lacksLanguage('chromium', 'chromium-l10n')).toBe(lacks)
  })
})
