/** Warnings before a rule closes its pages, so that nobody is cut off in the middle of a sentence. */
import { toMs } from './allowance'
import { closingAt, type Standing } from './limits'
import { MINUTE_MS } from '../time/local-time'

/** Minutes before the end at which a warning is given. */
const STAGES = [5, 1] as const
const STAGES_OF_CUTOFF = [15, 5, 1] as const

/** How long before the end the icon counts down. */
export const COUNTDOWN_MS = 5 * MINUTE_MS

export interface Warning {
  standing: Standing
  /** A warning is given once for each key. */
  key: string
  /** Minutes left, rounded up; 0 if the rule has just been used up. */
  minutesLeft: number
}

const stagesOf = ({ rule, passUntil }: Standing): readonly number[] =>
  rule.bound.type === 'cutoff' && passUntil === null ? STAGES_OF_CUTOFF : STAGES

/**
 * Whether the whole allowance is no longer than the stage, such as five minutes: a warning would say nothing
 * new.
 */
const isWholeAllowance = ({ rule: { bound }, allowed, passUntil }: Standing, stage: number): boolean =>
  passUntil === null &&
  (bound.type === 'time' || bound.type === 'sessions') &&
  allowed !== null &&
  toMs(allowed) <= stage * MINUTE_MS

const roundOf = ({ round, passUntil }: Standing): string => (passUntil === null ? round : `pass ${passUntil}`)

/** The warning that is due for a rule that covers the page in front; at most one. */
export function warningOf(standing: Standing, at: number): Warning | null {
  const { rule } = standing
  const name = `${rule.id} ${roundOf(standing)}`
  if (rule.strictness === 'notice' && standing.isSpent && standing.passUntil === null)
    return { standing, key: `${name} spent`, minutesLeft: 0 }
  const closing = closingAt(standing, at)
  if (closing === null || closing <= at) return null
  const leftMs = closing - at
  const stage = stagesOf(standing).findLast((minutes) => leftMs <= minutes * MINUTE_MS)
  if (stage === undefined || isWholeAllowance(standing, stage)) return null
  return { standing, key: `${name} ${stage}`, minutesLeft: Math.ceil(leftMs / MINUTE_MS) }
}

/** The next instant at which a warning is due or the countdown changes; Infinity if none is known. */
export function nextWarningAt(standing: Standing, at: number): number {
  const closing = closingAt(standing, at)
  if (closing === null) return Infinity
  const minutes = [...new Set([...stagesOf(standing), 5, 4, 3, 2, 1])]
  return Math.min(
    Infinity,
    ...minutes.map((before) => closing - before * MINUTE_MS).filter((instant) => instant > at),
  )
}

/** The countdown on the icon, in minutes rounded up: `5m` to `1m`; null if nothing ends soon. */
export function countdown(closingsAt: readonly number[], at: number): string | null {
  const leftMs = Math.min(Infinity, ...closingsAt.filter((closing) => closing > at)) - at
  return leftMs <= COUNTDOWN_MS ? `${Math.ceil(leftMs / MINUTE_MS)}m` : null
}
