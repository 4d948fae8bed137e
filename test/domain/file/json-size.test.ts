import { expect, test } from 'vitest'
import { isTooMuchJson } from '../../../domain/file/json-size'

test('nesting that no file of ours has is too much, closed or not', () => {
  expect(isTooMuchJson('['.repeat(600_000))).toBe(true)
  expect(isTooMuchJson(`${'{"a":'.repeat(600_000)}1${'}'.repeat(600_000)}`)).toBe(true)
  expect(isTooMuchJson(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBe(false)
})

test('more lists and records than a file of ours has are too much', () => {
  expect(isTooMuchJson(`[${'[],'.repeat(6_000_001)}[]]`)).toBe(true)
  expect(isTooMuchJson(`[${'{},'.repeat(3_000_000)}[]]`)).toBe(false)
})

test('brackets inside of texts do not count', () => {
  expect(isTooMuchJson(`["${'['.repeat(600_000)}"]`)).toBe(false)
  expect(isTooMuchJson(`["\\"${'['.repeat(600_000)}"]`)).toBe(false)
  expect(isTooMuchJson(`["\\\\",${'['.repeat(600_000)}`)).toBe(true)
})
