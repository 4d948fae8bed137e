import { expect, test, vi } from 'vitest'
import { readPasted } from '../../../components/phone/read-pasted'
import { enteredTotal } from '../../../domain/file/minutes-table'
import type { DayTotal } from '../../../domain/record/day-total'
import { siteOf } from '../../../domain/surface/surface'
import { platformDirectory } from '../../../domain/surface/surface-directory'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { totalOf } from '../../fixtures/totals'

vi.mock('../../../platform/i18n', () => ({ t: (key: string) => key, locale: () => 'en' }))

const known = platformDirectory([], [])
const actionsWith = (stored: readonly DayTotal[]) => ({
  typedOn: (days: readonly string[]) => Promise.resolve(stored.filter(({ day }) => days.includes(day))),
  put: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  placeOf: (typed: string) =>
    Promise.resolve(typed.includes('.') ? { surface: typed, site: siteOf(typed), host: typed } : null),
})
const read = (text: string, stored: readonly DayTotal[] = []) =>
  readPasted(text, known, '2026-11-25', actionsWith(stored))

test('names of platforms and addresses of any site are understood', async () => {
  const { totals, bad } = await read(
    '2026-11-20,Instagram,40\n2026-11-20,YouTube Shorts,10\n2026-11-21,blog.example,5',
  )
  expect(bad).toEqual([])
  expect(totals).toEqual([
    enteredTotal('2026-11-20', 'instagram.com', 40 * MINUTE_MS),
    enteredTotal('2026-11-20', 'youtube.com/shorts', 10 * MINUTE_MS),
    enteredTotal('2026-11-21', 'blog.example', 5 * MINUTE_MS),
  ])
})

test('every line is either saved or kept as it was, with its reason', async () => {
  const lines = [
    '2026-11-20;instagram.com;40',
    '2026-11-20;instagram.com;50',
    '2026-11-20;nobody;5',
    '20.11.26;instagram.com;5',
    '2030-01-01;instagram.com;5',
    '1999-01-01;instagram.com;5',
    '2026-11-21;instagram.com;0',
    '2026-11-21;instagram.com;1441',
    '2026-11-22;instagram.com;1300',
    'a line of words',
  ]
  const stored = [totalOf({ day: '2026-11-22', surface: 'tiktok.com', minutes: 200 })]
  const { totals, bad } = await read(lines.join('\n'), stored)
  expect(totals).toEqual([enteredTotal('2026-11-20', 'instagram.com', 40 * MINUTE_MS)])
  expect(bad.map(({ text }) => text)).toEqual(lines.slice(1))
  expect(bad.map(({ words }) => words)).toEqual([
    'phone_flaw_twice',
    'surface_unknown',
    'phone_flaw_noDay',
    'phone_flaw_tooLate',
    'phone_flaw_tooEarly',
    'phone_flaw_noMinutes',
    'phone_flaw_tooLong',
    'phone_flaw_dayFull',
    'phone_flaw_columns',
  ])
})
