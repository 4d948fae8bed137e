import { expect, test, vi } from 'vitest'
import type { Bound } from '../../../domain/firewall/rule'
import type { Use } from '../../../domain/firewall/use'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { euros, minutes, opens } from '../../fixtures/rules'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-US' }))
vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

const useOf = (count: number, more: Partial<Use> = {}): Use => ({
  ms: count * MINUTE_MS,
  opens: 0,
  amountMinor: 100 * count,
  currency: 'EUR',
  ...more,
})

/** So many minutes here, and on devices A, B, and so on. */
const where = (here: number, ...there: number[]) => ({
  here: useOf(here),
  elsewhere: there.map((count, index) => ({
    name: index === 0 ? 'Desk' : `D${index + 1}`,
    used: useOf(count),
  })),
})

const SESSIONS: Bound = { type: 'sessions', minutes: 5, breakMinutes: 40 }

test.each<[locale: string, bound: Bound, given: ReturnType<typeof where>, isHidden: boolean, words: string]>([
  ['en-US', minutes(40), where(12, 28), false, '12 min here, 28 min on Desk'],
  ['de-DE', minutes(40), where(12, 28), false, '12 min hier, 28 min auf Desk'],
  ['en-US', SESSIONS, where(12, 28), false, '12 min here, 28 min on Desk'],
  ['en-US', minutes(40), where(0, 28), false, '28 min on Desk'],
  ['en-US', minutes(40), where(12.5, 27.5), false, '13 min here, 27 min on Desk'],
  ['en-US', minutes(40), where(0.5, 39.5), false, '30 s here, 40 min on Desk'],
  ['en-US', minutes(40), where(4, 3, 2, 1), false, '4 min here, 3 min on Desk, 2 min on D2, 1 min on D3'],
  [
    'en-US',
    minutes(40),
    where(9, 8, 7, 6, 3, 2),
    false,
    '9 min here, 8 min on Desk, 7 min on D2, 6 min on D3, 5 min on 2 more devices',
  ],
  [
    'de-DE',
    minutes(40),
    where(9, 8, 7, 6, 3),
    false,
    '9 min hier, 8 min auf Desk, 7 min auf D2, 6 min auf D3 und 3 min auf 1 weiteren Gerät',
  ],
  ['en-US', euros(40), where(12, 28), false, '€12.00 here, €28.00 on Desk'],
  ['en-US', euros(40), where(12.004, 27.996), false, '€12.00 here, €28.00 on Desk'],
  ['en-US', euros(40), where(12, 28), true, '12 min here, 28 min on Desk'],
])('in %s, of %j with %j (hidden: %s)', async (locale, bound, given, isHidden, words) => {
  vi.resetModules()
  language.locale = locale
  const { whereWords } = await import('../../../components/rule/where-words')
  expect(plain(whereWords(bound, given, isHidden))).toBe(words)
})

test('of visits, one or several', async () => {
  vi.resetModules()
  language.locale = 'en-US'
  const { whereWords } = await import('../../../components/rule/where-words')
  const visits = {
    here: useOf(9, { opens: 2 }),
    elsewhere: [{ name: 'Desk', used: useOf(1, { opens: 1 }) }],
  }
  expect(plain(whereWords(opens(3), visits, false))).toBe('2 visits here, 1 visit on Desk')
})
