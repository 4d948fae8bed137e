import fc from 'fast-check'
import { LONGEST_DEVICE_NAME } from '../../../domain/devices/device-name'
import { describe, expect, test } from 'vitest'
import {
  type DayTime,
  devicesIn,
  itemKey,
  itemNamed,
  totalsText,
  type UsePart,
  useText,
  wordsText,
} from '../../../domain/devices/item'
import { sentWord } from '../../../domain/devices/word-check'
import { HOUR_MS } from '../../../domain/time/local-time'
import { NOW, ONE, TODAY, TWO, wordOf } from './word-of'

const ROW = { rule: 'abc', day: TODAY, ms: 1000, opens: 2, amount: 1.5, currency: 'EUR' }
const SESSION = { startedAt: NOW, usedMs: 5, lastAt: NOW, breakUntil: null }
const USE: UsePart = {
  name: 'Laptop',
  seq: 3,
  runs: [['run1', 3]],
  at: NOW,
  rows: [ROW],
  sessions: { abc: SESSION },
}

const partsOf = (part: string, text: string) => devicesIn(new Map([[itemKey(ONE, part), text]])).get(ONE)!
const useOf = (use: unknown) => partsOf('use', JSON.stringify(use)).use
const totalsOf = (totals: unknown) => partsOf('days2026-11-23', JSON.stringify(totals)).totals

describe('the key of an item', () => {
  test.each(['use', 'words0', 'words31', 'days2026-11-23'])('tells the device and the part %s', (part) => {
    expect(itemNamed(itemKey('ab12cd34', part))).toEqual({ device: 'ab12cd34', part })
  })

  test.each([
    'zeitwert',
    'zeitwert.head',
    'zeitwert.ab12cd34',
    'zeitwert.ab12cd3.use',
    'zeitwert.AB12CD34.use',
    'zeitwert.ab12cd34.used',
    'zeitwert.ab12cd34.words',
    'zeitwert.ab12cd34.words123',
    'zeitwert.ab12cd34.days2026',
    ' zeitwert.ab12cd34.use',
    'zeitwert.ab12cd34.use\n',
    '__proto__',
  ])('%j is none of ours', (key) => {
    expect(itemNamed(key)).toBeNull()
  })
})

test('what a device sends is heard', () => {
  const times: DayTime[] = [
    { day: '2026-11-23', surface: 'reddit.com', ms: 60_000, opens: 3 },
    { day: '2026-11-24', surface: 'youtube.com/shorts', ms: 1, opens: 0 },
  ]
  const word = wordOf('opinion reddit.com kind', 'feed')
  const texts = new Map([
    [itemKey(ONE, 'use'), useText(USE)],
    [itemKey(ONE, 'words0'), wordsText([sentWord(word)])],
    [itemKey(ONE, 'words1'), wordsText([sentWord(wordOf('setting currency', { is: 'EUR' }))])],
    [itemKey(ONE, 'days2026-11-23'), totalsText(times)],
    [itemKey(TWO, 'use'), useText({ ...USE, name: 'Desk' })],
    ['other', 'text'],
  ])
  const devices = devicesIn(texts)
  expect([...devices.keys()]).toEqual([ONE, TWO])
  expect(devices.get(ONE)).toMatchObject({ id: ONE, use: USE, totals: times })
  expect(devices.get(ONE)!.words.map(({ key }) => key)).toEqual([
    'opinion reddit.com kind',
    'setting currency',
  ])
  expect(devices.get(TWO)).toMatchObject({ use: { name: 'Desk' }, words: [], totals: [] })
})

describe('an item that was cut in half is as if it were not there', () => {
  const texts = [
    ['use', useText(USE)],
    ['words0', wordsText([sentWord(wordOf('opinion reddit.com kind', 'feed'))])],
    ['days2026-11-23', totalsText([{ day: TODAY, surface: 'reddit.com', ms: 1, opens: 1 }])],
  ] as const
  test.each(texts)('%s', (part, text) => {
    for (let length = 0; length < text.length; length += 1) {
      const { use, words, totals } = partsOf(part, text.slice(0, length))
      expect({ use, words, totals }).toEqual({ use: null, words: [], totals: [] })
    }
  })
})

test('whatever an item holds, nothing throws', () => {
  fc.assert(
    fc.property(fc.constantFrom('use', 'words0', 'days2026-11-23'), fc.json(), (part, text) => {
      expect(partsOf(part, text).id).toBe(ONE)
    }),
  )
})

