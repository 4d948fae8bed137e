/** The one thing that a page says first, chosen from the figures as shown. */
import type { Kind } from '../surface/kind'
import { MINUTE_MS } from '../time/local-time'
import { wholeMinutes } from '../value/whole-minutes'
import type { Opening } from './period-statement'
import type { Assumed, KindLine, Statement } from './statement'

/** Total and kinds of a period; times in ms, amounts in minor units. */
export type Summed = Pick<Statement, 'total' | 'kinds'>

interface KindChange {
  kind: Kind
  byMs: number
}

export type PageFinding =
  /** Too little time to say more than how much it is. */
  | { type: 'little'; timeMs: number }
  /** What the time returned against its cost, and the kind with the largest part in it; null if no kind has one. */
  | { type: 'net'; netMinor: number; assumed: Assumed; main: { kind: Kind; netMinor: number } | null }
  /** The kind with the most time. */
  | { type: 'most'; timeMs: number; kind: Kind; kindMs: number }
  /** About as much time as before, and the kind that changed most all the same. */
  | { type: 'same'; timeMs: number; main: KindChange | null }
  /** More or less time than before, and the kind that changed most in the same direction. */
  | { type: 'change'; timeMs: number; byMs: number; main: KindChange | null }
  /** What an hour returned, at which price if there was only one, and how much more than usual if that is known. */
  | {
      type: 'yield'
      yieldMinor: number
      hourMinor: number | null
      moreMinor: number | null
      assumed: Assumed
    }

/** With less time than this, nothing but the time is said. */
const LEAST_MS = 10 * MINUTE_MS

/** Smaller changes are called about the same. Figures beside the sentence name every minute, so it is no part of the whole. */
const LEAST_CHANGE_MS = 5 * MINUTE_MS

/** With the same time in all, a kind is named only if it changed by this part of it. */
const LEAST_PART = 0.05

/** The difference of two times as shown, in ms of whole minutes; 0 if they are about the same. */
export function changeOfTime(timeMs: number, beforeMs: number): number {
  const byMs = wholeMinutes(timeMs) - wholeMinutes(beforeMs)
  return Math.abs(byMs) < LEAST_CHANGE_MS ? 0 : byMs
}

const little = ({ total: { timeMs } }: Summed): PageFinding | null =>
  timeMs < LEAST_MS ? { type: 'little', timeMs } : null

function mostTime({ total: { timeMs }, kinds }: Summed): PageFinding | null {
  const most = kinds.toSorted((a, b) => b.timeMs - a.timeMs)[0]
  return most ? { type: 'most', timeMs, kind: most.kind, kindMs: most.timeMs } : null
}

/** The kind whose figure is the largest in the direction of the whole; null if none goes there. */
function mainOf<Line>(lines: readonly Line[], valueOf: (line: Line) => number, whole: number): Line | null {
  const [main] = lines.toSorted((a, b) => Math.sign(whole) * (valueOf(b) - valueOf(a)))
  return main && valueOf(main) * whole > 0 ? main : null
}

const netOf = ({ money }: Pick<KindLine, 'money'>): number => money?.netMinor ?? 0

/** What a day says; null without time. */
export function dayFinding(day: Summed, hasMoney: boolean): PageFinding | null {
  const { total, kinds } = day
  if (total.timeMs === 0) return null
  if (!hasMoney || !total.money) return little(day) ?? mostTime(day)
  const { netMinor } = total.money
  const main = mainOf(kinds, netOf, netMinor)
  const found = main && { kind: main.kind, netMinor: netOf(main) }
  return little(day) ?? { type: 'net', netMinor, assumed: total.assumed, main: found }
}

/** How the time of a period changed against the one before; null without time. */
export function changeFinding(now: Summed, before: Summed): PageFinding | null {
  const timeMs = now.total.timeMs
  if (timeMs === 0) return null
  if (timeMs < LEAST_MS && before.total.timeMs < LEAST_MS) return { type: 'little', timeMs }
  if (before.total.timeMs === 0) return mostTime(now)
  const byMs = changeOfTime(timeMs, before.total.timeMs)
  const timeOf = ({ kinds }: Summed, kind: Kind) =>
    wholeMinutes(kinds.find((line) => line.kind === kind)?.timeMs ?? 0)
  const names = [...new Set([...now.kinds, ...before.kinds].map(({ kind }) => kind))]
  const changes = names.map((kind) => ({ kind, byMs: timeOf(now, kind) - timeOf(before, kind) }))
  if (byMs !== 0)
    return { type: 'change', timeMs, byMs, main: mainOf(changes, (change) => change.byMs, byMs) }
  const most = mainOf(changes, (change) => Math.abs(change.byMs), 1)
  const isLarge =
    most !== null && Math.abs(most.byMs) >= Math.max(LEAST_CHANGE_MS, LEAST_PART * before.total.timeMs)
  return { type: 'same', timeMs, main: isLarge ? most : null }
}

/**
 * What a statement says; null without time. `hourMinor` is the only price of an hour, `usual` the medians of earlier
 * periods; null where there is none.
 */
export function statementFinding(
  now: Summed,
  before: Summed,
  yieldMinor: number | null,
  hourMinor: number | null,
  usual: Opening | null,
): PageFinding | null {
  if (yieldMinor === null || now.total.timeMs < LEAST_MS) return changeFinding(now, before)
  const usualMinor = usual?.yieldMinor ?? null
  const moreMinor = usualMinor === null ? null : yieldMinor - usualMinor
  return { type: 'yield', yieldMinor, hourMinor, moreMinor, assumed: now.total.assumed }
}
