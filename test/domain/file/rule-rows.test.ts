/** How rules changed, in export files. */
import { describe, expect, test } from 'vitest'
import { ruleOf } from '../../fixtures/rules'
import { type Fields, good, read, wrongIn } from '../../fixtures/good-file'

const RULE = ruleOf({ id: 'r' })
const ROW = { at: Date.UTC(2026, 10, 20, 10), type: 'rule', id: 'r', rule: RULE }

const withRow = (change: Fields): Fields => ({ ...good(), log: [{ ...ROW, ...change }] })

describe('how a rule stood, in a file', () => {
  test('is read, also if it was gone or is about nothing any more', () => {
    for (const change of [{}, { rule: null }, { rule: { ...RULE, targets: [] } }])
      expect(wrongIn(read(withRow(change)))).toEqual([])
  })

  test.each<[what: string, change: Fields, wrong: string]>([
    ['of another rule', { id: 'other' }, 'log[0]: not_text'],
    ['without a rule', { rule: 7 }, 'log[0].rule: not_record'],
    ['before time began', { at: -1 }, 'log[0].at: not_day'],
    [
      'with a bound that is none',
      { rule: { ...RULE, bound: { type: 'time' } } },
      'log[0].rule.bound.allowance: missing',
    ],
  ])('%s is a flaw', (_what, change, wrong) => {
    expect(wrongIn(read(withRow(change)))).toEqual([wrong])
  })
})
