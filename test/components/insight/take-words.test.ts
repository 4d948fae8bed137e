/** The finding about platforms in plain text, in both languages. */
import { expect, test, vi } from 'vitest'
import type { Region } from '../../../domain/settings/settings'
import { exchangeRatio, type Take, takeOf } from '../../../domain/insight/take'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { scopeOf } from '../../fixtures/scope'
import { spanOf } from '../../fixtures/spans'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-US' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

async function wordsIn(locale: string) {
  vi.resetModules()
  language.locale = locale
  return import('../../../components/insight/take-words')
}

const visited = (minutes: Record<string, number>, region: Region | null, facts = {}): Take => {
  const spans = Object.entries(minutes).map(([surface, count], day) =>
    spanOf({ surface, start: `2026-11-${16 + day}T10:00Z`, ms: count * MINUTE_MS }),
  )
  const take = takeOf(scopeOf(spans, facts), region)
  if ('lacks' in take) throw new Error(`It lacks ${take.lacks}.`)
  return take
}

const INSTAGRAM = { 'instagram.com': 310, 'youtube.com/watch': 60 }

test.each([
  [
    'en-US',
    'Instagram cost you $129.17 and gave back nothing (assumed). Meta earned about $2.09 from the same hours.',
  ],
  [
    'de-DE',
    'Instagram hat dich 129,17 $ gekostet und nichts zurückgegeben (geschätzt). Meta hat in denselben Stunden etwa 2,09 $ an dir verdient.',
  ],
])('in %s it names the platform with the largest loss', async (locale, text) => {
  const { takeWords } = await wordsIn(locale)
  expect(plain(takeWords(visited(INSTAGRAM, 'europe'), 'USD').text)).toBe(text)
})

test('a return that the person set themself is not marked as assumed', async () => {
  const { takeWords } = await wordsIn('en-US')
  const opinions = [{ surface: 'instagram.com', worthQuarters: 2 }]
  const { text } = takeWords(visited(INSTAGRAM, null, { opinions }), 'USD')
  // Half of 129.1667.
  expect(text).toBe('Instagram cost you $129.17 and gave back $64.58.')
})

test('without money it names the platform with the most time', async () => {
  const { takeWords } = await wordsIn('en-US')
  const take = visited({ 'instagram.com': 60, 'youtube.com/watch': 100 }, 'usCanada')
  expect(plain(takeWords(take, null).text)).toBe(
    'You spent 1 h 40 min on YouTube. Alphabet earned about $0.30 from the same hours.',
  )
})

test('a subscription is what members pay, and less than a cent is not about zero', async () => {
  const { takeWords } = await wordsIn('en-US')
  expect(plain(takeWords(visited({ 'netflix.com': 60 }, 'rest'), null).text)).toBe(
    'You spent 1 h 0 min on Netflix. Members pay Netflix about $0.30 for that many hours.',
  )
  expect(plain(takeWords(visited({ 'twitch.tv': 5 }, 'rest'), null).text)).toBe(
    'You spent 5 min on Twitch. Amazon earned less than $0.01 from the same hours.',
  )
})

test('every emphasised part stands in the text', async () => {
  const { takeWords } = await wordsIn('de-DE')
  const { text, strong } = takeWords(visited(INSTAGRAM, 'europe'), 'EUR')
  expect(strong).toHaveLength(2)
  for (const part of strong) expect(text).toContain(part)
})

test('the basis says the range of grades, the region and its factor', async () => {
  const { takeBasis } = await wordsIn('en-US')
  const basisIn = (region: Region) => takeBasis(visited(INSTAGRAM, region), region)
  expect(basisIn('europe')).toBe(
    'Estimate, grade B to D · Europe, × 0.3 of US figures · forecasts and company reports, checked Nov 28, 2026',
  )
  expect(basisIn('usCanada')).toBe(
    'Estimate, grade B · US and Canada · forecasts and company reports, checked Nov 28, 2026',
  )
})

test('the basis names the first day on which one of its figures was checked', async () => {
  const { takeBasis } = await wordsIn('en-US')
  const take = visited(INSTAGRAM, 'europe')
  const [first, ...others] = take.lines
  const older = { ...first!, take: { ...first!.take, checked: '2026-02-01' } }
  expect(takeBasis({ ...take, lines: [...others, older] }, 'europe')).toContain('checked Feb 1, 2026')
})

test('time without a rate is said to be in no sum, unless there is none or no money is shown', async () => {
  const { unpricedWords } = await wordsIn('en-US')
  const take = visited(INSTAGRAM, 'europe', { hourMinor: null })
  expect(plain(unpricedWords(take, 'EUR'))).toBe(
    'No rate applied to 6 h 10 min of this time, so its cost and return are in no sum.',
  )
  expect(unpricedWords(take, null)).toBe('')
  expect(unpricedWords(visited(INSTAGRAM, 'europe'), 'EUR')).toBe('')
})

test('the exchange ratio shows the typed rate with its date', async () => {
  const { ratioWords } = await wordsIn('en-US')
  const typed = { day: '2026-11-20', currency: 'EUR', perDollar: 9200 }
  const ratio = exchangeRatio(visited({ 'instagram.com': 120 }, 'usCanada').total, 'EUR', typed.perDollar)!
  expect(ratioWords(ratio, typed)).toBe(
    'Your hours cost about 20 times what the platforms earned from them (17 to 42 times). At the rate you entered: $1.00 = €0.92 on Nov 20, 2026.',
  )
})

test('platforms without a public figure are named as in no sum, at most five of them', async () => {
  const { unknownWords } = await wordsIn('en-US')
  const take = visited(INSTAGRAM, null)
  expect(unknownWords(take)).toBe('')
  expect(unknownWords({ ...take, unknown: ['Amazon', 'Google'] })).toBe(
    'No public figure, so in no sum: Amazon and Google.',
  )
  expect(unknownWords({ ...take, unknown: [...'ABCDEFG'] })).toBe(
    'No public figure, so in no sum: A, B, C, D, E, and 2 more.',
  )
})