describe('use', () => {
  test('without a name, a number, a time or rows is no use', () => {
    for (const field of ['name', 'seq', 'runs', 'at', 'rows'])
      expect(useOf({ ...USE, [field]: undefined })).toBeNull()
    for (const value of [null, 7, 'use', [], {}]) expect(useOf(value)).toBeNull()
  })

  test.each([
    ['seq', 1.5],
    ['seq', '1'],
    ['seq', -1],
    ['seq', 1e300],
    ['at', -1],
    ['at', 1e18],
    ['rows', {}],
    ['runs', [['run1']]],
    ['runs', [['__proto__', 1]]],
    ['runs', [['run1', -1]]],
    ['runs', ['ab']],
    ['runs', Array.from({ length: 33 }, (_, number) => [`run${number}`, 1])],
    ['name', 7],
  ])('with a wrong %s, %j, is no use', (field, value) => {
    expect(useOf({ ...USE, [field]: value })).toBeNull()
  })

  test('a long name is cut', () => {
    expect(useOf({ ...USE, name: 'n'.repeat(10_000) })?.name).toBe('n'.repeat(LONGEST_DEVICE_NAME))
  })

  test.each([
    ['no day', { day: '2026-02-30' }],
    ['negative time', { ms: -1 }],
    ['time that is no number', { ms: null }],
    ['half an opening', { opens: 0.5 }],
    ['a rule with a hostile name', { rule: '__proto__' }],
  ])('a row with %s is left out', (_what, more) => {
    expect(useOf({ ...USE, rows: [{ ...ROW, ...more }, ROW] })?.rows).toEqual([ROW])
  })

  test('2000 rows are read at most', () => {
    const rows = Array.from({ length: 2100 }, (_, number) => ({ ...ROW, rule: `rule${number}` }))
    expect(useOf({ ...USE, rows })?.rows).toHaveLength(2000)
  })

  test('a session that cannot be is left out, and so is one with a hostile name', () => {
    const sessions = (text: string) =>
      partsOf('use', useText(USE).replace(JSON.stringify(USE.sessions), text)).use?.sessions
    expect(sessions(JSON.stringify({ abc: SESSION }))).toEqual({ abc: SESSION })
    expect(sessions(JSON.stringify({ abc: { ...SESSION, breakUntil: NOW } }))).toEqual({
      abc: { ...SESSION, breakUntil: NOW },
    })
    for (const wrong of [
      null,
      7,
      {},
      { ...SESSION, usedMs: 0.5 },
      { ...SESSION, usedMs: -1 },
      { ...SESSION, lastAt: null },
      { ...SESSION, breakUntil: 'x' },
    ])
      expect(sessions(JSON.stringify({ abc: wrong }))).toEqual({})
    expect(sessions(`{"__proto__":${JSON.stringify(SESSION)}}`)).toEqual({})
    for (const none of ['null', '7', '"text"', '[]']) expect(sessions(none)).toEqual({})
  })
})

describe('day totals', () => {
  const one = (ms: unknown, opens: unknown = 1) => totalsOf({ [TODAY]: { 'reddit.com': [ms, opens] } })

  test('a day has 25 hours at most', () => {
    expect(one(25 * HOUR_MS)).toHaveLength(1)
    expect(one(25 * HOUR_MS + 1)).toEqual([])
    expect(one(26 * HOUR_MS)).toEqual([])
  })

  test.each([
    [0, 1],
    [-1, 1],
    [1.5, 1],
    ['1', 1],
    [null, 1],
    [1, -1],
    [1, 0.5],
    [1, null],
  ])('of %j ms and %j openings are left out', (ms, opens) => {
    expect(one(ms, opens)).toEqual([])
  })

  test('of a day or a site that is none are left out', () => {
    const text = `{"2026-02-30":{"a.com":[1,1]},"${TODAY}":{"__proto__":[1,1],"<b>":[1,1],"b.com":[1,1],"c.com":[1],"d.com":7},"2026-11-26":null}`
    expect(partsOf('days2026-11-23', text).totals).toEqual([
      { day: TODAY, surface: 'b.com', ms: 1, opens: 1 },
    ])
  })

  test('of several weeks come together', () => {
    const text = (day: string) => totalsText([{ day, surface: 'a.com', ms: 1, opens: 1 }])
    const texts = new Map(['2026-11-16', '2026-11-23'].map((day) => [itemKey(ONE, `days${day}`), text(day)]))
    expect(
      devicesIn(texts)
        .get(ONE)!
        .totals.map(({ day }) => day),
    ).toEqual(['2026-11-16', '2026-11-23'])
  })
})
