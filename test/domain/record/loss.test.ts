import { expect, test } from 'vitest'
import { lossOf, type LossOf } from '../../../domain/record/loss'

test.each<
  [what: string, marks: [inDatabase: boolean, outside: boolean, hasSettings: boolean], LossOf | null]
>([
  ['the first start, or one after erasing', [false, false, false], null],
  ['an update from a version without marks', [false, false, true], null],
  ['every other start', [true, true, true], null],
  ['a database that the browser made anew', [false, true, true], 'record'],
  ['the same with little else in storage', [false, true, false], 'record'],
  ['a storage that the browser made anew', [true, false, false], 'settings'],
  ['an erasure that was cut short', [true, false, true], null],
])('%s: %o is a loss of %s', (_what, [inDatabase, outside, hasSettings], expected) => {
  expect(lossOf({ inDatabase, outside, hasSettings })).toBe(expected)
})
