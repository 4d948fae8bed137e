/** How much of focus hours was spent on what was named: derived from spans, so that slept and idle time never counts. */
import type { Coverage, RuleScope } from './coverage'
import { workOf } from './focus'
import { boundOfRow, type FocusRow } from './focus-row'
import { clip, type Interval } from '../time/interval'
import { DAY_MS } from '../time/local-time'

/** What came of a focus hour. Times in ms. */
export interface FocusDone {
  /** All work, without the breaks. */
  plannedMs: number
  /** Attention to what was named during work. */
  focusedMs: number
  turnedAway: number
}

/** What was named: everything that stayed open. */
const namedOf = ({ named }: FocusRow): RuleScope => ({ targets: named, except: [] })

const msIn = (work: readonly Interval[], stretch: Interval): number =>
  work.reduce((sum, part) => {
    const both = clip(part, stretch)
    return both ? sum + both.until - both.from : sum
  }, 0)

interface Counted {
  row: FocusRow
  named: RuleScope
  work: readonly Interval[]
  focusedMs: number
}

const dayAt = (at: number): number => Math.floor(at / DAY_MS)

/** Sums up focus hours while stretches of attention come in any order. Times are epoch ms. */
export class FocusCount {
  readonly #all: readonly Counted[]
  /** By the days since 1970-01-01, UTC: a year has many stretches and many focus hours. */
  readonly #ofDay = new Map<number, Counted[]>()
  readonly #covers: Coverage['covers']

  constructor(rows: readonly FocusRow[], covers: Coverage['covers']) {
    this.#covers = covers
    this.#all = rows.map((row) => ({
      row,
      named: namedOf(row),
      work: workOf(boundOfRow(row)),
      focusedMs: 0,
    }))
    for (const one of this.#all)
      for (let day = dayAt(one.row.at); day <= dayAt(one.row.until); day += 1)
        this.#ofDay.set(day, [...(this.#ofDay.get(day) ?? []), one])
  }

  add(surface: string, from: number, until: number): void {
    for (let at = from; at < until; at = (dayAt(at) + 1) * DAY_MS) {
      const stretch = { from: at, until: Math.min(until, (dayAt(at) + 1) * DAY_MS) }
      for (const one of this.#ofDay.get(dayAt(at)) ?? []) {
        if (stretch.until <= one.row.at || stretch.from >= one.row.until) continue
        if (this.#covers(one.named, surface)) one.focusedMs += msIn(one.work, stretch)
      }
    }
  }

  /** In the order of the rows. Two devices at once count no more than the work. */
  get done(): FocusDone[] {
    return this.#all.map(({ row, work, focusedMs }) => {
      const plannedMs = work.reduce((sum, { from, until }) => sum + until - from, 0)
      return { plannedMs, focusedMs: Math.min(plannedMs, focusedMs), turnedAway: row.turnedAway }
    })
  }
}
