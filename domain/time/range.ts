/** Ranges as written in a page's address: `last-week` moves with time, `2026-11` does not. */
import { addDays, type Day, isDay } from './local-time'
import { type Period, periodOf, type PeriodUnit, shiftPeriod } from './period'

type Unit = Exclude<PeriodUnit, 'dates'>

const UNITS = ['week', 'month', 'quarter', 'year'] as const

/** The ranges that a person can pick by name. */
export const NAMED_RANGES = [
  'today',
  'yesterday',
  ...UNITS.flatMap((unit) => [`this-${unit}`, `last-${unit}`] as const),
] as const
export type NamedRange = (typeof NAMED_RANGES)[number]

const isNamed = (text: string): text is NamedRange => NAMED_RANGES.includes(text as NamedRange)

function named(range: NamedRange, today: Day, weekStart: number): Period {
  if (range === 'today') return periodOf('day', today, weekStart)
  if (range === 'yesterday') return periodOf('day', addDays(today, -1), weekStart)
  const [which, unit] = range.split('-') as ['this' | 'last', Unit]
  return shiftPeriod(periodOf(unit, today, weekStart), which === 'this' ? 0 : -1)
}

/** Accepts `2026-11-26`, `week-2026-11-23`, `2026-11`, `2026-q4`, `2026` and `2026-11-01_2026-11-26`. */
const WRITTEN: readonly [pattern: RegExp, read: (found: string[], weekStart: number) => Period | null][] = [
  [/^(\d{4}-\d{2}-\d{2})$/, ([, day = ''], start) => (isDay(day) ? periodOf('day', day, start) : null)],
  [/^week-(\d{4}-\d{2}-\d{2})$/, ([, day = ''], start) => (isDay(day) ? periodOf('week', day, start) : null)],
  [/^(\d{4}-\d{2})$/, ([, month], start) => firstOf('month', `${month}-01`, start)],
  [/^(\d{4})-q([1-4])$/, ([, year, number], start) => firstOf('quarter', quarterStart(year, number), start)],
  [/^(\d{4})$/, ([, year], start) => firstOf('year', `${year}-01-01`, start)],
  [/^(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})$/, ([, a = '', b = '']) => between(a, b)],
]

const quarterStart = (year: string | undefined, number: string | undefined): Day =>
  `${year}-${String(Number(number) * 3 - 2).padStart(2, '0')}-01`

const firstOf = (unit: Unit, day: Day, weekStart: number): Period | null =>
  isDay(day) ? periodOf(unit, day, weekStart) : null

/** Accepts the two dates in either order. */
function between(a: string, b: string): Period | null {
  if (!isDay(a) || !isDay(b)) return null
  const [first, last] = a <= b ? [a, b] : [b, a]
  return { unit: 'dates', first, last }
}

/** The period that a range in an address means; null if the text is not a range. */
export function readRange(text: string, today: Day, weekStart: number): Period | null {
  if (isNamed(text)) return named(text, today, weekStart)
  for (const [pattern, read] of WRITTEN) {
    const found = pattern.exec(text)
    if (found) return read(found, weekStart)
  }
  return null
}

/** Whether a text is a range; the answer does not depend on the date. */
export const isRange = (text: string): boolean => readRange(text, '2000-01-01', 0) !== null

/** Writes a period with fixed dates, so that the address means the same on any day. */
export function writeRange({ unit, first, last }: Period): string {
  switch (unit) {
    case 'day':
      return first
    case 'week':
      return `week-${first}`
    case 'month':
      return first.slice(0, 7)
    case 'quarter':
      return `${first.slice(0, 4)}-q${Math.ceil(Number(first.slice(5, 7)) / 3)}`
    case 'year':
      return first.slice(0, 4)
    case 'dates':
      return `${first}_${last}`
  }
}
