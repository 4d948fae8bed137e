/** Processor time of a browser's processes, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second (USER_HZ) on every machine it runs on today. */
const TICK_MS = 10

/** Fields of /proc/<pid>/stat after the name of the program, counted from its end. */
const PROCESS_GROUP = 2
const TIMES = { user: 11, system: 12, childrenUser: 13, childrenSystem: 14 }

export interface ProcessorTime {
  /** All processes, those that have ended included. */
  browser: number
  /** The processes in which the extension's worker and pages run, as far as they live. */
  extension: number
}

const statOf = (pid: string): string[] | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null // it has ended since
  }
}

const isExtension = (pid: string): boolean => {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return command.includes('--extension-process') || /\0-?webextensions?\0/i.test(command)
  } catch {
    return false
  }
}

/** Milliseconds spent so far by the group of processes that `leader` leads; those of ended children count. */
export function processorTime(leader: number): ProcessorTime {
  const time = { browser: 0, extension: 0 }
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const stat = statOf(pid)
    if (!stat || Number(stat[PROCESS_GROUP]) !== leader) continue
    const ms = Object.values(TIMES).reduce((sum, field) => sum + Number(stat[field]) * TICK_MS, 0)
    time.browser += ms
    if (isExtension(pid)) time.extension += ms
  }
  return time
}

/** What was spent while something happened. */
export async function spentDuring(leader: number, happening: () => Promise<void>): Promise<ProcessorTime> {
  const before = processorTime(leader)
  await happening()
  const after = processorTime(leader)
  return { browser: after.browser - before.browser, extension: after.extension - before.extension }
}
