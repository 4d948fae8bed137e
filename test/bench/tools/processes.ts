/** Processes of a browser in Linux's list of all processes. */
import { readdirSync, readFileSync } from 'node:fs'

/** Fields of /proc/<pid>/stat after the name of the program, counted from its end. */
const PROCESS_GROUP = 2

/** Fields of /proc/<pid>/stat from the one after the program's name on; null if the process has ended. */
export function statOf(pid: string): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

/** All processes of the group that `leader` leads. */
export const groupOf = (leader: number): string[] =>
  readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && Number(statOf(name)?.[PROCESS_GROUP]) === leader,
  )

/** Whether an extension's worker and pages run in it. */
export function isExtensionProcess(pid: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return command.includes('--extension-process') || /\0-?webextensions?\0/i.test(command)
  } catch {
    return false
  }
}
