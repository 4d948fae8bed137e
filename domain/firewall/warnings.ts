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
 * Whether the whole allowance, or the break of a focus hour, is no longer than the stage, such as five minutes: a warning
 * would say nothing new.
 */
function isWholeAllowance({ rule: { bound }, allowed, passUntil }: Standing, stage: number): boolean {
  if (passUntil !== null) return false
  if (bound.type === 'focus') return bound.breakMinutes <= stage
  const isByTime = bound.type === 'time' || bound.type === 'sessions'
  return isByTime && allowed !== null && toMs(allowed) <= stage * MINUTE_MS
}

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

/** The first of these instants that is still ahead, epoch ms; null if there is none. */
export function nextClosing(closingsAt: readonly number[], at: number): number | null {
  const first = Math.min(Infinity, ...closingsAt.filter((closing) => closing > at))
  return first === Infinity ? null : first
}

/** The countdown on the icon, in minutes rounded up: `5m` to `1m`; null if nothing ends soon. */
export function countdown(endsAt: number | null, at: number): string | null {
  if (endsAt === null || endsAt <= at || endsAt - at > COUNTDOWN_MS) return null
  return `${Math.ceil((endsAt - at) / MINUTE_MS)}m`
}

/** Below this, what is left is shown with its seconds. */
export const SECONDS_BELOW_MS = 10 * MINUTE_MS

/** What is left in four characters, the room on a badge, rounded up: `9:05` below ten minutes, `85m`, `2h` from two hours. */
export function leftText(leftMs: number): string {
  if (leftMs < SECONDS_BELOW_MS) {
    const seconds = Math.ceil(leftMs / 1000)
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  }
  const minutes = Math.ceil(leftMs / MINUTE_MS)
  return minutes < 120 ? `${minutes}m` : `${Math.floor(minutes / 60)}h`
}
