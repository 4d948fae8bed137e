/**
 * The terms that limits use beside their rules: some settings, the rates, and the person's opinions of surfaces.
 * Figures follow a change at once. Limits follow a change that loosens them only after
 * a wait.
 */
import { endOfRunning, holdsFrom } from './loosening'
import { type LimitSettings, settingsHeld } from './limit-settings'
import { DAY_MS, HOUR_MS, HOURS_OF_WEEK, type OffsetAt } from '../time/local-time'
import type { Opinion } from '../surface/opinion'
import { changedOpinions, opinionsHeld } from './opinions-held'
import type { Calendar } from './ration'
import type { Rule } from './rule'
import { pricing, type Rate } from '../value/hour-price'

export interface LimitTerms extends LimitSettings {
  rates: readonly Rate[]
  /** Only the fields of each opinion that limits use. */
  opinions: readonly Opinion[]
}

/** The terms in force, and the change that waits. */
export interface HeldTerms {
  held: LimitTerms
  /** The waiting change (see `waitingText`) and when it takes effect; null if nothing waits. */
  next: { wanted: string; from: number } | null
  /**
   * The terms before the last loosening and when it took effect, in case the clock is set back to before it.
   */
  before?: { held: LimitTerms; from: number }
}

/** How long terms from before a loosening are kept: they name sites that may be forgotten since. */
const KEPT_BEFORE_MS = 7 * DAY_MS

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Whether every hour of the coming week costs at least as much as before. */
function isNoCheaper(before: LimitTerms, after: LimitTerms, at: number, offsetAt: OffsetAt): boolean {
  if (before.currency !== after.currency) return before.currency === null
  const currency = after.currency ?? ''
  const old = pricing(before.rates, currency, before.dayStartHour)
  const now = pricing(after.rates, currency, before.dayStartHour)
  const costOf = (price: { amountMinor: number; percent: number } | null) =>
    price ? price.amountMinor * price.percent : 0
  const local = Math.floor((at + offsetAt(at) * 60_000) / HOUR_MS) * HOUR_MS
  return Array.from({ length: HOURS_OF_WEEK }, (_, hour) => local + hour * HOUR_MS).every(
    (instant) => costOf(now(instant).price) >= costOf(old(instant).price),
  )
}

/** The part of the wanted terms that takes effect at once: all that loosens no rule. */
function heldOf(
  before: LimitTerms,
  wanted: LimitTerms,
  rules: readonly Rule[],
  at: number,
  offsetAt: OffsetAt,
): LimitTerms {
  if (rules.length === 0) return wanted
  const hasMoney = rules.some(({ bound }) => bound.type === 'money')
  const isPriceFree = !hasMoney || isNoCheaper(before, wanted, at, offsetAt)
  const { currency, rates } = isPriceFree ? wanted : before
  return {
    ...wanted,
    ...settingsHeld(before, wanted, rules),
    currency,
    rates,
    opinions: opinionsHeld(before.opinions, wanted.opinions, rules),
  }
}

/** The differences between the wanted and the held terms, as one text. */
function waitingText(held: LimitTerms, wanted: LimitTerms): string {
  const { opinions, ...others } = wanted
  const fields = Object.entries(others).filter(
    ([name, value]) => !same(value, held[name as keyof LimitTerms]),
  )
  return JSON.stringify([fields, changedOpinions(held.opinions, opinions)])
}

/**
 * The terms at an instant. A change that is withdrawn and made again, or made in another way, starts its wait
 * again.
 */
export function termsAt(
  known: HeldTerms | null,
  wanted: LimitTerms,
  rules: readonly Rule[],
  at: number,
  offsetAt: OffsetAt,
): HeldTerms {
  if (known === null) return { held: wanted, next: null }
  const inForce = rules.filter(({ isOn }) => isOn)
  // Terms that an earlier version stored lack what limits have come to go by since.
  const held = heldOf({ ...wanted, ...known.held }, wanted, inForce, at, offsetAt)
  const isPast = known.before && at < known.before.from + KEPT_BEFORE_MS
  const past = isPast && { before: known.before }
  if (same(held, wanted)) return { held, next: null, ...past }
  const text = waitingText(held, wanted)
  const waiting = known.next?.wanted === text ? known.next : null
  const calendar: Calendar = { dayStartHour: held.dayStartHour, weekStart: held.weekStart, offsetAt }
  if (waiting && at >= waiting.from) {
    // Closed hours may be running that were set after the change.
    const end = endOfRunning(inForce, at, calendar)
    if (end === at) return { held: wanted, next: null, before: { held: known.held, from: waiting.from } }
    return { ...past, held, next: { wanted: text, from: end } }
  }
  return { ...past, held, next: waiting ?? { wanted: text, from: holdsFrom(at, inForce, calendar) } }
}

/** If the clock is set back to before a loosening took effect, the loosening waits again. */
export function termsSetBack(terms: HeldTerms, at: number): HeldTerms {
  const { before, held } = terms
  if (!before || at >= before.from) return terms
  return { held: before.held, next: { wanted: waitingText(before.held, held), from: before.from } }
}
