import { describe, expect, test, vi } from 'vitest'
import { driftWords, workedDrift } from '../../../components/insight/drift-words'
import { type FindingWords, piecesOf } from '../../../components/insight/finding-sentence'
import { surfacesShown, workedWorth, worthWords } from '../../../components/insight/worth-words'
import { driftOf } from '../../../domain/insight/drift'
import { type WorthAnswers, worthAnswersOf } from '../../../domain/insight/worth-answers'
import { ratingsOf } from '../../fixtures/ratings'
import { scopeOf } from '../../fixtures/scope'

const language = vi.hoisted(() => ({ locale: 'en-US' }))

vi.mock('../../../platform/i18n', async () => {
  const { wordIn } = await import('../../fixtures/words')
  return {
    locale: () => language.locale,
    t: (key: string, ...values: (string | number)[]) => wordIn(language.locale, key, ...values),
  }
})

const answersIn = (...facts: Parameters<typeof scopeOf>): WorthAnswers => {
  const found = worthAnswersOf(scopeOf(...facts))
  if ('lacks' in found) throw new Error(`It lacks ${found.lacks}.`)
  return found
}

const worthOfAnswers = (...facts: Parameters<typeof scopeOf>): FindingWords => worthWords(answersIn(...facts))

const driftOfAnswers = (...facts: Parameters<typeof scopeOf>): FindingWords => {
  const found = driftOf(scopeOf(...facts))
  if ('lacks' in found) throw new Error(`It lacks ${found.lacks}.`)
  return driftWords(found)
}

/** What the page shows in bold. */
const emphasised = (words: FindingWords): string[] => piecesOf(words).filter((_, index) => index % 2 === 1)

describe('the finding about worth', () => {
  const youtube = [...ratingsOf(7, { worthQuarters: 6 }), ...ratingsOf(5, { worthQuarters: 4 })]
  const wikipedia = ratingsOf(20, { surface: 'wikipedia.org', worthQuarters: 6 })

  test('names the surface whose worth the answers move most surely, though another has more of them', () => {
    language.locale = 'en-US'
    const words = worthOfAnswers([], { ratings: [...wikipedia, ...youtube] })
    // (5 × 0 + 62) ÷ 17 = 3.65 quarters
    expect(words.text).toBe(
      'You called 7 of 12 visits to YouTube worth it. ' +
        'Your answers average 129%. With the assumption of 0%, which weighs like five more answers, ' +
        'an hour there counts as 91% of its price, likely 75% to 108%.',
    )
    expect(emphasised(words)).toEqual(['7 of 12'])
  })

  test('prefers many answers that agree to a few that move the worth further', () => {
    language.locale = 'en-US'
    // 5 answers of 200 % and 0 %: 60 %, 22 to 98 %. 30 of 50 %: 43 %, 39 to 47 %.
    const few = [...ratingsOf(3, { worthQuarters: 8 }), ...ratingsOf(2, { worthQuarters: 0 })]
    const many = ratingsOf(30, { surface: 'reddit.com', worthQuarters: 2 })
    const [first, second] = surfacesShown(answersIn([], { ratings: [...few, ...many] }))
    expect([first?.profile.surface, second?.profile.surface]).toEqual(['reddit.com', 'youtube.com'])
    expect(second?.rated.worthQuarters).toBeGreaterThan(first?.rated.worthQuarters ?? 0)
  })

  test('is about the surface that its picture shows first', () => {
    const shown = surfacesShown(answersIn([], { ratings: [...wikipedia, ...youtube] }))
    expect(shown.map(({ profile }) => profile.surface)).toEqual(['youtube.com', 'wikipedia.org'])
  })

  test('says so if the own word still counts', () => {
    language.locale = 'en-US'
    const opinions = [{ surface: 'youtube.com', worthQuarters: 2 }]
    expect(worthOfAnswers([], { ratings: youtube, opinions }).text).toBe(
      'You called 7 of 12 visits to YouTube worth it. Your own word still counts there: 50% of the price.',
    )
  })

  test('has the numbers that went in under Why', () => {
    language.locale = 'en-US'
    // 7 × 150 + 5 × 100. √(5 × (2² + 3.65²) + 7 × 2.35² + 5 × 0.35²) ÷ 17 = 0.66 quarters to either side.
    expect(workedWorth(answersIn([], { ratings: [...wikipedia, ...youtube] }))).toBe(
      'YouTube: (5 × 0% + 1,550%) ÷ (5 + 12) = 91%, from 75% to 108%.',
    )
  })

  test('is about all visits if no surface has five answers', () => {
    language.locale = 'de-DE'
    const ratings = ['a.com', 'b.com', 'c.com'].flatMap((surface) =>
      ratingsOf(2, { surface, worthQuarters: surface === 'a.com' ? 8 : 0 }),
    )
    expect(worthOfAnswers([], { ratings }).text).toBe('Bei 2 von 6 Besuchen hat es sich für dich gelohnt.')
  })
})

describe('the finding about drift', () => {
  const ratings = [
    ...ratingsOf(4, { drifted: true, hour: 23 }),
    ...ratingsOf(1, { drifted: false, hour: 0 }),
    ...ratingsOf(10, { drifted: false, hour: 14 }),
  ]

  test('says how many visits drifted, and when most often', () => {
    language.locale = 'en-US'
    const words = driftOfAnswers([], { ratings })
    expect(words.text).toBe(
      'You drifted in 4 of 15 visits, most often between 10:00\u202fPM and 4:00\u202fAM.',
    )
    expect(emphasised(words)).toEqual(['4 of 15'])
  })

  test('has the numbers that went in under Why', () => {
    language.locale = 'en-US'
    expect(workedDrift({ drifted: 4, visits: 15 })).toBe('All visits: 4 ÷ 15 = 27%.')
  })

  test('names no hours if none stands out', () => {
    language.locale = 'de-DE'
    expect(driftOfAnswers([], { ratings: ratingsOf(12, { drifted: false }) }).text).toBe(
      'Bei 0 von 12 Besuchen bist du hängen geblieben.',
    )
  })
})
