/** What is missing and when it will be there, in both languages. */
import { describe, expect, test, vi } from 'vitest'
import type { Lack, Missing, When } from '../../../domain/insight/finding'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-US' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

async function wordsIn(locale: string, missing: Missing): Promise<string> {
  vi.resetModules()
  language.locale = locale
  const { missingWords } = await import('../../../components/insight/missing-words')
  return plain(missingWords(missing))
}

const lacking = (when: When, lacks: Lack = 'minutes'): Missing => ({ lacks, have: 12, need: 30, when })

const DAY = '2026-12-27'

const EN = 'This needs 30 minutes in the browser. This period has 12.'
const DE = 'Dafür braucht es 30 Minuten im Browser. In diesem Zeitraum: 12.'

describe.each<[string, When, string, string]>([
  [
    'after some days',
    { by: 'days', days: 3 },
    'At this pace it takes about 3 more days.',
    'Wenn es so weitergeht, dauert es noch etwa 3 Tage.',
  ],
  [
    'after one day',
    { by: 'days', days: 1 },
    'At this pace it takes about 1 more day.',
    'Wenn es so weitergeht, dauert es noch etwa 1 Tag.',
  ],
  [
    'after some days of answers',
    { by: 'answers', days: 2 },
    'If you answer every question, that takes 2 more days.',
    'Wenn du jede Frage beantwortest, dauert das noch 2 Tage.',
  ],
  [
    'after one day of answers',
    { by: 'answers', days: 1 },
    'If you answer every question, that takes 1 more day.',
    'Wenn du jede Frage beantwortest, dauert das noch 1 Tag.',
  ],
  [
    'on a day',
    { by: 'day', day: DAY },
    'It can be here on Dec 27, 2026 at the earliest.',
    'Frühestens am 27.12.2026 kann es hier stehen.',
  ],
  [
    'on a day of a later period',
    { by: 'later', day: DAY },
    'A period that includes Dec 27, 2026 can show it.',
    'Ein Zeitraum, zu dem der 27.12.2026 gehört, kann es zeigen.',
  ],
  [
    'once there is enough',
    { by: 'enough' },
    'It appears here as soon as there is enough.',
    'Sobald es genug ist, steht es hier.',
  ],
  [
    'never in a period that is over',
    { by: 'over' },
    'This period is over: choose one that goes on until today.',
    'Dieser Zeitraum ist vorbei. Wähl einen, der bis heute geht.',
  ],
  [
    'never in a period that ends before',
    { by: 'longer' },
    'This period ends too early for that: choose a longer one.',
    'Dafür endet dieser Zeitraum zu früh. Wähl einen längeren.',
  ],
])('%s', (_title, when, english, german) => {
  test('is said in English', async () => {
    expect(await wordsIn('en-US', lacking(when))).toBe(`${EN} ${english}`)
  })
  test('is said in German', async () => {
    expect(await wordsIn('de-DE', lacking(when))).toBe(`${DE} ${german}`)
  })
})

describe.each(['en-US', 'de-DE'])('in %s', (locale) => {
  test.each<Lack>([
    'minutes',
    'pricedMinutes',
    'platforms',
    'aiMinutes',
    'days',
    'feeds',
    'nights',
    'ratings',
    'drift',
  ])('%s: the words have every number and no placeholder', async (lacks) => {
    const words = await wordsIn(locale, lacking({ by: 'enough' }, lacks))
    expect(words).not.toMatch(/\$\d|insight_|undefined/)
    expect(words).toMatch(lacks === 'platforms' ? /Instagram/ : /30/)
  })

  test.each<[Lack, RegExp]>([
    ['rate', /at once\.$|sofort bewertet\.$/],
    ['cutoff', /from the day you set it\.$|an dem du sie setzt\.$/],
  ])('%s: the words end with what happens once it is set', async (lacks, end) => {
    expect(await wordsIn(locale, lacking({ by: 'setting' }, lacks))).toMatch(end)
  })
})
