import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heardWord, sentWord } from '../../../domain/devices/word-check'
import { wordId } from '../../../domain/devices/word'
import { promiseOf, SETTLED } from '../../fixtures/commitments'
import { ruleOf } from '../../fixtures/rules'
import { goneWord, NOW, stampAt, wordOf } from './word-of'

const STAMP = stampAt(NOW)
const RATE = { amountMinor: 6000, currency: 'EUR', hourTypes: null }
const { id: PROMISE_ID, deletedMs: _deletedMs, told: _told, ...PROMISE } = promiseOf()
const RULE = { createdAt: NOW, rule: ruleOf({ id: 'abc' }), isKept: true }

const heard = (key: unknown, value: unknown) => heardWord([key, STAMP, value])

describe('a word that can be true', () => {
  test.each([
    ['opinion reddit.com kind', 'feed'],
    ['opinion reddit.com worthQuarters', 8],
    ['opinion youtube.com/shorts name', 'Shorts'],
    ['opinion reddit.com asked', NOW],
    ['opinion reddit.com excluded', NOW],
    ['opinion old.reddit.com joined', 'reddit.com'],
    ['opinion reddit.com/r split', '/r/*'],
    ['rate 2026-01-01', RATE],
    ['setting currency', { is: 'EUR' }],
    ['setting currency', { is: null }],
    ['setting bedtime', { is: 1380 }],
    ['setting weekStart', { is: null }],
    [`promise ${PROMISE_ID}`, PROMISE],
    [`promise ${PROMISE_ID}`, { ...PROMISE, settled: SETTLED }],
    ['rule abc', RULE],
  ])('%s is heard as it was sent', (key, value) => {
    expect(heard(key, value)).toEqual({ id: wordId(key), key, value, stamp: STAMP })
    expect(heardWord(JSON.parse(JSON.stringify(sentWord(wordOf(key, value)))))).toEqual(wordOf(key, value))
  })

  test('one that was taken back is sent and heard as a checksum that names nothing', () => {
    const word = goneWord('opinion reddit.com kind')
    expect(JSON.stringify(sentWord(word))).not.toContain('reddit')
    expect(sentWord(word)).toHaveLength(2)
    expect(heardWord(sentWord(word))).toEqual(word)
  })

  test('the key of a deleted rule stays here', () => {
    const word = { ...wordOf('rule abc', null), value: null }
    expect(sentWord(word)).toEqual([`#${word.id}`, word.stamp])
  })
})

describe('a word that cannot be true is left out:', () => {
  test.each<[what: string, key: unknown, value: unknown]>([
    ['a sort that this version does not know', 'mood reddit.com', 'good'],
    ['no sort', 'feed', 'feed'],
    ['an empty key', '', 'feed'],
    ['a key that is no text', 7, 'feed'],
    ['a key of objects', '__proto__ x', 'feed'],
    ['another one', 'constructor x', 'feed'],
    ['and another one', 'toString x', 'feed'],
    ['a key of 2,001 characters', `opinion ${'a'.repeat(1980)}.com kind`, 'feed'],
    ['a field that this version does not know', 'opinion reddit.com mood', 'feed'],
    ['the host of an icon', 'opinion reddit.com iconHost', 'reddit.com'],
    ['a field of objects', 'opinion reddit.com __proto__', 'feed'],
    ['more names than a thing has', 'opinion reddit.com kind kind', 'feed'],
    ['a rate with a second name', 'rate 2026-01-01 x', RATE],
    ['a setting with a second name', 'setting currency x', { is: 'EUR' }],
    ['a promise with a second name', `promise ${PROMISE_ID} x`, PROMISE],
    ['a rule with a second name', 'rule abc x', RULE],
    ['no value', 'opinion reddit.com kind', undefined],
    ['a surface that is none', 'opinion <b> kind', 'feed'],
    ['no surface', 'opinion  kind', 'feed'],
    ['a kind that is none', 'opinion reddit.com kind', 'poison'],
    ['no kind', 'opinion reddit.com kind', null],
    ['a worth above the scale', 'opinion reddit.com worthQuarters', 9],
    ['a worth that is no number', 'opinion reddit.com worthQuarters', Number.NaN],
    ['a negative worth', 'opinion reddit.com worthQuarters', -1],
    ['a name of 10,000 characters', 'opinion reddit.com name', 'n'.repeat(10_000)],
    ['a day that does not exist', 'rate 2026-02-30', RATE],
    ['a rate below zero', 'rate 2026-01-01', { ...RATE, amountMinor: -1 }],
    ['a rate that is a list', 'rate 2026-01-01', [6000]],
    ['a rate that is nothing', 'rate 2026-01-01', null],
    ['a setting that is about a screen', 'setting theme', { is: 'dark' }],
    ['a setting that is none', 'setting __proto__', { is: 1 }],
    ['a value that a setting cannot have', 'setting dayStartHour', { is: 24 }],
    ['a setting without its wrapping', 'setting currency', 'EUR'],
    ['a setting of nothing', 'setting currency', {}],
    ['a promise under another id', 'promise 2026-11-23-feed-least', PROMISE],
    ['a promise that is nothing', `promise ${PROMISE_ID}`, null],
    ['a promise of too many minutes', `promise ${PROMISE_ID}`, { ...PROMISE, minutes: 1e9 }],
    ['a rule under another id', 'rule other', RULE],
    ['a rule without a bound', 'rule abc', { ...RULE, rule: { ...RULE.rule, bound: undefined } }],
    ['a rule of an unknown bound', 'rule abc', { ...RULE, rule: { ...RULE.rule, bound: { type: 'mood' } } }],
    ['a rule that nobody knows whether to keep', 'rule abc', { ...RULE, isKept: 1 }],
    ['a rule from before time', 'rule abc', { ...RULE, createdAt: -1 }],
    [
      'a hostile part',
      'rate 2026-01-01',
      JSON.parse(`{"amountMinor":1,"currency":"EUR","hourTypes":null,"__proto__":{}}`),
    ],
  ])('%s', (_what, key, value) => {
    expect(heard(key, value)).toBeNull()
  })

  test.each([
    null,
    7,
    'word',
    {},
    [],
    [[]],
    ['#'],
    ['#00', STAMP],
    [`#${'0'.repeat(16)}`, 'now'],
    [`#${'Z'.repeat(16)}`, STAMP],
  ])('%j is no word', (sent) => {
    expect(heardWord(sent)).toBeNull()
  })

  test('without a stamp, or with one that is none', () => {
    expect(heardWord(['opinion reddit.com kind'])).toBeNull()
    expect(heardWord(['opinion reddit.com kind', 'now', 'feed'])).toBeNull()
  })

  test('whatever is sent, nothing throws', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true }),
        fc.string(),
        fc.anything(),
        (sent, key, value) => {
          heardWord(sent)
          heardWord([`opinion reddit.com ${key}`, STAMP, value])
          heardWord([`rule ${key}`, STAMP, value])
          heardWord([`setting ${key}`, STAMP, value])
        },
      ),
    )
  })
})
