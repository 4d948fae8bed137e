import { expect, test, vi } from 'vitest'
import { choosing, newDraft } from '../../../domain/firewall/bound-choice'
import { ruleAsDraft } from '../../../domain/firewall/rule-as-draft'
import { readRule } from '../../../domain/firewall/rule-draft'
import { cutoff, ruleOf } from '../../fixtures/rules'

const language = vi.hoisted(() => ({ locale: 'en-US' }))

vi.mock('../../../platform/i18n', async () => (await import('../../fixtures/words')).i18nIn(language))

async function shown(locale: string) {
  vi.resetModules()
  language.locale = locale
  return (await import('../../../components/firewall/field-clock')).withShownClocks
}

const CONTEXT = { separator: '.', signs: ['€'], currency: 'EUR', rules: [], opinions: [] }

test.each([
  ['en-US', '10:30\u202fPM', '6:00\u202fAM', '9:00\u202fAM–5:00\u202fPM'],
  ['en-GB', '22:30', '6:00', '9:00–17:00'],
  ['de-DE', '22:30', '6:00', '9:00–17:00'],
])('in %s a new rule has the times of the region', async (locale, evening, morning, hours) => {
  const withShownClocks = await shown(locale)
  const draft = newDraft()
  expect(withShownClocks({ ...draft, ...choosing(draft, 'cutoff') })).toMatchObject({ all: evening, morning })
  expect(withShownClocks({ ...draft, ...choosing(draft, 'blocked') })).toMatchObject({ all: hours })
})

test.each(['en-US', 'de-DE', 'ko-KR', 'ja-JP', 'ar-EG', 'fa-IR', 'hi-IN', 'zh-TW'])(
  'in %s a rule that is shown is read back as it was',
  async (locale) => {
    const withShownClocks = await shown(locale)
    const rules = [ruleOf({ bound: cutoff('22:30', '6:00') }), ruleOf({ bound: cutoff('0:00', '12:00') })]
    for (const rule of rules)
      expect(readRule(withShownClocks(ruleAsDraft(rule, '.')), CONTEXT).rule).toEqual(rule)
  },
)

test('what is no time stays as it was typed', async () => {
  const withShownClocks = await shown('en-US')
  const draft = { ...newDraft(), type: 'cutoff' as const, all: 'late', days: ['', '22:30'] }
  expect(withShownClocks(draft)).toMatchObject({ all: 'late', days: ['', '10:30\u202fPM'] })
})
