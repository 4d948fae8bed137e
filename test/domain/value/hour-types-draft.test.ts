import { expect, test } from 'vitest'
import { hourTypesDraft, readHourTypes } from '../../../domain/value/hour-types-draft'
import { SUGGESTED_HOUR_TYPES } from '../../../domain/value/suggested-hour-types'

test('hour types are unchanged after being written into fields and read back', () => {
  expect(readHourTypes(hourTypesDraft(SUGGESTED_HOUR_TYPES), ',')).toEqual({
    hourTypes: SUGGESTED_HOUR_TYPES,
    flaws: {},
  })
})

test.each([
  ['', 'empty'],
  ['half', 'notANumber'],
  ['-5', 'negative'],
  ['12.5', 'tooManyDecimals'],
  ['501', 'tooLarge'],
])('%j percent is refused: %s', (free, flaw) => {
  const draft = hourTypesDraft(SUGGESTED_HOUR_TYPES)
  const typed = { ...draft, percent: { ...draft.percent, free } }
  expect(readHourTypes(typed, '.')).toEqual({ hourTypes: null, flaws: { free: flaw } })
})

test('free hours can be priced at zero percent', () => {
  const draft = hourTypesDraft(SUGGESTED_HOUR_TYPES)
  const typed = { ...draft, percent: { ...draft.percent, free: '0' } }
  expect(readHourTypes(typed, '.').hourTypes?.percent.free).toBe(0)
})
