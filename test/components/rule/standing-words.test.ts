import { expect, test, vi } from 'vitest'
import type { RuleStatus } from '../../../domain/firewall/firewall-status'
import type { Rule } from '../../../domain/firewall/rule'
import { cutoff, minutes, ruleOf } from '../../fixtures/rules'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-US' }))
vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

const NOW = Date.parse('2026-11-25T23:00:00Z')

/** A rule that is spent, and opens again at 6:00. */
const spent = (rule: Rule): RuleStatus =>
  ({
    rule,
    passUntil: null,
    isSpent: true,
    opensAt: new Date(2026, 10, 26, 6).getTime(),
    leftMs: 0,
    closesAt: null,
    allowed: null,
  }) as unknown as RuleStatus

const night = cutoff('22:00', '6:00')

test.each([
  ['en-US', 'a notice by the clock', ruleOf({ bound: night, strictness: 'notice' }), 'notice until 6:00 AM'],
  ['de-DE', 'a notice by the clock', ruleOf({ bound: night, strictness: 'notice' }), 'Hinweis bis 6:00'],
  ['en-US', 'a notice by minutes', ruleOf({ bound: minutes(20), strictness: 'notice' }), 'used up'],
  ['en-US', 'a wall by the clock', ruleOf({ bound: night, strictness: 'wall' }), 'closed until 6:00 AM'],
])('in %s, %s says what holds now', async (locale, _what, rule, words) => {
  vi.resetModules()
  language.locale = locale
  const { standingWords } = await import('../../../components/rule/standing-words')
  expect(plain(standingWords(spent(rule), NOW, () => ''))).toBe(words)
})
