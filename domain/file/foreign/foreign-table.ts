/** What a file of another tool says, before our own rules for sites are applied. */
import type { DeviceSource, TotalSource } from '../../record/day-total'
import type { Day } from '../../time/local-time'
import type { AwBucket } from './activitywatch-events'
import type { ForeignApp } from './phone-apps'
import type { ForeignCategory, ForeignLimit } from './foreign-limits'

/** The tools whose files have day totals. */
export type ToolSource = Exclude<TotalSource, 'entered' | DeviceSource>

/** The tools whose files are read. */
export type Tool = ToolSource | 'leechblock' | 'activitywatch'

/** The time of a day on a host, as a tool counted it. */
export interface HostTime {
  day: Day
  /** In lower case, without port; `file:` for every local file. */
  host: string
  ms: number
  /** As the tool counts them; null if it counts none. */
  opens: number | null
}

/** Why rows are left out. `part` is counted in its host already. */
export const LEFT_OUT = [
  'part',
  'group',
  'browser',
  'private',
  'behind',
  'away',
  'program',
  'app',
  'excluded',
  'category',
  'noSite',
  'noTime',
  'unreadable',
] as const
export type LeftOutReason = (typeof LEFT_OUT)[number]

/** Rows that are left out for one reason, with the names that have the most time. */
export interface LeftOut {
  why: LeftOutReason
  rows: number
  ms: number
  names: string[]
}

export interface ForeignTable {
  source: Tool
  times: HostTime[]
  left: LeftOut[]
  limits?: ForeignLimit[]
  categories?: ForeignCategory[]
  /** Apps whose site is not known; they are in `left`, too. */
  apps?: ForeignApp[]
  /** Whether the file has another checksum than it says. */
  isChanged?: boolean
  /** Events that only together say what time was spent. */
  buckets?: AwBucket[]
}

/** Why a file is refused as a whole. */
export const FOREIGN_REFUSALS = [
  // What it seems to be.
  'ownTable',
  'several',
  'visits',
  'sheet',
  'database',
  'otherReport',
  'otherUnit',
  'unknown',
  // What is wrong with it.
  'cutOff',
  'unreadable',
  'nothing',
  'noLimits',
  'noPages',
  'noPresence',
  'tooEarly',
  'tooLate',
  'dayTooLong',
  'tooMany',
] as const
export type ForeignRefusal = (typeof FOREIGN_REFUSALS)[number]

/** A refused file, and of which tool it seems to be. `day` and `host` are where it is wrong. */
export interface ForeignRefused {
  refusal: ForeignRefusal
  tool: Tool | null
  day?: Day
  host?: string
}

/** What a reader makes of a text: a table, or two where its dates can be read in two ways. */
export type ToolAnswer = { tables: ForeignTable[] } | ForeignRefused

export const refusedAs = (
  refusal: ForeignRefusal,
  tool: Tool | null,
  place: Pick<ForeignRefused, 'day' | 'host'> = {},
): ForeignRefused => ({ refusal, tool, ...place })

/** Hosts and days beyond these are refused: ten years of two hundred hosts a day. */
const MOST_TIMES = 750_000

/** Thrown by a table that is fuller than any real one. */
export class TooManyTimes extends Error {}

/** Names that are shown of what is left out, and how long each may be. */
const MOST_NAMES = 5
const MOST_NAME = 60

/** How many names are told apart, so that a hostile file fills no memory with them. */
const MOST_TOLD_APART = 20_000

interface Left {
  rows: number
  ms: number
  names: Map<string, number>
}

const leftOf = (why: LeftOutReason, { rows, ms, names }: Left): LeftOut => ({
  why,
  rows,
  ms,
  names: [...names]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MOST_NAMES)
    .map(([name]) => name),
})

/** Collects what is left out, by reason. */
export function collectLeft() {
  const left = new Map<LeftOutReason, Left>()
  return {
    add(why: LeftOutReason, ms: number, name = '', rows = 1): void {
      const before = left.get(why) ?? { rows: 0, ms: 0, names: new Map<string, number>() }
      const short = name.slice(0, MOST_NAME)
      if (short !== '' && (before.names.size < MOST_TOLD_APART || before.names.has(short)))
        before.names.set(short, (before.names.get(short) ?? 0) + ms)
      left.set(why, { ...before, rows: before.rows + rows, ms: before.ms + ms })
    },
    done: (): LeftOut[] =>
      LEFT_OUT.flatMap((why) => {
        const some = left.get(why)
        return some ? [leftOf(why, some)] : []
      }),
  }
}

/** Collects the times of a file, the ones of the same day and host as one. */
export function collectTable(source: Tool) {
  const times = new Map<string, HostTime>()
  const left = collectLeft()
  return {
    leave: left.add,
    /** Throws `TooManyTimes`. */
    add({ day, host, ms, opens }: HostTime): void {
      const key = `${day} ${host}`
      const before = times.get(key)
      if (before) {
        before.ms += ms
        if (opens !== null) before.opens = (before.opens ?? 0) + opens
        return
      }
      if (times.size === MOST_TIMES) throw new TooManyTimes()
      times.set(key, { day, host, ms, opens })
    },
    done: (): ForeignTable => ({ source, times: [...times.values()], left: left.done() }),
  }
}

export type LeftCollector = ReturnType<typeof collectLeft>
export type TableCollector = ReturnType<typeof collectTable>
