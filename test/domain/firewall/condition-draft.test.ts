/** What has to come first and what is carried over, as typed into the form. */
import { describe, expect, test } from 'vitest'
import { ALWAYS, FREE } from '../../../domain/firewall/all-hours'
import type { Bound, Rule, Target } from '../../../domain/firewall/rule'
import { ruleAsDraft } from '../../../domain/firewall/rule-as-draft'
import { EMPTY_DRAFT, readRule, type RuleDraft, type RuleFlaws } from '../../../domain/firewall/rule-draft'
import { allowed, euros, minutes, minutesAWeek, opens, ruleOf } from '../../fixtures/rules'

const kind = (one: 'feed' | 'learning' | 'work' | 'video'): Target => ({ type: 'kind', kind: one })
const site = (name: string): Target => ({ type: 'site', site: name })
const surface = (name: string): Target => ({ type: 'surface', surface: name })
const everything: Target = { type: 'everything' }
const FEEDS: RuleDraft = { ...EMPTY_DRAFT, kinds: ['feed'], all: '30', first: [kind('learning')] }

const read = (more: Partial<RuleDraft>, rules: readonly Rule[] = []) =>
  readRule({ ...FEEDS, ...more }, { separator: '.', signs: ['EUR'], currency: 'EUR', rules, opinions: [] })
const flawsIn = (more: Partial<RuleDraft>, rules: readonly Rule[] = []): RuleFlaws => read(more, rules).flaws

describe('a rule', () => {
  test('says what comes first and that it carries over, or nothing of it', () => {
    expect(read({}).rule).toMatchObject({ after: { targets: [kind('learning')], minutes: 20 } })
    expect(read({ carriesOver: true }).rule).toMatchObject({ carriesOver: true })
    const plain = read({ first: [] }).rule ?? {}
    expect([Object.hasOwn(plain, 'after'), Object.hasOwn(plain, 'carriesOver')]).toEqual([false, false])
  })

  test('carries over only what it allows by the day', () => {
    const carries = (more: Partial<RuleDraft>) =>
      read({ first: [], carriesOver: true, ...more }).rule?.carriesOver
    expect([carries({}), carries({ type: 'opens', all: '3' }), carries({ type: 'money', all: '3' })]).toEqual(
      [true, true, true],
    )
    expect([
      carries({ per: 'week' }),
      carries({ type: 'sessions' }),
      carries({ type: 'hours', all: '9–12' }),
    ]).toEqual([undefined, undefined, undefined])
  })

  test('before every visit wants nothing first', () => {
    expect(read({ type: 'entry', strictness: 'pause' }).rule?.after).toBeUndefined()
  })

  test('can want something first and nothing else', () => {
    expect(read({ type: 'free' }).rule?.bound).toEqual(FREE)
    expect(flawsIn({ type: 'free', first: [] })).toEqual({ first: 'wantsFirst' })
  })

  test('stays the same when it is written into the form and read again', () => {
    const after = { targets: [kind('learning'), site('a.com')], minutes: 45 }
    for (const rule of [
      ruleOf({ after, carriesOver: true }),
      ruleOf({ after, bound: FREE }),
      ruleOf({ targets: [everything], except: [kind('work')] }),
    ])
      expect(
        readRule(ruleAsDraft(rule, '.'), {
          separator: '.',
          signs: [],
          currency: 'EUR',
          rules: [],
          opinions: [],
        }).rule,
      ).toEqual(rule)
  })

  test('is there already only if what comes first is the same', () => {
    const there = ruleOf({ id: 'x', bound: minutes(30) })
    expect(flawsIn({}, [there])).toEqual({})
    expect(flawsIn({}, [{ ...there, after: { targets: [kind('learning')], minutes: 20 } }])).toEqual({
      targets: 'again',
    })
  })
})

describe('the minutes', () => {
  test.each<[string, RuleFlaws]>([
    ['', { firstMinutes: 'notANumber' }],
    ['soon', { firstMinutes: 'notANumber' }],
    ['0', { firstMinutes: 'tooSmall' }],
    ['-5', { firstMinutes: 'tooSmall' }],
    ['1.5', { firstMinutes: 'notWhole' }],
    ['1441', { firstMinutes: 'tooLongDay' }],
    ['1440', {}],
  ])('%j: %j', (firstMinutes, flaws) => {
    expect(flawsIn({ firstMinutes })).toEqual(flaws)
  })

  test('do not matter if nothing comes first', () => {
    expect(flawsIn({ first: [], firstMinutes: '' })).toEqual({})
  })
})

