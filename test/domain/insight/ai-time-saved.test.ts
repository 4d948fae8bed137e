import { expect, test } from 'vitest'
import { AI_TIME_SAVED } from '../../../domain/insight/ai-time-saved'
import { DEFAULT_SETTINGS } from '../../../domain/settings/settings'
import { isDay } from '../../../domain/time/local-time'

const { asOf, factor, studies } = AI_TIME_SAVED

test('every study has a range with its figure inside, a source and a year', () => {
  for (const { low, central, high, source, year } of studies) {
    expect(low).toBeLessThanOrEqual(central ?? high)
    expect(central ?? low).toBeLessThanOrEqual(high)
    expect(source.length).toBeGreaterThan(5)
    expect(year).toBeGreaterThanOrEqual(2024)
    expect(year).toBeLessThanOrEqual(Number(asOf.slice(0, 4)))
  }
  expect(isDay(asOf)).toBe(true)
})

test('every study stands there once', () => {
  expect(new Set(studies.map(({ name }) => name)).size).toBe(studies.length)
})

test('studies disagree on the sign, so the range of the factor is no bound', () => {
  expect(Math.min(...studies.map(({ low }) => low))).toBeLessThan(0)
  expect(Math.max(...studies.map(({ high }) => high))).toBeGreaterThan(0)
})

test('the factor is the central one until the person declares another', () => {
  expect(DEFAULT_SETTINGS.aiSavedPercent).toBe(factor.central)
  expect(factor.low).toBeLessThanOrEqual(factor.central)
  expect(factor.central).toBeLessThanOrEqual(factor.high)
})
