/**
 * Promises kept: of everything that the person set out to keep, how much was kept. A limit counts once for each day on
 * which it applied (a weekly one once for each whole week), a promise about a week once when it is settled, a focus hour
 * once when it is over, and is kept if no pass was taken in it. The eight weeks up to the end of the period count.
 */
import { dayOfFocus, type FocusRow } from '../firewall/focus-row'
import type { Rule } from '../firewall/rule'
import type { Commitment } from '../statement/commitment'
import { type JudgedRule, judgeOf } from '../statement/judged-rules'
import { isCommitmentKept } from '../statement/settlement'
import { addDays, type Day, personDay } from '../time/local-time'
import { holds, type Period } from '../time/period'
import { firstDayOfWeek } from '../time/week'
import { lastDayOf, MOST_WEEKS, type Scope } from './finding'
import { type IntegrityEvents, eventsOf } from './integrity-events'

/** How one part was kept; `none` for a day on which nothing was to be kept. */
export type KeptMark = 'kept' | 'broken' | 'none'

/** The marks of a week: seven days, one for the whole week, or one for each focus hour. */
export interface KeptCell {
  isWeek: boolean
  marks: readonly KeptMark[]
}

export interface KeptSum {
  kept: number
  of: number
}

/** What was to be kept, as it last stood. */
export type Kept =
  | { type: 'rule'; rule: Rule }
  | { type: 'commitment'; commitment: Commitment }
  | { type: 'focus' }

/** A line of the table. */
export interface KeptLine extends KeptSum {
  key: string
  what: Kept
  /** In each week. */
  cells: readonly KeptCell[]
}

export interface IntegrityWeek extends KeptSum {
  period: Period
  events: IntegrityEvents
}

export interface Integrity extends KeptSum {
  /** The earliest first, from the first with anything to tell; the last may not be over. */
  weeks: readonly IntegrityWeek[]
  lines: readonly KeptLine[]
  limits: KeptSum
  commitments: KeptSum
  focus: KeptSum
  /** What happened in all weeks together. */
  events: IntegrityEvents
  /** Whether some days are judged by the first version of a rule that is known. */
  isByFirst: boolean
}

const EMPTY: KeptCell = { isWeek: false, marks: [] }

const markOf = (isKept: boolean): KeptMark => (isKept ? 'kept' : 'broken')

/** The weeks of the person up to the last day of the period that has begun; the last is cut there. */
function weeksOf(scope: Scope): Period[] {
  const end = lastDayOf(scope)
  const last = firstDayOfWeek(end, scope.weekStart)
  return Array.from({ length: MOST_WEEKS }, (_, index) => {
    const first = addDays(last, -7 * (MOST_WEEKS - 1 - index))
    const until = addDays(first, 6)
    return { unit: 'week', first, last: until < end ? until : end }
  })
}

function cellOf({ parts }: JudgedRule, { first }: Period): KeptCell {
  const [one] = parts
  if (one?.isWeek) return { isWeek: true, marks: [markOf(one.isKept)] }
  const byDay = new Map(parts.map(({ day, isKept }) => [day, markOf(isKept)]))
  const days = Array.from({ length: 7 }, (_, index) => addDays(first, index))
  return { isWeek: false, marks: days.map((day) => byDay.get(day) ?? 'none') }
}

const sumOf = (cells: readonly KeptCell[]): KeptSum => {
  const marks = cells.flatMap((cell) => cell.marks)
  const kept = marks.filter((mark) => mark === 'kept').length
  return { kept, of: kept + marks.filter((mark) => mark === 'broken').length }
}

/** A line from what it has in some of the weeks. */
const lineOf = (key: string, what: Kept, cells: readonly KeptCell[]): KeptLine => ({
  key,
  what,
  cells,
  ...sumOf(cells),
})

function ruleLines(weeks: readonly Period[], judged: readonly (readonly JudgedRule[])[]): KeptLine[] {
  const ids = new Set(judged.flat().map(({ id }) => id))
  return [...ids].flatMap((id) => {
    const own = judged.map((week) => week.find((one) => one.id === id))
    const latest = own.findLast((one) => one !== undefined)
    if (!latest) return []
    const cells = own.map((one, index) => (one ? cellOf(one, weeks[index] as Period) : EMPTY))
    return lineOf(id, { type: 'rule', rule: latest.rule }, cells)
  })
}

