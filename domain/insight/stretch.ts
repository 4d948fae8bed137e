/** Recorded attention as a list of stretches of local time, for questions about when in a day it lay. */
import { eachStretch } from '../record/history'
import type { LocalInterval } from '../time/interval'
import { DAY_MS } from '../time/local-time'
import type { Scope } from './finding'

/** Attention on one surface, by the clock at which it was recorded. */
export interface Stretch extends LocalInterval {
  surface: string
  /** The person's day, counted since 1970-01-01. */
  day: number
}

/** All stretches inside an extent, in order of their beginning. None reaches over the start of a person's day. */
export function stretchesOf({ history, valuing }: Scope, extent: LocalInterval): Stretch[] {
  const found: Stretch[] = []
  eachStretch(history, extent, valuing.dayStartHour, (surface, day, from, until) => {
    found.push({ surface, day, from, until })
  })
  return found.sort((a, b) => a.from - b.from || a.until - b.until)
}

/** The index of the first stretch that begins at a local time or later. */
function firstFrom(stretches: readonly Stretch[], localMs: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.from ?? Infinity) < localMs) low = middle + 1
    else high = middle
  }
  return low
}

/** The parts of stretches, given in order, that lie inside an interval. */
export function within(stretches: readonly Stretch[], { from, until }: LocalInterval): Stretch[] {
  const parts: Stretch[] = []
  for (let at = firstFrom(stretches, from - DAY_MS); at < stretches.length; at += 1) {
    const stretch = stretches[at] as Stretch
    if (stretch.from >= until) break
    if (stretch.until <= from) continue
    parts.push({ ...stretch, from: Math.max(from, stretch.from), until: Math.min(until, stretch.until) })
  }
  return parts
}

export const attentionIn = (stretches: readonly LocalInterval[]): number =>
  stretches.reduce((sum, { from, until }) => sum + until - from, 0)

/** The first `ms` of attention in stretches given in order; all of it if there is less. */
export function firstMs(stretches: readonly Stretch[], ms: number): Stretch[] {
  let left = ms
  const parts: Stretch[] = []
  for (const stretch of stretches) {
    if (left === 0) break
    const part = { ...stretch, until: Math.min(stretch.until, stretch.from + left) }
    left -= part.until - part.from
    parts.push(part)
  }
  return parts
}

/** The last `ms` of attention in stretches given in order; all of it if there is less. */
export function lastMs(stretches: readonly Stretch[], ms: number): Stretch[] {
  let left = ms
  const parts: Stretch[] = []
  for (let at = stretches.length - 1; at >= 0 && left > 0; at -= 1) {
    const stretch = stretches[at] as Stretch
    const part = { ...stretch, from: Math.max(stretch.from, stretch.until - left) }
    left -= part.until - part.from
    parts.push(part)
  }
  return parts.toReversed()
}
