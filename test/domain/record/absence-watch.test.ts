import { describe, expect, test } from 'vitest'
import { type AbsenceWatch, afterAbsence, afterDays, daysToRead } from '../../../domain/record/absence-watch'
import { addDays, HOUR_MS } from '../../../domain/time/local-time'

const SINCE = '2026-11-10'
const watching: AbsenceWatch = { since: SINCE, state: 'watching' }
const hours = (...all: number[]) =>
  new Map(all.map((count, index) => [addDays(SINCE, index + 1), count * HOUR_MS]))

describe('at the start of a day', () => {
  test.each<
    [what: string, known: AbsenceWatch | null, timeOf: Map<string, number>, expected: AbsenceWatch['state']]
  >([
    ['five days of three hours are enough', watching, hours(3, 3, 3, 3, 3), 'due'],
    ['they need not follow each other', watching, hours(4, 0, 9, 1, 3, 3, 0, 3), 'due'],
    ['four are not', watching, hours(8, 8, 8, 8, 2.9), 'watching'],
    ['many short days are not', watching, hours(...Array.from({ length: 20 }, () => 2)), 'watching'],
    ['nothing is said twice', { since: SINCE, state: 'done' }, hours(9, 9, 9, 9, 9), 'done'],
    ['the first day only begins to watch', null, hours(9, 9, 9, 9, 9), 'watching'],
  ])('%s', (_what, known, timeOf, expected) => {
    expect(afterDays(known, '2026-11-20', timeOf).state).toBe(expected)
  })
})

describe('the days to read', () => {
  test.each<[what: string, known: AbsenceWatch | null, today: string, days: string | null]>([
    ['none before five have passed', watching, '2026-11-15', null],
    ['those since the last absence', watching, '2026-11-16', '2026-11-11 2026-11-15'],
    ['a month at most', { since: '2026-01-01', state: 'watching' }, '2026-11-16', '2026-10-17 2026-11-15'],
    ['none once it was said', { since: SINCE, state: 'due' }, '2026-12-16', null],
    ['none at first', null, '2026-12-16', null],
  ])('are %s', (_what, known, today, days) => {
    const read = daysToRead(known, today)
    expect(read && `${read.first} ${read.last}`).toBe(days)
  })
})

describe('an absence', () => {
  test.each<[what: string, known: AbsenceWatch | null, expected: AbsenceWatch]>([
    ['starts the count again', watching, { since: '2026-11-20', state: 'watching' }],
    [
      'takes back what was not read yet',
      { since: SINCE, state: 'due' },
      { since: '2026-11-20', state: 'watching' },
    ],
    ['changes nothing once it was read', { since: SINCE, state: 'done' }, { since: SINCE, state: 'done' }],
    ['comes before any watching', null, { since: '2026-11-20', state: 'watching' }],
  ])('%s', (_what, known, expected) => {
    expect(afterAbsence(known, '2026-11-20')).toEqual(expected)
  })

  test('on the same day is not written again', () => {
    const known: AbsenceWatch = { since: '2026-11-20', state: 'watching' }
    expect(afterAbsence(known, '2026-11-20')).toBe(known)
  })
})
