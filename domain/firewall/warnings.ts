/** What the person is told before a rule closes, so that nobody loses half a sentence. */
import { toMs } from './allowance'
import { closingAt, type Standing } from './limits'
import { MINUTE_MS } from '../time/local-time'

/** Minutes before the end at which one is warned. */
const STAGES = [5, 1] as const
const STAGES_OF_CUTOFF = [15, 5, 1] as const

/** How long before the end the icon counts down. */
export const COUNTDOWN_MS = 5 * MINUTE_MS

export interface Warning {
  standing: Standing
  /** Given once under this name. */
  key: string
  /** Minutes that are left, rounded up; 0 where the rule has just been used up. */
  minutesLeft: number
}

const stagesOf = ({ rule, passUntil }: Standing): readonly number[] =>
  rule.bound.type === 'cutoff' && passUntil === null ? STAGES_OF_CUTOFF : STAGES

/** All that is left at the beginning is no news: five minutes of five. */
const isWholeAllowance = ({ rule: { bound }, allowed, passUntil }: Standing, stage: number): boolean =>
  passUntil === null &&
  (bound.type === 'time' || bound.type === 'sessions') &&
  allowed !== null &&
  toMs(allowed) <= stage * MINUTE_MS

const roundOf = ({ round, passUntil }: Standing): string => (passUntil === null ? round : `pass ${passUntil}`)

/** What is to be said of a rule now that the person's page is about; at most one thing. */
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

/** The next instant at which there is something to say, or the countdown moves; Infinity where none is known. */
export function nextWarningAt(standing: Standing, at: number): number {
  const closing = closingAt(standing, at)
  if (closing === null) return Infinity
  const minutes = [...new Set([...stagesOf(standing), 5, 4, 3, 2, 1])]
  return Math.min(
    Infinity,
    ...minutes.map((before) => closing - before * MINUTE_MS).filter((instant) => instant > at),
  )
}

/** What the icon counts down: minutes begun, `5m` to `1m`; null where nothing ends soon. */
export function countdown(closingsAt: readonly number[], at: number): string | null {
  const leftMs = Math.min(Infinity, ...closingsAt.filter((closing) => closing > at)) - at
  return leftMs <= COUNTDOWN_MS ? `${Math.ceil(leftMs / MINUTE_MS)}m` : null
}
