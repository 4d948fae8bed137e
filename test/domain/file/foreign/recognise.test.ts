import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textIn } from '../../../../domain/file/foreign/decode'
import { FOREIGN_REFUSALS } from '../../../../domain/file/foreign/foreign-table'
import { readForeign, refusedBinary } from '../../../../domain/file/foreign/recognise'
import { addDays } from '../../../../domain/time/local-time'
import { readAny } from '../../../../domain/file/read-any'
import { isSurface } from '../../../../domain/file/row-fields'
import { DAYS_HEADER, SPANS_HEADER } from '../../../../domain/file/record-csv'
import {
  foreignBytes,
  foreignText,
  pathBeside,
  refusalOf,
  tableOf,
  textOfBytes,
  TODAY,
} from '../../../fixtures/foreign-files'
import { SMALL_FOREIGN, SMALL_VARIANTS } from '../../../fixtures/small-foreign'

describe('a file is told from its content', () => {
  test.each(Object.entries({ ...SMALL_FOREIGN, ...SMALL_VARIANTS }))('%s', (name, text) => {
    const table = tableOf(text)
    expect(name.startsWith(table.source)).toBe(true)
    expect(table.times[0]!.ms).toBe(61_000)
  })

  test.each([
    ['our own table of spans', `${SPANS_HEADER}x`, 'ownTable'],
    ['our own table of days', `${DAYS_HEADER}x`, 'ownTable'],
    ['our own statement', '{"format":"zeitwert-statement","version":1}', 'ownTable'],
    [
      'a history of Google Takeout',
      '{"Browser History":[{"url":"https://a.example/","time_usec":1}]}',
      'visits',
    ],
    ['a history of History Trends Unlimited', 'https://a.example/x\tU1700000000000.0\t1\tTitle\n', 'visits'],
    ['another JSON', '{"tabs":[]}', 'unknown'],
    ['an empty list', '[]', 'unknown'],
    ['a letter', 'Dear reader,\nthis is no table.\n', 'unknown'],
    ['broken JSON of nobody', '{"a":', 'unknown'],
  ])('%s is refused by name', (_name, text, refusal) => {
    expect(refusalOf(text)).toBe(refusal)
  })

  test.each([
    ['an older spreadsheet', [0xd0, 0xcf, 0x11, 0xe0, 1], 'sheet'],
    ['a newer spreadsheet', [0x50, 0x4b, 3, 4], 'sheet'],
    ["a browser's database", [...Buffer.from('SQLite format 3\0')], 'database'],
  ])('%s is refused by name', (_name, bytes, refusal) => {
    const read = textIn(Uint8Array.from(bytes))
    expect('binary' in read && refusedBinary(read.binary).refusal).toBe(refusal)
  })
})

describe('a table is refused as a whole', () => {
  const csv = (date: string, seconds: number) =>
    `Date,Domain,Site Name,Duration,Visits\n${date},a.example,,${seconds},1\n${date},b.example,,${seconds},1`
  const compact = (day: string) => day.replaceAll('-', '')

  test('with a host above 24 hours on a day', () => {
    expect(readForeign(csv('20261101', 86_401), TODAY)).toMatchObject({
      refusal: 'dayTooLong',
      tool: 'time-tracker',
      day: '2026-11-01',
      host: 'a.example',
    })
  })

  test('with a day above 24 hours', () => {
    expect(refusalOf(csv('20261101', 43_200))).toBeNull()
    expect(refusalOf(csv('20261101', 43_201))).toBe('dayTooLong')
  })

  test('with a date after tomorrow or before 2005', () => {
    expect(refusalOf(csv(compact(addDays(TODAY, 1)), 60))).toBeNull()
    expect(refusalOf(csv(compact(addDays(TODAY, 2)), 60))).toBe('tooLate')
    expect(refusalOf(csv('20050101', 60))).toBeNull()
    expect(refusalOf(csv('20041231', 60))).toBe('tooEarly')
  })

  test('of which most cannot be read', () => {
    const bad = '{"host":5,"date":"20261101","focus":1,"time":1}'
    expect(
      refusalOf(`{"__stat__":[${bad},{"host":"a.example","date":"20261101","focus":1,"time":1}]}`),
    ).toBeNull()
    expect(
      refusalOf(`{"__stat__":[${bad},${bad},{"host":"a.example","date":"20261101","focus":1,"time":1}]}`),
    ).toBe('unreadable')
  })
})

