/** Two rules that hold for the last weeks of the sample history: what they cut, and the use they counted. */
import { coverage } from '../../domain/firewall/coverage.ts'
import type { Pass } from '../../domain/firewall/pass.ts'
import {
  addDays,
  type Day,
  HOUR_MS,
  MINUTE_MS,
  type OffsetAt,
  personDay,
  startOfDay,
  weekday,
} from '../../domain/time/local-time.ts'
import { EVERY_DAY, minutesADay, newRule, type Rule, type StoredRule } from '../../domain/firewall/rule.ts'
import { intervalOf, type Span } from '../../domain/record/span.ts'
import {
  addTo,
  dayOfUse,
  emptyRow,
  usageKey,
  type UsageRow,
  worthOfCount,
} from '../../domain/firewall/usage-row.ts'
import { pricing, type Rate } from '../../domain/value/hour-price.ts'

/** Days before today on which the rules existed. */
const DAYS_WITH_LIMITS = 42
const DAY_START_HOUR = 4
const FEEDS_MS = 120 * MINUTE_MS
const PASS_MS = 15 * MINUTE_MS
/** On Mondays, Wednesdays and Sundays the person takes a quarter-hour pass if the wall comes. */
const WEAK_WEEKDAYS: ReadonlySet<number> = new Set([0, 2, 6])
/** Shorter visits are left out. */
const SHORTEST_MS = 20_000

const FEEDS: Rule = {
  ...newRule([{ type: 'kind', kind: 'feed' }], minutesADay(FEEDS_MS / MINUTE_MS)),
  id: 'sample-feeds',
}

/** Only a notice, so that an evening may go on past it. */
const EVENING: Rule = {
  ...newRule(
    (['feed', 'video'] as const).map((kind) => ({ type: 'kind', kind })),
    { type: 'cutoff', evenings: EVERY_DAY(22.5 * 60), morning: 6 * 60 },
    'notice',
  ),
  id: 'sample-evening',
}

const RULES = [FEEDS, EVENING]
const { covers } = coverage([])

export interface SampleLimits {
  limits: StoredRule[]
  usage: UsageRow[]
  overrides: Pass[]
}

export interface Visit {
  surface: string
  start: number
  end: number
}

/** A day's visits within the limit, and when a pass was taken; null if none was. */
interface Kept {
  visits: Visit[]
  passedAt: number | null
}

const isLimited = (daysBack: number): boolean => daysBack <= DAYS_WITH_LIMITS

/** Cuts a day's visits, given in order, to what the limit allowed. */
export function keepToLimit(visits: readonly Visit[], day: Day, daysBack: number): Kept {
  if (!isLimited(daysBack)) return { visits: [...visits], passedAt: null }
  let left = FEEDS_MS
  let passedAt: number | null = null
  const kept = visits.map((visit) => {
    if (!covers(FEEDS, visit.surface)) return visit
    const { start, end } = visit
    if (end - start > left && WEAK_WEEKDAYS.has(weekday(day))) passedAt ??= start + left
    const opened = passedAt === null ? start : passedAt + PASS_MS
    const cut = { ...visit, end: Math.min(end, Math.max(start + left, opened)) }
    left = Math.max(0, left - (cut.end - start))
    return cut
  })
  return { visits: kept.filter(({ start, end }) => end - start >= SHORTEST_MS), passedAt }
}

/** The rules, with the use and passes that the guard would have written. */
export function sampleLimits(
  spans: readonly Span[],
  passedAt: readonly number[],
  rate: Rate,
  now: number,
  offsetAt: OffsetAt,
): SampleLimits {
  const today = personDay(now, offsetAt(now), DAY_START_HOUR)
  const firstDay = addDays(today, -DAYS_WITH_LIMITS)
  const createdAt = startOfDay(firstDay, DAY_START_HOUR, offsetAt) + HOUR_MS
  const priceAt = pricing([rate], rate.currency, DAY_START_HOUR)
  return {
    limits: RULES.map((rule) => ({ id: rule.id, createdAt, rule, next: null, heals: null })),
    usage: usageOf(
      spans.filter(({ day }) => day >= firstDay),
      { priceAt, currency: rate.currency, offsetAt, dayStartHour: DAY_START_HOUR },
    ),
    overrides: passedAt.map((at) => ({
      rule: FEEDS.id,
      type: 'quarter',
      day: personDay(at, offsetAt(at), DAY_START_HOUR),
      at,
      until: at + PASS_MS,
      priceMinor: Math.round((rate.amountMinor * PASS_MS) / HOUR_MS),
      currency: rate.currency,
    })),
  }
}

/** Counts use as the guard does. Each span of the history is one visit. */
function usageOf(spans: readonly Span[], terms: Parameters<typeof worthOfCount>[2]): UsageRow[] {
  const rows = new Map<string, UsageRow>()
  for (const stretch of spans) {
    const day = personDay(stretch.start, stretch.utcOffsetMinutes, DAY_START_HOUR)
    for (const rule of RULES.filter((one) => covers(one, stretch.surface))) {
      const { ms, cost } = worthOfCount({ stretch, sign: 1 }, rule, terms)
      const dayOf = ms === 0 ? day : dayOfUse(rule, intervalOf(stretch), day, terms)
      const row = rows.get(usageKey({ rule: rule.id, day: dayOf })) ?? emptyRow(rule.id, dayOf)
      rows.set(usageKey(row), addTo(row, ms, cost, 1))
    }
  }
  return [...rows.values()]
}