/** The day that a settled promise belongs to: the last of its week, or that of its early settlement. */
function settledDay(
  { week, dayStartHour, settled }: Commitment,
  { offsetAt }: Scope['firewall'],
): Day | null {
  if (settled === null) return null
  const last = addDays(week, 6)
  const day = personDay(settled.at, offsetAt(settled.at), dayStartHour)
  return settled.isEarly && day < last ? day : last
}

function commitmentLines(weeks: readonly Period[], { promised, firewall }: Scope): KeptLine[] {
  const isIn = (commitment: Commitment, week: Period): boolean => {
    const day = settledDay(commitment, firewall)
    return day !== null && holds(week, day)
  }
  const own = promised.commitments.filter((commitment) => weeks.some((week) => isIn(commitment, week)))
  const groups = Map.groupBy(
    own.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ({ kind, type }) => `${type} ${kind}`,
  )
  return [...groups].map(([key, commitments]) => {
    const cells = weeks.map((week) => ({
      isWeek: true,
      marks: commitments
        .filter((commitment) => isIn(commitment, week))
        .map((commitment) => markOf(isCommitmentKept(commitment) === true)),
    }))
    return lineOf(key, { type: 'commitment', commitment: commitments.at(-1) as Commitment }, cells)
  })
}

function focusLines(weeks: readonly Period[], { promised, firewall, valuing }: Scope): KeptLine[] {
  const passed = new Set(firewall.passes.map(({ rule }) => rule))
  const over = promised.focus
    .filter(({ endedAt }) => endedAt !== undefined)
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const isIn = (row: FocusRow, week: Period): boolean => holds(week, dayOfFocus(row, valuing.dayStartHour))
  const cells = weeks.map((week) => ({
    isWeek: false,
    marks: over.filter((row) => isIn(row, week)).map(({ id }) => markOf(!passed.has(id))),
  }))
  return cells.some(({ marks }) => marks.length > 0) ? [lineOf('focus', { type: 'focus' }, cells)] : []
}

const totalOf = (lines: readonly KeptLine[]): KeptSum => ({
  kept: lines.reduce((sum, { kept }) => sum + kept, 0),
  of: lines.reduce((sum, { of }) => sum + of, 0),
})

const hasMarks = ({ marks }: KeptCell): boolean => marks.some((mark) => mark !== 'none')

const isQuiet = (events: IntegrityEvents): boolean =>
  Object.values(events).every((value) => value === 0 || (Array.isArray(value) && value.length === 0))

/** How promises were kept; null if there was nothing to keep. */
export function integrityOf(scope: Scope): Integrity | null {
  const { firewall, valuing, period, today } = scope
  const weeks = weeksOf(scope)
  const yesterday = addDays(today, -1)
  const lastOver = yesterday < period.last ? yesterday : period.last
  const judged = weeks.map(judgeOf(firewall, lastOver, valuing.dayStartHour, firewall.offsetAt))
  const limits = ruleLines(weeks, judged)
  const commitments = commitmentLines(weeks, scope)
  const focus = focusLines(weeks, scope)
  const lines = [...limits, ...commitments, ...focus]
  const total = totalOf(lines)
  if (total.of === 0) return null
  const eventsIn = eventsOf(scope)
  const events = weeks.map(eventsIn)
  const begin = weeks.findIndex(
    (_, index) =>
      !isQuiet(events[index] as IntegrityEvents) ||
      lines.some(({ cells }) => hasMarks(cells[index] as KeptCell)),
  )
  const all = { ...(weeks[begin] as Period), last: (weeks.at(-1) as Period).last }
  return {
    ...total,
    weeks: weeks.slice(begin).map((week, index) => ({
      period: week,
      ...sumOf(lines.map(({ cells }) => cells[begin + index] as KeptCell)),
      events: events[begin + index] as IntegrityEvents,
    })),
    lines: lines.map((line) => ({ ...line, cells: line.cells.slice(begin) })),
    limits: totalOf(limits),
    commitments: totalOf(commitments),
    focus: totalOf(focus),
    events: eventsIn({ ...all, unit: 'dates' }),
    isByFirst: judged.flat().some(({ parts }) => parts.some(({ isByFirst }) => isByFirst)),
  }
}