describe('what comes first cannot be what is closed', () => {
  test.each<[what: string, more: Partial<RuleDraft>, isFlaw: boolean]>([
    ['the same kind', { first: [kind('feed')] }, true],
    ['another kind', { first: [kind('work')] }, false],
    ['a site of the kind', { first: [site('reddit.com')] }, true],
    ['a site of another kind', { first: [site('coursera.org')] }, false],
    ['the kind of a closed site', { kinds: [], others: [site('coursera.org')] }, true],
    [
      'the site of a closed part',
      { kinds: [], others: [surface('youtube.com/shorts')], first: [site('youtube.com')] },
      true,
    ],
    [
      'another part of the site',
      { kinds: [], others: [surface('youtube.com/shorts')], first: [surface('youtube.com/watch')] },
      false,
    ],
    [
      'an owner of a closed site',
      {
        kinds: [],
        others: [site('youtube.com')],
        first: [{ type: 'owner', owner: 'Alphabet', sites: ['google.com', 'youtube.com'] }],
      },
      true,
    ],
    ['anything, if everything is closed', { kinds: [], others: [everything] }, true],
    ['an exception to everything', { kinds: [], others: [everything], except: [kind('learning')] }, false],
    [
      'a site that is an exception',
      { kinds: [], others: [everything], except: [site('a.com')], first: [site('a.com')] },
      false,
    ],
    ['everything', { first: [everything] }, true],
  ])('%s', (_what, more, isFlaw) => {
    expect(flawsIn(more)).toEqual(isFlaw ? { first: 'firstOverlaps' } : {})
  })
})

describe('what comes first has to be possible', () => {
  const other = (bound: Bound, more: Partial<Rule> = {}) =>
    ruleOf({ id: 'o', targets: [kind('learning')], bound, ...more })
  test.each<[what: string, other: Rule, more: Partial<RuleDraft>, isFlaw: boolean]>([
    ['closed by another rule', other(minutes(0), { strictness: 'lock' }), {}, true],
    ['closed at every hour', other(ALWAYS, { strictness: 'lock' }), {}, true],
    ['allowed at no hour', other(allowed(''), { strictness: 'lock' }), {}, true],
    ['allowed for less time', other(minutes(19)), {}, true],
    ['allowed for less time on one day', other(minutes([30, 30, 30, 30, 30, 5, null])), {}, true],
    ['allowed for less time in a week', other(minutesAWeek(10)), {}, true],
    ['no visit allowed', other(opens(0)), {}, true],
    ['no money allowed', other(euros(0)), {}, true],
    ['allowed long enough', other(minutes(20)), {}, false],
    ['some visits', other(opens(1)), {}, false],
    ['some hours', other(allowed('9:00–10:00')), {}, false],
    ['only told of', other(minutes(0), { strictness: 'notice' }), {}, false],
    ['closed by a rule that is off', other(minutes(0), { isOn: false }), {}, false],
    ['closed by the rule itself, which is changed', other(minutes(0), { id: 'me' }), { id: 'me' }, false],
    [
      'an exception of a rule about everything',
      other(minutes(0), { targets: [everything], except: [kind('learning')] }),
      {},
      false,
    ],
    ['closed by a rule about everything', other(minutes(0), { targets: [everything] }), {}, true],
    [
      'open only after something else',
      other(minutes(60), { after: { targets: [kind('work')], minutes: 5 } }),
      {},
      true,
    ],
    ['one of two', other(minutes(0)), { first: [kind('learning'), kind('work')] }, false],
    [
      'a kind of which only one site is closed',
      other(minutes(0), { targets: [site('coursera.org')] }),
      {},
      false,
    ],
    ['a site of a closed kind', other(minutes(0)), { first: [site('coursera.org')] }, true],
  ])('%s', (_what, one, more, isFlaw) => {
    expect(flawsIn(more, [one])).toEqual(isFlaw ? { first: 'firstClosed' } : {})
  })

  test('two rules cannot wait for each other', () => {
    const feeds = ruleOf({ id: 'f', bound: minutes(30), after: { targets: [kind('learning')], minutes: 20 } })
    expect(flawsIn({ kinds: ['learning'], first: [kind('feed')] }, [feeds])).toEqual({ first: 'firstClosed' })
  })
})
