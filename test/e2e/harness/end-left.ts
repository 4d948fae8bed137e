/** Ends what a run of the tests left: a worker that is killed cannot end the browsers and screens that it keeps. */
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'

const GONE = new Set(['ENOENT', 'ESRCH', 'EACCES'])

/** Ignores that a process has ended meanwhile, or belongs to somebody else. */
function unlessGone(act: () => void): void {
  try {
    act()
  } catch (error) {
    if (!GONE.has((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

/**
 * Kills all programs whose temporary directory is this one, except Node: Vitest ends its own workers. Linux only, as are
 * the tests in browsers.
 */
export function endLeft(directory: string): void {
  if (!existsSync('/proc/self/environ')) return
  const variable = `TMPDIR=${directory}`
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    unlessGone(() => {
      const variables = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
      const isOurs = variables.includes(variable) && readlinkSync(`/proc/${pid}/exe`) !== process.execPath
      if (isOurs) process.kill(Number(pid), 'SIGKILL')
    })
}
