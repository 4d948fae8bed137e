/** Ends what a run of the tests left: a worker that is killed cannot end the browsers and screens that it keeps. */
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'

const GONE = new Set(['ENOENT', 'ESRCH', 'EACCES'])

/** Ignores that a process ends meanwhile, or belongs to somebody else. */
function unlessGone<Result>(look: () => Result): Result | null {
  try {
    return look()
  } catch (error) {
    if (GONE.has((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

/** Kills all programs other than Node whose temporary directory is this one. Linux only, as are the tests in browsers. */
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
