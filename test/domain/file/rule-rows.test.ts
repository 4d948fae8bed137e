/** How rules changed, in export files. */
import { describe, expect, test } from 'vitest'
import { MOST_LOGGED_RULES, MOST_RULE_ROWS } from '../../../domain/file/most'
import { ruleOf } from '../../fixtures/rules'
import { contentOf, type Fields, good, read, wrongIn } from '../../fixtures/good-file'

const RULE = ruleOf({ id: 'r' })
const ROW = { at: Date.UTC(2026, 10, 20, 10), type: 'rule', id: 'r', rule: RULE }

const withRow = (change: Fields): Fields => ({ ...good(), log: [{ ...ROW, ...change }] })

describe('how a rule stood, in a file', () => {
  test('is read, also if it was gone or is about nothing any more', () => {
    const dated = { day: '2026-11-20', isWhole: true, since: 5, nameless: true }
    for (const change of [{}, { rule: null }, { rule: { ...RULE, targets: [] } }, dated])
      expect(wrongIn(read(withRow(change)))).toEqual([])
  })

  test.each<[what: string, change: Fields, wrong: string]>([
    ['of another rule', { id: 'other' }, 'log[0]: not_text'],
    ['without a rule', { rule: 7 }, 'log[0].rule: not_record'],
    ['before time began', { at: -1 }, 'log[0].at: not_day'],
    ['on a day that it cannot be on', { day: '2026-11-24' }, 'log[0]: not_day'],
    ['that is marked otherwise', { nameless: false }, 'log[0].nameless: not_choice'],
    [
      'with a bound that is none',
      { rule: { ...RULE, bound: { type: 'time' } } },
      'log[0].rule.bound.allowance: missing',
    ],
  ])('%s is a flaw', (_what, change, wrong) => {
    expect(wrongIn(read(withRow(change)))).toEqual([wrong])
  })

  const many = (count: number, of: (index: number) => Fields): Fields => ({
    ...good(),
    log: Array.from({ length: count }, (_, index) => ({ ...ROW, rule: null, ...of(index) })),
  })

  test('twice in one instant is a flaw, not so that of two rules', () => {
    expect(wrongIn(read(many(2, () => ({}))))).toEqual(['log[1]: twice'])
    expect(wrongIn(read(many(2, (index) => ({ id: `r${index}` }))))).toEqual([])
  })

  test('more often than a person can change rules is left out, and so are more rules', () => {
    const rows = read(many(MOST_RULE_ROWS + 5, (index) => ({ at: ROW.at + index })))
    expect(wrongIn(rows)).toEqual(['log: too_many'])
    expect(contentOf(rows).rows.log).toHaveLength(MOST_RULE_ROWS)
    const ids = read(many(MOST_LOGGED_RULES + 5, (index) => ({ id: `r${index}` })))
    expect(wrongIn(ids)).toEqual(['log: too_many'])
    expect(contentOf(ids).rows.log).toHaveLength(MOST_LOGGED_RULES)
  })
})
