import { describe, expect, test } from 'vitest'
import { PRESETS, presetRules } from '../../../domain/firewall/presets'
import { ruleAsDraft } from '../../../domain/firewall/rule-as-draft'
import { EVERY_DAY, type Rule } from '../../../domain/firewall/rule'
import {
  type DraftContext,
  EMPTY_DRAFT,
  readRule,
  type RuleDraft,
  type RuleFlaws,
} from '../../../domain/firewall/rule-draft'
import { allowed, blocked, cutoff, euros, minutes, minutesAWeek, opens, ruleOf } from '../../fixtures/rules'

const CONTEXT: DraftContext = {
  separator: '.',
  signs: ['EUR', '€'],
  currency: 'EUR',
  rules: [],
  opinions: [],
}
const FEEDS: RuleDraft = { ...EMPTY_DRAFT, kinds: ['feed'], all: '40' }
const read = (more: Partial<RuleDraft>, context = CONTEXT) => readRule({ ...FEEDS, ...more }, context)

describe('a rule for excluded sites', () => {
  const opinions = [{ surface: 'reddit.com', excluded: 1 }]
  const reddit = { type: 'site', site: 'reddit.com' } as const
  const part = { type: 'surface', surface: 'reddit.com/popular' } as const

  test('is refused, because it would do nothing', () => {
    const context = { ...CONTEXT, opinions }
    expect(read({ kinds: [], others: [reddit, part] }, context).flaws).toEqual({ targets: 'excluded' })
  })

  test('is accepted if it also covers something else', () => {
    expect(read({ others: [reddit] }, { ...CONTEXT, opinions }).flaws).toEqual({})
  })
})

describe('reading a draft', () => {
  test.each<[what: string, draft: Partial<RuleDraft>, flaws: RuleFlaws]>([
    ['a rule without targets', { kinds: [] }, { targets: 'noTarget' }],
    [
      'exceptions that leave nothing',
      { except: [{ type: 'kind', kind: 'feed' }] },
      { except: 'nothingLeft' },
    ],
    [
      'a site as an exception to its own part',
      {
        kinds: [],
        others: [{ type: 'surface', surface: 'a.com/b' }],
        except: [{ type: 'site', site: 'a.com' }],
      },
      { except: 'nothingLeft' },
    ],
    [
      'an owner as an exception to its own site',
      {
        kinds: [],
        others: [{ type: 'site', site: 'a.com' }],
        except: [{ type: 'owner', owner: 'A', sites: ['a.com'] }],
      },
      { except: 'nothingLeft' },
    ],
    [
      'all sites of an owner as exceptions to it',
      {
        kinds: [],
        others: [{ type: 'owner', owner: 'A', sites: ['a.com', 'b.com'] }],
        except: [
          { type: 'site', site: 'a.com' },
          { type: 'site', site: 'b.com' },
        ],
      },
      { except: 'nothingLeft' },
    ],
    ['hours in an unknown half of the day', { type: 'hours', all: '9-5' }, { all: 'whichHalf' }],
    ['an empty amount', { all: '' }, { all: 'notANumber' }],
    ['words as an amount', { all: 'some' }, { all: 'notANumber' }],
    ['half a minute', { all: '0.5' }, { all: 'notWhole' }],
    ['0 minutes without a lock', { all: '0' }, { all: 'zero' }],
    ['more minutes than a day has', { all: '1441' }, { all: 'tooLongDay' }],
    ['more minutes than a week has', { all: '10081', per: 'week' }, { all: 'tooLongWeek' }],
    ['money without a currency', { type: 'money' }, { type: 'noRate' }],
    ['a fraction of an open', { type: 'opens', all: '1.5' }, { all: 'notWhole' }],
    [
      'bad values on single days',
      { isAlike: false, days: ['x', '', '', '', '', '', '2000'] },
      { day0: 'notANumber', day6: 'tooLongDay' },
    ],
    ['a week without values', { isAlike: false }, { days: 'noDay' }],
    ['a session of 0 minutes', { type: 'sessions', minutes: '0' }, { minutes: 'tooSmall' }],
    ['hours that never close', { type: 'hours', are: 'allowed', all: '0–24' }, { all: 'neverCloses' }],
    ['hours without a range', { type: 'hours', all: '–' }, { all: 'neverCloses' }],
    ['a break of −5 minutes', { type: 'sessions', breakMinutes: '-5' }, { breakMinutes: 'tooSmall' }],
    ['a cutoff at 25:00', { type: 'cutoff', all: '25:00' }, { all: 'notATime' }],
    ['a cutoff at an hour of either half', { type: 'cutoff', all: '11', morning: '6' }, { all: 'whichHalf' }],
    ['a cutoff at the time of the morning', { type: 'cutoff', all: '6:00' }, { morning: 'emptyRange' }],
    [
      'a morning that is not a time',
      { type: 'cutoff', all: '22:00', morning: 'late' },
      { morning: 'notATime' },
    ],
    ['hours that end where they begin', { type: 'hours', all: '9–9' }, { all: 'emptyRange' }],
    ['hours that never open', { type: 'hours', all: '0–24' }, { all: 'neverOpens' }],
    [
      'hours that never open, day by day',
      { type: 'hours', isAlike: false, days: ['0–24', '0–24', '0–24', '0–24', '0–24', '0–24', '0–24'] },
      { days: 'neverOpens' },
    ],
    ['allowed hours on no day', { type: 'hours', are: 'allowed', isAlike: false }, { days: 'noDay' }],
    [
      'a pause that is too short',
      { strictness: 'pause', pauseSeconds: '4' },
      { pauseSeconds: 'pauseSeconds' },
    ],
    [
      'a pause that is too long',
      { strictness: 'pause', pauseSeconds: '11' },
      { pauseSeconds: 'pauseSeconds' },
    ],
  ])('reports %s at its field', (_what, draft, flaws) => {
    expect(read(draft, draft.type === 'money' ? { ...CONTEXT, currency: null } : CONTEXT)).toEqual({
      rule: null,
      flaws,
    })
  })

  test.each<[what: string, draft: Partial<RuleDraft>]>([
    ['0 minutes with a lock', { all: '0', strictness: 'lock' }],
    ['a whole day', { all: '1440' }],
    ['hours that never open, with a lock', { type: 'hours', all: '0–24', strictness: 'lock' }],
    ['a pause before every visit', { type: 'entry', all: '' }],
    [
      'an exception that leaves another part',
      {
        kinds: [],
        others: [{ type: 'site', site: 'a.com' }],
        except: [{ type: 'surface', surface: 'a.com/b' }],
      },
    ],
    ['a cutoff after midnight', { type: 'cutoff', all: '0:30' }],
  ])('accepts %s', (_what, draft) => {
    expect(read(draft).flaws).toEqual({})
    expect(read(draft).rule).not.toBeNull()
  })
})

