import { describe, expect, test, vi } from 'vitest'
import type { HourYield } from '../../../domain/insight/hour-yield'
import { hourYieldOf } from '../../../domain/insight/hour-yield'
import { HOUR_MS } from '../../../domain/time/local-time'
import { periodOf } from '../../../domain/time/period'
import { scopeOf, WEEK } from '../../fixtures/scope'
import { spanOf } from '../../fixtures/spans'

const language = vi.hoisted(() => ({ locale: 'en-GB' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

async function words(locale = 'en-GB') {
  vi.resetModules()
  language.locale = locale
  return import('../../../components/insight/yield-words')
}

const hours = (surface: string, start: string, count: number) =>
  spanOf({ surface, start, ms: count * HOUR_MS })

const LAST_WEEK = [
  hours('github.com', '2026-11-17T10:00Z', 6),
  hours('instagram.com', '2026-11-17T18:00Z', 2),
]

/** At 25 € an hour: 18.75 € in the week, and as many feeds seven weeks ago as the case says. */
const foundIn = (earlier: readonly ReturnType<typeof spanOf>[], period = WEEK) =>
  hourYieldOf(scopeOf([...LAST_WEEK, ...earlier], { period })) as HourYield

const HALF_OF_IT = [
  hours('github.com', '2026-09-29T10:00Z', 1),
  hours('instagram.com', '2026-09-29T18:00Z', 1),
]

describe('the finding', () => {
  test('of a week compares with its price and with seven weeks ago', async () => {
    const { yieldWords } = await words()
    expect(yieldWords(foundIn(HALF_OF_IT), WEEK, 'EUR')).toEqual({
      text: 'An hour of your attention earned €18.75. That is €6.25 less than its price, and €6.25 more than 7 weeks ago.',
      strong: ['€18.75'],
    })
  })

  test('is German in German', async () => {
    const { yieldWords } = await words('de-DE')
    expect(yieldWords(foundIn(HALF_OF_IT), WEEK, 'EUR').text).toBe(
      'Eine Stunde deiner Aufmerksamkeit hat 18,75\u00a0€ eingebracht. Das liegt 6,25\u00a0€ unter ihrem Preis und 6,25\u00a0€ höher als vor 7 Wochen.',
    )
  })

  test('of a month says how its weeks changed, because they overlap with it', async () => {
    const { yieldWords } = await words()
    const november = periodOf('month', '2026-11-01', 0)
    const { text } = yieldWords(foundIn(HALF_OF_IT, november), november, 'EUR')
    expect(text).toBe(
      'An hour of your attention earned €18.75. That is €6.25 less than its price. Over 7 weeks it rose by €6.25.',
    )
  })

  test.each([
    ['less', [hours('coursera.org', '2026-09-29T10:00Z', 1)], 'and €18.75 less than 7 weeks ago.'],
    [
      'the same',
      [hours('github.com', '2026-09-29T10:00Z', 3), hours('instagram.com', '2026-09-29T18:00Z', 1)],
      'and as much as 7 weeks ago.',
    ],
    ['later weeks', [hours('coursera.org', '2026-10-27T10:00Z', 1)], 'and €18.75 less than 3 weeks ago.'],
    ['the week before', [hours('coursera.org', '2026-11-10T10:00Z', 1)], 'and €18.75 less than 1 week ago.'],
    ['no trend', [], 'That is €6.25 less than its price.'],
  ])('with %s it ends accordingly', async (_name, earlier, end) => {
    const { yieldWords } = await words()
    expect(yieldWords(foundIn(earlier), WEEK, 'EUR').text.endsWith(end)).toBe(true)
  })

  test.each([
    ['work alone', 'github.com', 'That is exactly its price.'],
    ['learning', 'coursera.org', 'That is €12.50 more than its price.'],
  ])('of %s has its own relation to the price', async (_name, surface, sentence) => {
    const { yieldWords } = await words()
    const found = hourYieldOf(scopeOf([hours(surface, '2026-11-17T10:00Z', 1)])) as HourYield
    expect(yieldWords(found, WEEK, 'EUR').text).toContain(sentence)
  })

  test('names no money while money is hidden', async () => {
    const { yieldWords } = await words()
    expect(yieldWords(foundIn([]), WEEK, null)).toEqual({
      text: '2\u202fh\u00a00\u202fmin of your 8\u202fh\u00a00\u202fmin went to sites that gave back less than they cost.',
      strong: ['2\u202fh\u00a00\u202fmin'],
    })
    const found = hourYieldOf(scopeOf([hours('github.com', '2026-11-17T10:00Z', 1)])) as HourYield
    expect(yieldWords(found, WEEK, null).text).toBe(
      'None of your 1\u202fh\u00a00\u202fmin went to sites that gave back less than they cost.',
    )
  })
})

test('an estimate for a year has no cents and no minutes, and small counts one decimal', async () => {
  const { countText, hoursText, yearHours, yearMoney } = await words()
  expect(yearMoney(-1_084_849, 'EUR')).toBe('−\u2060€10,848')
  expect(yearMoney(1_084_850, 'EUR')).toBe('+\u2060€10,849')
  expect(yearMoney(-1_084_849, 'JPY')).toBe('−\u2060JP¥1,084,849')
  expect(yearHours(432.4 * HOUR_MS)).toBe('432\u202fh')
  expect([hoursText(360), hoursText(45), hoursText(90)]).toEqual([
    '6\u202fh',
    '45\u202fmin',
    '1\u202fh\u00a030\u202fmin',
  ])
  expect([countText(2.44), countText(9.94), countText(9.96), countText(72.3)]).toEqual([
    '2.4',
    '9.9',
    '10',
    '72',
  ])
})
