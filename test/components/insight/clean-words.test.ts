import { expect, test, vi } from 'vitest'
import type { CleanFeed } from '../../../domain/insight/clean-feeds'
import { FEED_GUIDES } from '../../../domain/insight/data/feed-guides'
import { isCleaningDue, nextCleaning, NOT_CLEANED } from '../../../domain/settings/cleaning'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-GB' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

/** The words in a language. Formats are cached, so each language needs the modules anew. */
async function wordsIn(locale: string) {
  vi.resetModules()
  language.locale = locale
  return import('../../../components/insight/clean-words')
}

const TODAY = '2026-11-23'
const weeks = { first: '2026-09-28', last: '2026-11-22' }

function feed(name: string, cleaning = NOT_CLEANED, isUsed = true): CleanFeed {
  return {
    guide: FEED_GUIDES[0]!,
    name,
    site: 'youtube.com',
    timeMs: 0,
    isUsed,
    cleaning,
    isDue: isCleaningDue(cleaning, TODAY),
    next: nextCleaning(cleaning),
    comparisons: [],
  }
}

const monthly = (...done: string[]) => ({ interval: 'monthly' as const, done })

test.each([
  ['en-GB', 'You used 2 feeds that can be cleaned. YouTube is due.', 'YouTube is due.'],
  ['de-DE', 'Du hast 2 Feeds genutzt, die sich aufräumen lassen. YouTube ist fällig.', 'YouTube ist fällig.'],
])('in %s, the finding says what is due', async (locale, text, strong) => {
  const { cleanWords } = await wordsIn(locale)
  const feeds = [feed('YouTube', monthly('2026-10-23')), feed('TikTok')]
  expect(cleanWords({ feeds, weeks })).toEqual({ text, strong: [strong] })
})

const [HALF, ONE_IN_FIVE] = [
  { drifted: 3, visits: 6 },
  { drifted: 1, visits: 5 },
]

test.each([
  [
    'en-GB',
    'You used 2 feeds that can be cleaned. In the four weeks after you cleaned X, you spent 12 min less a week there. ' +
      'You drifted in 20% of visits there, 50% before.',
  ],
  [
    'de-DE',
    'Du hast 2 Feeds genutzt, die sich aufräumen lassen. In den vier Wochen nach dem Aufräumen von X waren es dort ' +
      'pro Woche 12 min weniger. Bei 20 % der Besuche dort bist du hängen geblieben, vorher bei 50 %.',
  ],
])('in %s, the finding ends with what changed after the newest cleaning', async (locale, text) => {
  const { cleanWords } = await wordsIn(locale)
  const compared = (cleaned: string, beforeMinutes: number, afterMinutes: number) => ({
    state: 'compared' as const,
    cleaned,
    beforeMs: beforeMinutes * MINUTE_MS,
    afterMs: afterMinutes * MINUTE_MS,
    drift: { before: HALF, after: ONE_IN_FIVE },
  })
  const feeds = [
    { ...feed('YouTube'), comparisons: [compared('2026-09-10', 10, 50)] },
    { ...feed('X'), comparisons: [compared('2026-10-10', 40, 28)] },
  ]
  expect(plain(cleanWords({ feeds, weeks }).text)).toBe(text)
})

test('more than three that are due share one name', async () => {
  const { cleanWords } = await wordsIn('en-GB')
  const feeds = ['YouTube', 'TikTok', 'X', 'Reddit'].map((name) => feed(name, monthly()))
  expect(cleanWords({ feeds, weeks }).strong).toEqual(['YouTube, TikTok and 2 others are due.'])
})

test('if none is due, the finding says which is next', async () => {
  const { cleanWords } = await wordsIn('en-GB')
  const feeds = [feed('YouTube', monthly('2026-11-20')), feed('X', monthly('2026-11-02'), false)]
  expect(cleanWords({ feeds, weeks }).text).toBe(
    'You used 1 feed that can be cleaned. Next is X, on 2 Dec 2026.',
  )
})

test('without any interval, the finding is only how many there are', async () => {
  const { cleanWords } = await wordsIn('en-GB')
  const text = 'You used 1 feed that can be cleaned.'
  expect(cleanWords({ feeds: [feed('YouTube')], weeks })).toEqual({ text, strong: ['1'] })
})

test('a feed says when it was cleaned, and when it is due', async () => {
  const { cleanedWords, dueWords } = await wordsIn('en-GB')
  const said = (one: CleanFeed) => [cleanedWords(one), dueWords(one)]
  expect(said(feed('X'))).toEqual(['Not cleaned yet', ''])
  expect(said(feed('X', monthly()))).toEqual(['Not cleaned yet', 'due'])
  expect(said(feed('X', monthly('2026-10-10')))).toEqual(['Cleaned 10 Oct 2026', 'due since 10 Nov 2026'])
  expect(said(feed('X', monthly('2026-11-20')))).toEqual(['Cleaned 20 Nov 2026 · next 20 Dec 2026', ''])
})

test.each([
  [40.9, 28.2, '12 min less'],
  [28.2, 40.9, '12 min more'],
  [28.1, 28.9, 'the same'],
])('%d and then %d minutes a week are %s, as shown', async (before, after, words) => {
  const { differenceWords } = await wordsIn('en-GB')
  const [beforeMs, afterMs] = [before * MINUTE_MS, after * MINUTE_MS]
  const said = differenceWords({ beforeMs, afterMs })
  expect(plain(said)).toBe(words)
})
