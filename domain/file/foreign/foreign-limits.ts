/** What the limits of another tool say, before our own rules for sites are applied. */
import { DAY_MINUTES } from '../../time/local-time'
import type { ClockRange } from '../../time/interval'
import { type Bound, EVERY_DAY, type Strictness, type Week } from '../../firewall/rule'
import { MOST_RANGES } from '../most'

/** Why something of a limit is left out. */
export const LIMIT_LEFT = [
  'regexp',
  'keyword',
  'referrer',
  'list',
  'address',
  'noSite',
  'excluded',
  'tooMany',
  'period',
  'together',
  'visit',
  'rollover',
  'dayStart',
  'weekdays',
  'filter',
  'longPause',
  'noDay',
  'empty',
  'noTarget',
] as const
export type LimitLeftReason = (typeof LIMIT_LEFT)[number]

/** Why a limit has no bound here although it had one. */
const BOUNDS_LEFT: ReadonlySet<LimitLeftReason> = new Set(['period', 'together', 'visit', 'noDay'])

/** Something of a limit that is left out, or is otherwise here; `names` as they stand in the file. */
export interface LimitLeft {
  why: LimitLeftReason
  names: string[]
}

/** One limit of a tool. It has a bound for each rule that it becomes. */
export interface ForeignLimit {
  name: string
  /** Addresses as they stand in the file, with or without scheme, maybe with `*`; `*` alone is everything. */
  targets: readonly string[]
  except: readonly string[]
  bounds: readonly Bound[]
  strictness: Strictness
  /** How long a pause lasts, if it is one. */
  pauseSeconds?: number
  carriesOver: boolean
  left: readonly LimitLeft[]
}

/** A category of a tool, and the hosts that are in it. */
export interface ForeignCategory {
  name: string
  hosts: readonly string[]
}

/** Names that are shown of what is left out of a limit, and how long each may be. */
const MOST_NAMES = 20
const MOST_NAME = 60

/** Collects what is left out of a limit, by reason. */
export function collectLimitLeft() {
  const left = new Map<LimitLeftReason, string[]>()
  return {
    add(why: LimitLeftReason, ...names: readonly string[]): void {
      const before = left.get(why) ?? []
      left.set(why, [...before, ...names.map((name) => name.slice(0, MOST_NAME))].slice(0, MOST_NAMES))
    },
    done: (): LimitLeft[] =>
      LIMIT_LEFT.flatMap((why) => {
        const names = left.get(why)
        return names ? [{ why, names }] : []
      }),
  }
}

/** Says of a limit without any bound that it limits nothing, unless what is left out says it. */
export function addIfEmpty(bounds: readonly Bound[], left: LimitLeftCollector): void {
  const isSaid = left.done().some(({ why }) => BOUNDS_LEFT.has(why))
  if (bounds.length === 0 && !isSaid) left.add('empty')
}

export type LimitLeftCollector = ReturnType<typeof collectLimitLeft>

/** A name as it is shown: on one line, and short. */
export const limitName = (name: unknown): string =>
  typeof name === 'string' ? name.replaceAll(/\s+/g, ' ').trim().slice(0, MOST_NAME) : ''

/** The same value on some days of the week, Monday first. */
export const onDays = <Value>(days: readonly boolean[], value: Value): Week<Value> =>
  days.map((isOn) => (isOn ? value : null))

/** Whole minutes, at least one: a limit is never wider here than it was. */
export const limitMinutes = (seconds: number): number => Math.max(1, Math.floor(seconds / 60))

const isNight = (from: ClockRange | undefined, to: ClockRange | undefined): boolean =>
  from?.from === 0 && to?.to === DAY_MINUTES && from.to < to.from

/** Ranges in order, joined where they touch. None of them goes across midnight. */
function joined(ranges: readonly ClockRange[]): ClockRange[] {
  const result: ClockRange[] = []
  for (const { from, to } of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else result.push({ from, to })
  }
  return result
}

/**
 * The bound for hours that are closed on some days; null for none. A night is a cutoff: one range across midnight, or on
 * every day one range up to midnight and one from it.
 */
export function closedHours(ranges: readonly ClockRange[], days: readonly boolean[]): Bound | null {
  const across = ranges.filter(({ from, to }) => to <= from)
  const [night] = across
  if (night && ranges.length === 1)
    return { type: 'cutoff', evenings: onDays(days, night.from), morning: night.to % DAY_MINUTES }
  const within = joined(ranges.filter(({ from, to }) => to > from))
  const [first, last] = [within[0], within.at(-1)]
  if (across.length === 0 && within.length === 2 && days.every(Boolean) && isNight(first, last))
    return { type: 'cutoff', evenings: EVERY_DAY(last?.from ?? 0), morning: first?.to ?? 0 }
  const all = [...within, ...across].slice(0, MOST_RANGES)
  return all.length === 0 ? null : { type: 'hours', are: 'blocked', ranges: onDays(days, all) }
}
