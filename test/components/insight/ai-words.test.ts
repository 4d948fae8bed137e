import { describe, expect, test, vi } from 'vitest'
import type { AiDividend } from '../../../domain/insight/ai-dividend'
import { AI_TIME_SAVED } from '../../../domain/insight/ai-time-saved'
import type { AiGoal } from '../../../domain/settings/settings'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-US' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

async function wordsIn(locale: string) {
  vi.resetModules()
  language.locale = locale
  return import('../../../components/insight/ai-words')
}

/** Minutes kept, leaked and unknown. */
const dividend = (kept: number, leaked: number, unknown: number, goalMore = kept): AiDividend => ({
  aiMs: 427 * MINUTE_MS,
  dividendMs: (kept + leaked + unknown) * MINUTE_MS,
  aiDays: 2,
  split: {
    keptMs: kept * MINUTE_MS,
    leakedMs: leaked * MINUTE_MS,
    unknownMs: unknown * MINUTE_MS,
    feeds: { timeMs: leaked * MINUTE_MS, usualMs: 0 },
    goal: { timeMs: goalMore * MINUTE_MS, usualMs: 0 },
    days: 2,
  },
})

const without = (minutes: number): AiDividend => ({
  aiMs: 100 * MINUTE_MS,
  dividendMs: minutes * MINUTE_MS,
  aiDays: 1,
  split: null,
})

const finding = async (locale: string, found: AiDividend, goal: AiGoal) => {
  const { aiWords } = await wordsIn(locale)
  return plain(aiWords(found, goal).text)
}

describe('the finding', () => {
  test.each<[AiDividend, AiGoal, string]>([
    [
      dividend(62, 48, 31),
      'learning',
      'Of the 2 h 21 min that you say AI saved you, 1 h 2 min went into learning and 48 min leaked into feeds.',
    ],
    [
      dividend(62, 48, 31),
      'offline',
      'Of the 2 h 21 min that you say AI saved you, you were offline for 1 h 2 min, and 48 min leaked into feeds.',
    ],
    [
      dividend(20, 0, 10),
      'work',
      'Of the 30 min that you say AI saved you, 20 min went into work. Nothing leaked into feeds.',
    ],
    [dividend(0, 20, 10), 'work', 'Of the 30 min that you say AI saved you, 20 min leaked into feeds.'],
    [
      dividend(0, 0, 30),
      'work',
      'You say that AI saved you 30 min. Nothing leaked into feeds; where it went is not known.',
    ],
    [
      without(0),
      'work',
      'By your own account, AI did not save you a minute. So there was none that could leak.',
    ],
    [
      without(-20),
      'work',
      'By your own account, AI took 20 min more than it saved. So there was nothing that could leak.',
    ],
  ])('of %# reads as a sentence', async (found, goal, text) => {
    expect(await finding('en-US', found, goal)).toBe(text)
  })

  test('reads as a sentence in German', async () => {
    expect(await finding('de-DE', dividend(62, 48, 31), 'learning')).toBe(
      'Von den 2 h 21 min, die KI dir nach deiner Angabe gespart hat, gingen 1 h 2 min ins Lernen, und 48 min versickerten in Feeds.',
    )
  })

  test.each(['en-US', 'de-DE'])('in %s emphasises whole amounts, also equal ones', async (locale) => {
    const { aiWords } = await wordsIn(locale)
    const { piecesOf } = await import('../../../components/insight/finding-sentence')
    for (const goal of ['learning', 'work', 'offline'] as const) {
      for (const [found, amounts] of [
        [dividend(48, 48, 12), ['1 h 48 min', '48 min', '48 min']],
        [dividend(30, 0, 0), ['30 min', '30 min']],
        [dividend(0, 30, 0), ['30 min', '30 min']],
      ] as const)
        expect(
          piecesOf(aiWords(found, goal))
            .filter((_, index) => index % 2 === 1)
            .map(plain),
        ).toEqual(amounts)
    }
  })
})

test('what was kept is said to be none only if the goal got no more time than usual', async () => {
  const { keptReason } = await wordsIn('en-US')
  expect(keptReason(dividend(5, 0, 0).split!, 'learning')).toBe('more learning than usual')
  expect(keptReason(dividend(0, 5, 0).split!, 'learning')).toBe('no more learning than usual')
  expect(keptReason(dividend(0, 5, 0, 30).split!, 'learning')).toBe('nothing is left over')
})

test('figures have their sign, and none is not “0 s”', async () => {
  const { columnMinutes, factorText, minutesText, signedClock, signedDuration } = await wordsIn('en-US')
  expect([minutesText(0), columnMinutes(0), signedClock(0), signedDuration(0)].map(plain)).toEqual([
    '0 min',
    '0:00',
    '±0:00',
    '±0 min',
  ])
  expect(signedClock(-86 * MINUTE_MS)).toBe('−1:26')
  expect(plain(signedDuration(48 * MINUTE_MS))).toBe('+48 min')
  expect([factorText(33), factorText(-20), factorText(100)]).toEqual(['0.33', '−0.2', '1'])
})

test('each study shows its figure and its range', async () => {
  const { studyFigure } = await wordsIn('en-US')
  expect(AI_TIME_SAVED.studies.map(studyFigure)).toEqual([
    '5.4%',
    '33%',
    '2.8% to 3%',
    '−19%',
    '18% (−9% to 38%)',
    '4% (−9% to 15%)',
  ])
})
