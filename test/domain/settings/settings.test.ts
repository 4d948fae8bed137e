import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS, isPaused, readSettings } from '../../../domain/settings/settings'

describe('stored settings are checked field by field', () => {
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'broken'],
    ['a list', [1, 2]],
    ['an empty object', {}],
  ])('%s gives the defaults', (_name, stored) => {
    expect(readSettings(stored)).toEqual(DEFAULT_SETTINGS)
  })

  test.each<[keyof typeof DEFAULT_SETTINGS, unknown]>([
    ['currency', 'euro'],
    ['dayStartHour', 24],
    ['dayStartHour', '4'],
    ['idleSeconds', 14],
    ['idleSeconds', 601],
    ['idleSeconds', Number.NaN],
    ['secondScreen', 'yes'],
    ['badge', 'rainbow'],
    ['pictureMoney', 'yes'],
    ['pictureNames', 1],
    ['pausedUntil', -1],
    ['bedtime', -1],
    ['bedtime', 1440],
    ['bedtime', 22.5],
    ['bedtime', '23:00'],
    ['guess', { day: '2026-11-23', minutes: 1441 }],
    ['yearThings', [{ known: 'yachts', name: '', minutes: 60, price: null }]],
    ['region', 'Europe'],
    ['dollarRate', { day: '2026-11-31', currency: 'EUR', perDollar: 9200 }],
    ['dollarRate', { day: '2026-11-23', currency: 'euro', perDollar: 9200 }],
    ['dollarRate', { day: '2026-11-23', currency: 'EUR', perDollar: 0.92 }],
    ['dollarRate', { day: '2026-11-23', currency: 'EUR', perDollar: 0 }],
    ['cleanings', { 'youtube.com': { interval: 'hourly', done: [] } }],
    ['aiSavedPercent', -21],
    ['aiSavedPercent', 101],
    ['aiSavedPercent', 33.3],
    ['aiGoal', 'sport'],
    ['nudges', 1],
    ['mutedNudges', ['goal', 'goal']],
    ['mutedNudges', ['goal', 'unknown']],
    ['mutedNudges', 'goal'],
  ])('an invalid %s (%j) falls back without changing other fields', (field, bad) => {
    const stored = { ...DEFAULT_SETTINGS, currency: 'CHF', badge: 'cost', [field]: bad }
    const expected = { ...DEFAULT_SETTINGS, currency: 'CHF', badge: 'cost', [field]: DEFAULT_SETTINGS[field] }
    expect(readSettings(stored)).toEqual(expected)
  })

  test('valid settings are kept unchanged', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      currency: 'JPY',
      dayStartHour: 0,
      pictureMoney: true,
      pictureNames: true,
      idleSeconds: 600,
      bedtime: 9 * 60 + 30,
      guess: { day: '2026-11-23', minutes: 45 },
      yearThings: [
        { known: null, name: 'Lesson', minutes: null, price: { amountMinor: 40, currency: 'JPY' } },
      ],
      region: 'europe',
      dollarRate: { day: '2026-11-23', currency: 'EUR', perDollar: 9200 },
      cleanings: { 'youtube.com': { interval: 'monthly', done: ['2026-11-23'] } },
      aiSavedPercent: -20,
      aiGoal: 'offline',
      nudges: true,
      mutedNudges: ['leave', 'goal'],
    }
    expect(readSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings)
  })
})

describe('a pause', () => {
  test.each([
    [null, 1000, false],
    ['resumed', 1000, true],
    [1001, 1000, true],
    [1000, 1000, false],
  ] as const)('until %s is active at %d: %s', (pausedUntil, at, expected) => {
    expect(isPaused({ ...DEFAULT_SETTINGS, pausedUntil }, at)).toBe(expected)
  })
})
