import { expect, test, vi } from 'vitest'
import type { Nights, WeekdayNights } from '../../../domain/insight/nights'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { ruleOf } from '../../fixtures/rules'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-US' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

const on = (weekday: number, kept: number, of: number, meanMinutes: number): WeekdayNights => ({
  weekday,
  kept,
  of,
  meanPastMs: meanMinutes * MINUTE_MS,
})

const nightsWith = (more: Partial<Nights>): Nights => ({
  rule: ruleOf(),
  nights: [],
  kept: 18,
  of: 27,
  minute: 1350,
  pastMs: 0,
  costMinor: null,
  latest: null,
  run: { now: 0, longest: 0 },
  weekdays: [],
  edges: { days: 0, last: [], first: [] },
  afterBedMs: null,
  ...more,
})

test('the basis says that sleep is not estimated, or when the studies were read', async () => {
  vi.resetModules()
  language.locale = 'en-US'
  const { sleepBasis } = await import('../../../components/insight/nights-words')
  expect(sleepBasis(null)).toMatch(/^sleep is not estimated/)
  expect(sleepBasis(23 * 60)).toBe('sleep estimated from studies, grade B, read Nov 28, 2026')
})

async function wordsOf(locale: string, nights: Nights) {
  vi.resetModules()
  language.locale = locale
  const { nightsWords } = await import('../../../components/insight/nights-words')
  const { text, strong } = nightsWords(nights)
  return { text: plain(text), strong }
}

test.each<[what: string, more: Partial<Nights>, en: string, de: string]>([
  [
    'names the cutoff, the weekday that holds and the one that runs over',
    { weekdays: [on(4, 4, 4, 0), on(5, 0, 4, 41.25), on(6, 3, 4, 5)] },
    'You stopped by 10:30 PM on 18 of 27 nights. Fridays go as planned; Saturdays run over by 41 min on average.',
    'In 18 von 27 Nächten war um 22:30 Schluss. Freitags hältst du es ein; samstags wird es im Schnitt 41 min länger.',
  ],
  [
    'leaves out the weekdays that hold if there are many',
    { weekdays: [on(0, 4, 4, 0), on(1, 4, 4, 0), on(2, 4, 4, 0), on(3, 4, 4, 0), on(6, 3, 4, 5)] },
    'You stopped by 10:30 PM on 18 of 27 nights. Sundays run over by 5 min on average.',
    'In 18 von 27 Nächten war um 22:30 Schluss. Sonntags wird es im Schnitt 5 min länger.',
  ],
  [
    'says nothing of weekdays if none runs over by a minute',
    { weekdays: [on(0, 4, 4, 0), on(1, 3, 4, 0.5)] },
    'You stopped by 10:30 PM on 18 of 27 nights.',
    'In 18 von 27 Nächten war um 22:30 Schluss.',
  ],
  [
    'names no time if the cutoffs differ',
    { minute: null },
    'You stopped in time on 18 of 27 nights.',
    'In 18 von 27 Nächten hast du rechtzeitig aufgehört.',
  ],
  [
    'says that a cutoff is suggested',
    { rule: null, minute: 1335 },
    'You stopped by 10:15 PM, 45 minutes before your bedtime, on 18 of 27 nights.',
    'In 18 von 27 Nächten war bis 22:15 Schluss, 45 Minuten vor deiner Schlafenszeit.',
  ],
])('the finding of the nights %s', async (_what, more, en, de) => {
  expect(await wordsOf('en-US', nightsWith(more))).toEqual({ text: en, strong: ['18 of 27 nights'] })
  expect(await wordsOf('de-DE', nightsWith(more))).toEqual({ text: de, strong: ['18 von 27 Nächten'] })
})
