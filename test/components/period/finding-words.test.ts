import { expect, test, vi } from 'vitest'
import type { PageFinding } from '../../../domain/statement/page-finding'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-GB' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

async function said(found: PageFinding, locale: string, currency: string | null = 'EUR') {
  vi.resetModules()
  language.locale = locale
  const { findingWords } = await import('../../../components/period/finding-words')
  return plain(findingWords(found, currency))
}

const LOSS: PageFinding = {
  type: 'net',
  netMinor: -1250,
  assumed: 'partly',
  main: { kind: 'feed', netMinor: -1500 },
}
const YIELD: PageFinding = {
  type: 'yield',
  yieldMinor: 1410,
  hourMinor: 2500,
  moreMinor: 180,
  assumed: 'no',
}

test.each<[PageFinding, string, string]>([
  [
    { type: 'little', timeMs: 7 * MINUTE_MS },
    'Only 7 min is recorded: too little to say more.',
    'Nur 7 min erfasst: zu wenig, um mehr zu sagen.',
  ],
  [
    LOSS,
    'Your time returned €12.50 less than it cost, mainly from Feeds (−€15.00), partly assumed.',
    'Deine Zeit hat 12,50 € weniger gebracht, als sie gekostet hat, vor allem durch Feeds (−15,00 €), teils geschätzt.',
  ],
  [
    { type: 'net', netMinor: 0, assumed: 'no', main: null },
    'Your time returned what it cost.',
    'Deine Zeit hat gebracht, was sie gekostet hat.',
  ],
  [
    { type: 'most', timeMs: 90 * MINUTE_MS, kind: 'work', kindMs: HOUR_MS },
    'The largest part of the time went to Work: 1 h 0 min of 1 h 30 min.',
    'Am meisten Zeit ging an Arbeit: 1 h 0 min von 1 h 30 min.',
  ],
  [
    { type: 'most', timeMs: HOUR_MS, kind: 'work', kindMs: HOUR_MS },
    'All of the time went to Work: 1 h 0 min.',
    'Alle Zeit ging an Arbeit: 1 h 0 min.',
  ],
  [
    { type: 'same', timeMs: HOUR_MS, main: null },
    '1 h 0 min, about as much as before.',
    '1 h 0 min, etwa so viel wie vorher.',
  ],
  [
    { type: 'same', timeMs: HOUR_MS, main: { kind: 'feed', byMs: -20 * MINUTE_MS } },
    '1 h 0 min, about as much as before; biggest change: Feeds (−20 min).',
    '1 h 0 min, etwa so viel wie vorher; größte Änderung: Feeds (−20 min).',
  ],
  [
    { type: 'change', timeMs: HOUR_MS, byMs: -HOUR_MS, main: { kind: 'feed', byMs: -HOUR_MS } },
    '1 h 0 min, which is 1 h 0 min less than before, mainly from Feeds (−1 h 0 min).',
    '1 h 0 min, das sind 1 h 0 min weniger als vorher, vor allem durch Feeds (−1 h 0 min).',
  ],
  [
    YIELD,
    'An hour of your attention earned €14.10, €1.80 more than usual, at a price of €25.00.',
    'Eine Stunde deiner Aufmerksamkeit hat 14,10 € eingebracht, 1,80 € mehr als sonst, bei einem Preis von 25,00 €.',
  ],
  [
    { ...YIELD, hourMinor: null, moreMinor: 0, assumed: 'wholly' },
    'An hour of your attention earned €14.10, as usual, assumed.',
    'Eine Stunde deiner Aufmerksamkeit hat 14,10 € eingebracht, wie sonst, geschätzt.',
  ],
])('%j is said in English and German', async (found, english, german) => {
  expect(await said(found, 'en-GB')).toBe(english)
  expect(await said(found, 'de-DE')).toBe(german)
})

test('an amount is not said where no money is shown', async () => {
  expect(await said(LOSS, 'en-GB', null)).toBe('')
})
