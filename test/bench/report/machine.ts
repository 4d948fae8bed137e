import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cpus, totalmem, type } from 'node:os'
import { findChromium, findFirefox } from '../../../scripts/find-browser.mjs'

/** The machine on which it was measured. */
export interface Machine {
  processor: string
  cores: number
  memoryGb: number
  system: string
  node: string
  browsers: string[]
}

const OS_RELEASE = '/etc/os-release'

function system(): string {
  if (!existsSync(OS_RELEASE)) return type()
  return /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync(OS_RELEASE, 'utf8'))?.[1] ?? type()
}

const version = (program: string | null): string[] =>
  program === null
    ? []
    : [execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()]

export const machine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 1024 ** 3),
  system: system(),
  node: process.versions.node,
  browsers: [...version(findChromium()), ...version(findFirefox())],
})