test.each([
  ['11', '6:00 AM', 23 * 60, 6 * 60],
  ['10:30 PM', '6', 22 * 60 + 30, 6 * 60],
  ['9 AM', '5', 9 * 60, 17 * 60],
  ['22:30', '6:00', 22 * 60 + 30, 6 * 60],
  ['9:00', '17:00', 9 * 60, 17 * 60],
])('a cutoff from %s to %s lies in the half of the day that makes it shorter', (all, morning, from, to) => {
  expect(read({ type: 'cutoff', all, morning }).rule?.bound).toEqual({
    type: 'cutoff',
    evenings: EVERY_DAY(from),
    morning: to,
  })
})

describe('a draft that equals an existing rule', () => {
  const there = ruleOf({ id: 'r', bound: minutes(40), strictness: 'lock' })
  test.each<[what: string, draft: Partial<RuleDraft>, rule: Rule, flaws: RuleFlaws]>([
    ['is reported', {}, there, { targets: 'again' }],
    ['is accepted if it edits that rule', { id: 'r' }, there, {}],
    ['is accepted with another allowance', { all: '41' }, there, {}],
    ['is accepted if that rule is off', {}, { ...there, isOn: false }, {}],
  ])('%s', (_what, draft, rule, flaws) => {
    expect(read(draft, { ...CONTEXT, rules: [rule] }).flaws).toEqual(flaws)
  })
})

describe('a rule that fills in the form is read back unchanged', () => {
  const rules: Rule[] = [
    ruleOf({ bound: minutes(40) }),
    ruleOf({ bound: minutes([30, 30, 30, 30, 30, null, 60]) }),
    ruleOf({ bound: minutesAWeek(300) }),
    ruleOf({ bound: minutes(40), isOn: false }),
    ruleOf({ bound: euros(10) }),
    ruleOf({ bound: opens(5), strictness: 'pause', pauseSeconds: 5 }),
    ruleOf({ bound: { type: 'sessions', minutes: 20, breakMinutes: 40 } }),
    ruleOf({ bound: blocked('9:00–12:00, 13:00–17:00') }),
    ruleOf({ bound: allowed('18:00–24:00', [true, true, true, true, true, null, null]) }),
    ruleOf({
      bound: { type: 'hours', are: 'allowed', ranges: [[], [], [], [], [], null, [{ from: 600, to: 720 }]] },
    }),
    ruleOf({ bound: cutoff('22:30', '6:00'), strictness: 'lock', hasEmergency: false }),
    ruleOf({ bound: blocked('0:00–24:00'), strictness: 'pause' }),
    ruleOf({
      targets: [
        { type: 'kind', kind: 'feed' },
        { type: 'site', site: 'a.com' },
        { type: 'owner', owner: 'Meta', sites: ['instagram.com'] },
      ],
      except: [{ type: 'surface', surface: 'a.com/b' }],
    }),
  ]
  test.each(rules)('%o', (rule) => {
    for (const separator of ['.', ','])
      expect(readRule(ruleAsDraft(rule, separator), { ...CONTEXT, separator }).rule).toEqual(rule)
  })

  test.each(PRESETS)('from the preset “%s”', (preset) => {
    for (const rule of presetRules[preset])
      expect(readRule(ruleAsDraft(rule, '.'), CONTEXT)).toEqual({ rule, flaws: {} })
  })
})

test('an amount in another currency is refused, one in its own is read', () => {
  const typed = (all: string) => read({ type: 'money', all })
  expect([typed('$25').flaws, typed('25 CHF').flaws]).toEqual([
    { all: 'otherCurrency' },
    { all: 'otherCurrency' },
  ])
  expect([typed('25 €').flaws, typed('EUR 25').flaws]).toEqual([{}, {}])
})

test('money is read with the decimal separator of the language', () => {
  expect(read({ type: 'money', all: '10,50' }, { ...CONTEXT, separator: ',' }).rule?.bound).toEqual(
    euros(10.5),
  )
})
