import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { csvOf } from '../../../domain/file/csv'
import { spreadsheetCsv } from '../../../domain/file/spreadsheet-csv'

const machine = csvOf(
  ['name', 'seconds', 'cost_minor', 'net_minor', 'currency'],
  [
    ['a;b, "c"', 60, 17458, -937, 'EUR'],
    ['=1+1', 60, 1500, null, 'JPY'],
    ['', 60, 1500, 1, 'KWD'],
  ],
)

describe('a table for the person’s spreadsheet', () => {
  test('has semicolons and decimal commas where decimals have a comma', () => {
    expect(spreadsheetCsv(machine, ',')).toBe(
      [
        '\ufeffname;seconds;cost;net;currency',
        '"a;b, ""c""";60;174,58;-9,37;EUR',
        "'=1+1;60;1500;;JPY",
        ';60;1,500;0,001;KWD',
        '',
      ].join('\r\n'),
    )
  })

  test('has commas and decimal points where decimals have a point', () => {
    expect(spreadsheetCsv(machine, '.')).toContain('"a;b, ""c""",60,174.58,-9.37,EUR\r\n')
  })

  test('loses no cell and no minor unit', () => {
    const row = fc.tuple(fc.stringMatching(/^[a-z;,"\n]{0,9}$/), fc.integer({ min: -1e9, max: 1e9 }))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.constantFrom<'.' | ','>('.', ','), (rows, mark) => {
        const csv = csvOf(
          ['name', 'net_minor', 'currency'],
          rows.map(([name, net]) => [name, net, 'EUR']),
        )
        const text = spreadsheetCsv(csv, mark).slice(1).trimEnd()
        const { data } = Papa.parse<string[]>(text, { delimiter: mark === ',' ? ';' : ',' })
        expect(
          data.slice(1).map(([name, net = '']) => [name, Math.round(Number(net.replace(',', '.')) * 100)]),
        ).toEqual(rows.map(([name, net]) => [name, net]))
      }),
    )
  })
})
