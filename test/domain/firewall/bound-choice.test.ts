import { describe, expect, test } from 'vitest'
import {
  alike,
  type BoundChoice,
  choiceOf,
  choosing,
  hasDays,
  isInMore,
  newDraft,
  OTHER_CHOICES,
  USUAL_CHOICES,
  usesMore,
} from '../../../domain/firewall/bound-choice'
import { PRESETS, presetRules } from '../../../domain/firewall/presets'
import { ruleAsDraft } from '../../../domain/firewall/rule-as-draft'
import { EMPTY_DRAFT, readRule, type RuleDraft, type RuleFlaws } from '../../../domain/firewall/rule-draft'
import { cutoff, minutes } from '../../fixtures/rules'

const CONTEXT = { separator: '.', signs: ['€'], currency: 'EUR', rules: [], opinions: [] }
const INSTAGRAM = { type: 'site', site: 'instagram.com' } as const
const CHOICES: readonly BoundChoice[] = [...USUAL_CHOICES, ...OTHER_CHOICES]

describe('a new rule', () => {
  test('is complete once it is known what it is about: 20 minutes a day, then the wall', () => {
    const { rule } = readRule(newDraft(INSTAGRAM), CONTEXT)
    expect(rule).toMatchObject({ targets: [INSTAGRAM], bound: minutes(20), strictness: 'wall' })
  })

  test('ends at 22:30 if that is chosen', () => {
    const draft = newDraft()
    const { rule } = readRule({ ...draft, kinds: ['feed'], ...choosing(draft, 'cutoff') }, CONTEXT)
    expect(rule?.bound).toEqual(cutoff('22:30', '6:00'))
  })

  test('uses no more than its sentence', () => {
    expect(usesMore(newDraft(INSTAGRAM))).toBe(false)
  })
})

describe('a choice', () => {
  test.each(CHOICES)('(%s) is the one that its draft stands for', (choice) => {
    const draft = newDraft(INSTAGRAM)
    expect(choiceOf({ ...draft, ...choosing(draft, choice) })).toBe(choice)
  })

  test.each(CHOICES.filter((choice) => !choice.startsWith('money') && choice !== 'free'))(
    '(%s) makes a complete rule at once',
    (choice) => {
      const draft = newDraft(INSTAGRAM)
      expect(readRule({ ...draft, ...choosing(draft, choice) }, CONTEXT).flaws).toEqual({})
    },
  )

  test('keeps what was typed if only the day becomes a week, and not if minutes become visits', () => {
    const draft = { ...newDraft(INSTAGRAM), all: '90' }
    expect({ ...draft, ...choosing(draft, 'timeWeek') }.all).toBe('90')
    expect({ ...draft, ...choosing(draft, 'opensDay') }.all).toBe('5')
  })
})

describe('days of their own', () => {
  test('begin with the value of all days, and keep what was typed for them', () => {
    const draft = { ...newDraft(INSTAGRAM), ...alike(newDraft(INSTAGRAM), false) }
    expect(draft).toMatchObject({ isAlike: false, days: Array.from({ length: 7 }, () => '20') })
    const typed = { ...draft, days: draft.days.with(5, '60') }
    const back = { ...typed, ...alike(typed, true) }
    expect([back.isAlike, { ...back, ...alike(back, false) }.days[5]]).toEqual([true, '60'])
  })
})

describe('more than the sentence', () => {
  test.each<[what: string, more: Partial<RuleDraft>, isUsed: boolean]>([
    ['an exception', { except: [INSTAGRAM] }, true],
    ['days of their own', { isAlike: false }, true],
    ['days of their own in a week', { isAlike: false, per: 'week' }, false],
    ['another morning', { type: 'cutoff', morning: '7:00' }, true],
    ['another morning without an end for the day', { morning: '7:00' }, false],
    ['another break', { type: 'sessions', breakMinutes: '10' }, true],
    ['a longer pause', { strictness: 'pause', pauseSeconds: '10' }, true],
    ['a lock without the emergency pass', { strictness: 'lock', hasEmergency: false }, true],
    ['a lock', { strictness: 'lock' }, false],
    ['something that comes first', { first: [INSTAGRAM] }, true],
    ['what is carried over', { carriesOver: true }, true],
    ['what is carried over in a week', { carriesOver: true, per: 'week' }, false],
  ])('is %s: %s', (_what, more, isUsed) => {
    expect(usesMore({ ...EMPTY_DRAFT, ...more })).toBe(isUsed)
  })

  test('is in no ready-made rule but those of work hours, which have days of their own', () => {
    const using = PRESETS.filter((preset) =>
      presetRules[preset].some((rule) => usesMore(ruleAsDraft(rule, '.'))),
    )
    expect(using).toEqual(['work', 'only'])
  })

  test.each<[flaws: RuleFlaws, isIn: boolean]>([
    [{ all: 'notANumber' }, false],
    [{ targets: 'noTarget', type: 'noRate', minutes: 'tooSmall' }, false],
    [{ days: 'noDay' }, true],
    [{ day3: 'notATime' }, true],
    [{ all: 'notATime', morning: 'emptyRange' }, true],
    [{ first: 'firstOverlaps' }, true],
    [{ except: 'nothingLeft' }, true],
  ])('has these flaws or not: %o', (flaws, isIn) => {
    expect(isInMore(EMPTY_DRAFT, flaws)).toBe(isIn)
  })

  test('is not what the sentence asks for: exceptions to everything, and what alone has to come first', () => {
    const all: RuleDraft = { ...EMPTY_DRAFT, others: [{ type: 'everything' }], except: [INSTAGRAM] }
    const free: RuleDraft = { ...EMPTY_DRAFT, type: 'free', first: [INSTAGRAM] }
    expect([usesMore(all), usesMore(free)]).toEqual([false, false])
    expect(isInMore(all, { except: 'nothingLeft' })).toBe(false)
    expect(isInMore(free, { first: 'wantsFirst' })).toBe(false)
  })

  test('has days for limits by the day, for hours and for the end of the day', () => {
    const withDays = CHOICES.filter((choice) => hasDays({ ...EMPTY_DRAFT, ...choosing(EMPTY_DRAFT, choice) }))
    expect(withDays).toEqual(['timeDay', 'cutoff', 'opensDay', 'moneyDay', 'blocked', 'allowed'])
  })
})
