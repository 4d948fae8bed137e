/** Suggests one limit from a period: the median of its good days, for the kind with the largest loss. */
import type { LocalInterval } from '../time/interval'
import type { History } from '../record/history'
import { hasAllowance } from '../firewall/allowance'
import type { Kind } from '../surface/kind'
import { MINUTE_MS } from '../time/local-time'
import { medianOf } from './median'
import { minutesADay, newRule, type Rule } from '../firewall/rule'
import type { KindLine, Statement } from './statement'
import { tally, type Valuing } from './tally'

export interface Suggestion {
  rule: Rule
  kind: Kind
  /** Cost minus return, minor units. */
  lostMinor: number
  minutes: number
  /** The median of the good days, ms, and the number of these days. */
  usualMs: number
  goodDays: number
}

/** Kinds that a limit suits; for work at a loss, a limit is not the remedy. */
const LIMITED: ReadonlySet<Kind> = new Set([
  'feed',
  'video',
  'games',
  'news',
  'shopping',
  'companion',
  'adult',
  'gambling',
])

const LEAST_DAYS = 4

/** Suggested minutes are a multiple of this, and at least this. */
const STEP_MINUTES = 5

/**
 * Time of a kind by day, the shortest first. Days without any attention do not count; days without the kind
 * do.
 */
function timesByDay(kind: Kind, history: History, extent: LocalInterval, valuing: Valuing): number[] {
  const byDay = new Map<number, number>()
  for (const { profile, parts } of tally(history, extent, valuing, (day) => day)) {
    for (const [day, { account }] of parts)
      byDay.set(day, (byDay.get(day) ?? 0) + (profile.kind === kind ? account.timeMs : 0))
  }
  return [...byDay.values()].sort((a, b) => a - b)
}

const isLimited = (kind: Kind, rules: readonly Rule[]): boolean =>
  rules.some(
    ({ isOn, targets, bound }) =>
      isOn && hasAllowance(bound) && targets.some((target) => target.type === 'kind' && target.kind === kind),
  )

/**
 * A limit at the median of the better half of the days, rounded up to whole steps; null if there are too few
 * days or it would change nothing.
 */
function limitFor({ kind, money }: KindLine, times: readonly number[]): Suggestion | null {
  if (times.length < LEAST_DAYS) return null
  const good = times.slice(0, Math.ceil(times.length / 2))
  const usualMs = medianOf(good) ?? 0
  const minutes = Math.max(1, Math.ceil(usualMs / (STEP_MINUTES * MINUTE_MS))) * STEP_MINUTES
  if (minutes * MINUTE_MS >= (times.at(-1) ?? 0)) return null
  const rule = newRule([{ type: 'kind', kind }], minutesADay(minutes))
  return { rule, kind, lostMinor: -(money?.netMinor ?? 0), minutes, usualMs, goodDays: good.length }
}

/**
 * A daily limit for the kind with the largest loss, among those that have none yet and that a limit would
 * affect.
 */
export function suggest(
  { kinds }: Statement,
  history: History,
  extent: LocalInterval,
  valuing: Valuing,
  rules: readonly Rule[],
): Suggestion | null {
  const lossy = kinds
    .filter(({ kind, money }) => LIMITED.has(kind) && (money?.netMinor ?? 0) < 0 && !isLimited(kind, rules))
    .toSorted((a, b) => (a.money?.netMinor ?? 0) - (b.money?.netMinor ?? 0))
  for (const line of lossy) {
    const found = limitFor(line, timesByDay(line.kind, history, extent, valuing))
    if (found) return found
  }
  return null
}