describe('the encoding of a file does not matter', () => {
  const whole = foreignText('web-activity-time-tracker/websites_10_1_2026-10_31_2026.csv')
  const utf16 = (isBig: boolean, hasMark: boolean) => {
    const bytes = new Uint8Array(Buffer.from(`${hasMark ? '\uFEFF' : ''}${whole}`, 'utf16le'))
    return isBig ? new Uint8Array(Buffer.from(bytes).swap16()) : bytes
  }

  test.each([
    ['UTF-16, little end first', utf16(false, true)],
    ['UTF-16, big end first', utf16(true, true)],
    ['UTF-16 without a mark', utf16(false, false)],
    ['UTF-16 without a mark, big end first', utf16(true, false)],
    ['UTF-8 with a mark', new Uint8Array(Buffer.from(`\uFEFF${whole}`))],
  ])('%s', (_name, bytes) => {
    expect(textOfBytes(bytes)).toBe(whole)
  })

  test('a table in the encoding of older spreadsheets keeps its letters', () => {
    const bytes = Uint8Array.from([...Buffer.from('Datum,Name\nM'), 0xfc, ...Buffer.from('ller')])
    expect(textOfBytes(bytes)).toBe('Datum,Name\nMüller')
  })

  test('lines may end with LF, and the mark may be missing', () => {
    const csv = foreignText('time-tracker/My_Browsing_Time_20260726_20261122_Default time format.csv')
    expect(tableOf(csv.replaceAll('\r\n', '\n').replace('\uFEFF', ''))).toEqual(tableOf(csv))
  })
})

describe('a hostile file', () => {
  test.each([
    ['of one endless line', `Date,Domain,Site Name,Duration,Visits\n20261101,${'a,'.repeat(400_000)}60,1`],
    ['of nothing but lines', '\n'.repeat(5_000_000)],
    ['of nothing but commas', ','.repeat(3_000_000)],
    ['of nothing but brackets', '['.repeat(1_000_000)],
    ['of quotes', `Date,Time Spent (seconds),Number of People,Activity\n${'"'.repeat(400_000)}`],
    ['of a header that has no end', `Domain,${'2026-11-01,'.repeat(300_000)}`],
  ])('%s is refused in seconds', (_name, text) => {
    const began = performance.now()
    const refusal = refusalOf(text)
    expect(FOREIGN_REFUSALS).toContain(refusal)
    expect(performance.now() - began).toBeLessThan(5000)
  })

  test('with names that change prototypes changes none', () => {
    readForeign(
      '{"content":{"domains":{"__proto__":{"days":{"2026-11-01":{"seconds":5}}},"constructor":{"days":{"2026-11-01":{"seconds":5}}}}}}',
      TODAY,
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  const samples = [
    ...Object.values({ ...SMALL_FOREIGN, ...SMALL_VARIANTS }).map((text) => Buffer.from(text)),
    foreignBytes('time-tracker/My_Browsing_Time_20260726_20261122_Default time format.csv').subarray(0, 4000),
    foreignBytes('time-tracker/timer_backup_20261122_112453.json').subarray(0, 4000),
    foreignBytes('web-activity-time-tracker/websites_10_1_2026-10_31_2026.csv').subarray(0, 4000),
    ...['activitywatch/aw-buckets-export.json', 'google-takeout/BrowserHistory.json'].flatMap((path) => {
      const beside = pathBeside(path)
      return beside === null ? [] : [readFileSync(beside).subarray(0, 4000)]
    }),
  ].map((bytes) => Uint8Array.from(bytes))

  test('made of a real one never throws, and brings no impossible time', () => {
    const mutated = fc
      .record({
        bytes: fc.constantFrom(...samples),
        cut: fc.option(fc.nat(4000), { freq: 3 }),
        changes: fc.array(fc.record({ at: fc.nat(4000), byte: fc.nat(255), gone: fc.nat(30) }), {
          maxLength: 6,
        }),
      })
      .map(({ bytes, cut, changes }) => {
        let all = [...bytes.subarray(0, cut ?? bytes.length)]
        for (const { at, byte, gone } of changes) all = [...all.slice(0, at), byte, ...all.slice(at + gone)]
        return Uint8Array.from(all)
      })
    fc.assert(
      fc.property(mutated, (bytes) => {
        const reading = readAny(bytes, { today: TODAY, opinions: [], offsetAt: () => 60 })
        for (const { rows } of 'foreign' in reading ? reading.foreign : [])
          expect(
            rows.filter(({ surface, ms }) => !isSurface(surface) || !(ms >= 1 && ms <= 86_400_000)),
          ).toEqual([])
        const read = textIn(bytes)
        if ('binary' in read) return
        const answer = readForeign(read.text, TODAY)
        if (!('tables' in answer)) return
        for (const { times } of answer.tables)
          for (const { day, ms, opens } of times) {
            expect(day >= '2005-01-01' && day <= addDays(TODAY, 1)).toBe(true)
            expect(ms >= 0 && ms <= 86_400_000 && Number.isInteger(ms)).toBe(true)
            expect(opens === null || opens >= 0).toBe(true)
          }
      }),
      { numRuns: 1500 },
    )
  })
})
