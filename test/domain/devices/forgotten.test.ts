import { expect, test } from 'vitest'
import {
  forgottenBy,
  type ForgottenDays,
  forgottenKey,
  isForgottenKey,
  isForgottenOver,
} from '../../../domain/devices/forgotten'
import { wordId } from '../../../domain/devices/word'

const told = (...days: ForgottenDays[]) =>
  new Map(
    days
      .map(forgottenKey)
      .map((key) => [wordId(key), { id: wordId(key), key, value: true, stamp: '' }] as const),
  )

test('a site is named by a checksum alone', () => {
  const key = forgottenKey({ site: 'reddit.com', first: '1970-01-01', last: '2026-11-23' })
  expect(key).not.toContain('reddit')
  expect(isForgottenKey(key)).toBe(true)
})

test.each([
  'forgotten reddit.com 1970-01-01 2026-11-23',
  'forgotten * 1970-01-01',
  'forgotten * 1970-01-01 tomorrow',
  'opinion * 1970-01-01 2026-11-23',
])('“%s” tells of nothing forgotten', (key) => {
  expect(isForgottenKey(key)).toBe(false)
})

test('a site goes with all its parts, until the day on which it was forgotten', () => {
  const isForgotten = forgottenBy(told({ site: 'reddit.com', first: '1970-01-01', last: '2026-11-23' }))
  expect(isForgotten('reddit.com', '2026-11-23')).toBe(true)
  expect(isForgotten('reddit.com/popular', '2020-01-01')).toBe(true)
  expect(isForgotten('reddit.com', '2026-11-24')).toBe(false)
  expect(isForgotten('notreddit.com', '2026-11-23')).toBe(false)
})

test('some days go with all sites', () => {
  const isForgotten = forgottenBy(told({ site: null, first: '2026-11-20', last: '2026-11-21' }))
  const days = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22']
  expect(days.map((day) => isForgotten('any.example', day))).toEqual([false, true, true, false])
})

test('without such words nothing is forgotten', () => {
  expect(forgottenBy(new Map())('reddit.com', '2026-11-23')).toBe(false)
})

test('what nobody sends any more needs no word', () => {
  const key = forgottenKey({ site: null, first: '2026-01-01', last: '2026-05-01' })
  expect(isForgottenOver(key, '2026-11-01')).toBe(false)
  expect(isForgottenOver(key, '2026-12-01')).toBe(true)
  expect(isForgottenOver('rate 2026-01-01', '2030-01-01')).toBe(false)
})
