/** Focus hours in export files. */
import { describe, expect, test } from 'vitest'
import type { ExportRows } from '../../../domain/file/export-file'
import { MOST_TARGETS } from '../../../domain/file/most'
import { changesOf } from '../../../domain/file/row-merge'
import { focusRule } from '../../../domain/firewall/focus'
import { DAY_MS } from '../../../domain/time/local-time'
import { EMPTY } from '../../fixtures/export'
import { focusBound, focusRow, wishFor } from '../../fixtures/focus'
import { type Fields, good, read, wrongIn } from '../../fixtures/good-file'

const AT = Date.UTC(2026, 10, 20, 10)

const withRow = (change: Fields): Fields => ({ ...good(), log: [{ ...focusRow(AT), ...change }] })

const withRule = (change: Fields): Fields => {
  const rule = { ...focusRule(wishFor(), 'a', AT), ...change }
  return { ...good(), limits: [{ id: rule.id, createdAt: AT, rule, next: null, heals: null }] }
}

describe('a focus hour in a file', () => {
  test('is read, running or over, as a row and as a rule', () => {
    for (const file of [withRow({}), withRow({ endedAt: AT + 1, turnedAway: 7 }), withRule({})])
      expect(wrongIn(read(file))).toEqual([])
  })

  test.each<[what: string, file: Fields, wrong: string]>([
    ['of a day', withRow({ until: AT + DAY_MS }), 'log[0]: ends_before'],
    ['that ends before it begins', withRow({ until: AT - 1 }), 'log[0]: ends_before'],
    [
      'that names no site',
      withRow({ named: [{ type: 'site', site: 'a b' }] }),
      'log[0].named[0].site: not_surface',
    ],
    [
      'that names too much',
      withRow({ named: Array.from({ length: MOST_TARGETS + 1 }, () => ({ type: 'everything' })) }),
      'log[0].named: too_many',
    ],
    ['with breaks of no length', withRow({ breakMinutes: null }), 'log[0].breakMinutes: not_number'],
    ['with half a visit turned away', withRow({ turnedAway: 0.5 }), 'log[0].turnedAway: not_number'],
    [
      'as a rule that ends too late',
      withRule({ bound: focusBound(AT, 721) }),
      'limits[0].rule.bound: ends_before',
    ],
    [
      'as a rule with too much work',
      withRule({ bound: { ...focusBound(AT, 60), workMinutes: 721 } }),
      'limits[0].rule.bound.workMinutes: not_number',
    ],
  ])('%s is a flaw', (_what, file, wrong) => {
    expect(wrongIn(read(file))).toEqual([wrong])
  })

  test('does not come a second time from a file that has it from before its end', () => {
    const { spans: _spans, ...none } = EMPTY
    const here: ExportRows = { ...none, log: [focusRow(AT, { endedAt: AT + 1, turnedAway: 2 })] }
    const other = focusRow(AT - DAY_MS)
    const file: ExportRows = { ...none, log: [focusRow(AT), other] }
    const added = changesOf(here, file, 'merge', AT).find(({ store }) => store === 'log')
    expect(added?.put).toEqual([other])
  })
})
