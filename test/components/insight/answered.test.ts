/** How many questions have an answer, in both languages. */
import { expect, test, vi } from 'vitest'

const language = vi.hoisted(() => ({ locale: 'en-US' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

async function wordsIn(locale: string, answered: number): Promise<string> {
  vi.resetModules()
  language.locale = locale
  const { answeredWords } = await import('../../../components/insight/answered')
  return answeredWords(answered)
}

test.each([
  [0, 'This page answers 8 questions about your time. For this period there is not enough yet.'],
  [1, '1 of 8 questions has an answer for this period.'],
  [7, '7 of 8 questions have an answer for this period.'],
  [8, 'All 8 questions have an answer for this period.'],
])('with %i answers the page says in English: %s', async (answered, words) => {
  expect(await wordsIn('en-US', answered)).toBe(words)
})

test.each([
  [0, 'Diese Seite beantwortet 8 Fragen zu deiner Zeit. Für diesen Zeitraum ist noch zu wenig da.'],
  [1, '1 von 8 Fragen hat für diesen Zeitraum eine Antwort.'],
  [7, '7 von 8 Fragen haben für diesen Zeitraum eine Antwort.'],
  [8, 'Alle 8 Fragen haben für diesen Zeitraum eine Antwort.'],
])('with %i answers the page says in German: %s', async (answered, words) => {
  expect(await wordsIn('de-DE', answered)).toBe(words)
})
