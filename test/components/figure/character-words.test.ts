import { expect, test, vi } from 'vitest'
import { characterWords } from '../../../components/figure/character-words'

vi.mock('../../../platform/i18n', async () =>
  (await import('../../fixtures/words')).i18nIn({ locale: 'en-GB' }),
)

test.each([
  ['own', 6, 'News · worth it'],
  ['rated', 3.85, 'News · rated (96%)'],
  ['assumed', 2, 'News · assumed'],
  ['unknown', 4, 'News · worth unknown'],
] as const)('a worth that is %s is said with what is known of it', (source, worthQuarters, words) => {
  expect(characterWords({ kind: 'news', worth: { worthQuarters, source } })).toBe(words)
})
