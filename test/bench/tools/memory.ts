/** Memory of the process in which an extension's worker and pages run, as Linux counts it. */
import { readFileSync } from 'node:fs'
import { groupOf, isExtensionProcess } from './processes.ts'

const MIB = 1024

/** MiB; pages that several processes share count in equal parts (proportional set size). */
export interface Memory {
  whole: number
  /** What only a process of its own holds: heaps and stacks. */
  anonymous: number
  /** Program text and data that is mapped from files. */
  fileBacked: number
}

const FIELDS = { whole: 'Pss', anonymous: 'Pss_Anon', fileBacked: 'Pss_File' } as const

function memoryOf(pid: string): Memory {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  const mib = (field: string): number => {
    const [, kib] = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(text) ?? []
    if (kib === undefined) throw new Error(`This system does not tell ${field} of a process.`)
    return Number(kib) / MIB
  }
  return { whole: mib(FIELDS.whole), anonymous: mib(FIELDS.anonymous), fileBacked: mib(FIELDS.fileBacked) }
}

/** Of the one extension process in the group of processes that `leader` leads. */
export function extensionMemory(leader: number): Memory {
  const own = groupOf(leader).filter(isExtensionProcess)
  if (own.length !== 1) throw new Error(`There are ${own.length} extension processes.`)
  return memoryOf(own[0] as string)
}
