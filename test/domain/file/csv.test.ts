import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { csvOf } from '../../../domain/file/csv'

describe('a table for spreadsheets', () => {
  test('has its header first and ends every line with CRLF', () => {
    expect(csvOf(['surface', 'seconds'], [['example.com', 12]])).toBe('surface,seconds\r\nexample.com,12\r\n')
    expect(csvOf(['surface'], [])).toBe('surface\r\n')
  })

  test('quotes commas, quotes and line breaks', () => {
    expect(csvOf(['name'], [['a, "b"\nc']])).toBe('name\r\n"a, ""b""\nc"\r\n')
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'escapes %j, which could be read as a formula',
    (text) => {
      expect(csvOf(['name'], [[text]])).toContain(`'${text}`)
    },
  )

  test('leaves numbers as they are, even negative ones', () => {
    expect(csvOf(['net'], [[-5], [null]])).toBe('net\r\n-5\r\n\r\n')
  })

  test('is read back unchanged, cell by cell', () => {
    const text = fc.string().filter((value) => !/^[=+\-@\t\r]/.test(value))
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        const { data } = Papa.parse(csvOf(['a', 'b'], rows), { newline: '\r\n', delimiter: ',' })
        expect(data.slice(1, -1)).toEqual(rows)
      }),
    )
  })
})
