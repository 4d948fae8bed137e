/** Processor time of a browser's processes, as Linux counts it. */
import { groupOf, isExtensionProcess, statOf } from './processes.ts'

/** Linux counts in hundredths of a second (USER_HZ) on every machine it runs on today. */
const TICK_MS = 10

/** Fields of `statOf`. */
const TIMES = { user: 11, system: 12, childrenUser: 13, childrenSystem: 14 }

export interface ProcessorTime {
  /** All processes, those that have ended included. */
  browser: number
  /** The processes in which the extension's worker and pages run, as far as they live. */
  extension: number
}

/** Milliseconds spent so far by the group of processes that `leader` leads; those of ended children count. */
export function processorTime(leader: number): ProcessorTime {
  const time = { browser: 0, extension: 0 }
  for (const pid of groupOf(leader)) {
    const stat = statOf(pid)
    if (!stat) continue
    const ms = Object.values(TIMES).reduce((sum, field) => sum + Number(stat[field]) * TICK_MS, 0)
    time.browser += ms
    if (isExtensionProcess(pid)) time.extension += ms
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
