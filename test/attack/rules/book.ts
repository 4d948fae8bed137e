/**
 * How much a rule should let through, counted in stretches in which nothing changes. Written from
 * docs/architecture.md alone: shares nothing with the code that limits.
 */
import type { RuleWorld } from './rule-world'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** The person's day starts at 4:00 UTC. */
const START = 4 * HOUR

const dayOf = (at: number): number => Math.floor((at - START) / DAY)
const startOf = (day: number): number => day * DAY + START

/** The first day start at least 12 hours away. */
export const loosensAt = (at: number): number => startOf(dayOf(at + 12 * HOUR - 1) + 1)

/** A value that was asked for, and from when it may hold. */
interface Wish {
  minutes: number
  /** Minutes of learning that have to come first. */
  first: number
  isGone: boolean
  /** Whether the rule is deleted then, which no clock set back undoes. */
  isDeletion: boolean
  from: number
}

type Wanted = Pick<Wish, 'minutes' | 'first'> & Partial<Pick<Wish, 'isGone' | 'isDeletion'>>

const STAYS = { isGone: false, isDeletion: false } as const

/** Wants a rule that allows anything. */
export const GONE: Wanted = { minutes: 0, first: 0, isGone: true }

export class Book {
  /** Attention to the feed beyond what the rule allowed then, ms. */
  excess = 0
  /** Attention to the feed without a pass, in this ration. */
  #attended = 0
  /** Attention to what has to come first, in this ration. */
  #learnt = 0
  /** What was left of the last ration, ms. */
  #carried = 0
  #day: number
  #week: number
  #since: number
  #passUntil = 0
  #passDay: number | null = null
  #wishes: Wish[]
  #isDeleted = false
  readonly #world: RuleWorld

  constructor(world: RuleWorld, at: number) {
    this.#world = world
    this.#day = dayOf(at)
    this.#week = Math.floor((this.#day + 3) / 7)
    this.#since = startOf(this.#day)
    this.#wishes = [{ minutes: world.minutes, first: world.first, ...STAYS, from: -Infinity }]
  }

  /** Begins the next ration if it is time: on a later day, and 16 hours after the last at the earliest. */
  #turn(at: number): void {
    this.#isDeleted ||= this.#wishes.some(({ isDeletion, from }) => isDeletion && from <= at)
    const day = dayOf(at)
    if (day <= this.#day || at - this.#since < 16 * HOUR) return
    this.#since = Math.max(startOf(day), this.#since + 16 * HOUR)
    this.#carried = this.#leftFor(day)
    this.#learnt = 0
    this.#day = day
    const week = Math.floor((day + 3) / 7)
    if (this.#world.type !== 'week' || week > this.#week) this.#attended = 0
    this.#week = week
  }

  /** What the ration that ends leaves for the next one, at most as much as that allows itself, ms. */
  #leftFor(day: number): number {
    if (!this.#world.carriesOver || this.#world.type === 'week' || this.#world.type === 'hours') return 0
    const own = this.#most(this.#since) * MINUTE
    const before = this.#most(this.#since - 1) * MINUTE
    // Days without a look leave all of their own.
    const left = day > this.#day + 1 ? before : before + this.#carried - this.#attended
    return own === Infinity ? 0 : Math.min(own, Math.max(0, left))
  }

  /** Somebody wants the rule to allow so much after so much learning, or anything. */
  want({ isGone = false, isDeletion = false, ...wish }: Wanted, at: number): void {
    const isLooser = isGone || wish.minutes > this.#most(at) || wish.first < this.#leastFirst(at)
    if (!isLooser) this.#wishes = [{ ...wish, ...STAYS, from: -Infinity }]
    else
      this.#wishes = [
        ...this.#wishes.filter(({ from }) => from <= at),
        { ...wish, isGone, isDeletion, from: loosensAt(at) },
      ]
  }

  /** The least learning that the rule may want at an instant, minutes. */
  #leastFirst(at: number): number {
    if (this.#isDeleted) return 0
    return Math.min(
      ...this.#wishes.filter(({ from }) => from <= at).map(({ first, isGone }) => (isGone ? 0 : first)),
    )
  }

  /** The most minutes that the rule may allow at an instant; Infinity if it may be gone. */
  #most(at: number): number {
    if (this.#isDeleted) return Infinity
    return Math.max(
      ...this.#wishes
        .filter(({ from }) => from <= at)
        .map(({ minutes, isGone }) => (isGone ? Infinity : minutes)),
    )
  }

  pass(until: number): void {
    this.#passUntil = until
    this.#passDay = this.#day
  }

  /** A set back clock ends passes. */
  endPass(): void {
    this.#passUntil = 0
  }

  /** What has to come first was in front of somebody from an instant to another. */
  learn(from: number, until: number): void {
    for (let at = from; at < until; at += 1000) {
      this.#turn(at)
      this.#learnt += Math.min(1000, until - at)
    }
  }

  /** The feed was in front of somebody from an instant to another. */
  attend(from: number, until: number): void {
    for (let at = from; at < until; at += 1000) {
      this.#turn(at)
      const isOpen = at < this.#passUntil && this.#passDay !== null
      if (isOpen) continue
      const ms = Math.min(1000, until - at)
      if (this.#learnt < this.#leastFirst(at) * MINUTE) this.excess += ms
      if (this.#world.type === 'hours' && !this.#isClosed(at)) continue
      this.#attended += ms
      this.excess += Math.min(ms, Math.max(0, this.#attended - this.#allowed(at)))
    }
  }

  pause(until: number): void {
    this.#turn(until)
  }

  #isClosed(at: number): boolean {
    const minute = (at % DAY) / MINUTE
    return minute >= 600 + this.#world.minutes && minute < 630
  }

  /** How much may have been used by now, ms. */
  #allowed(at: number): number {
    const most = this.#most(at)
    if (most === Infinity) return Infinity
    return this.#world.type === 'hours' ? 0 : most * MINUTE + this.#carried
  }
}
