/** A table for the spreadsheet of a person, from the same table for machines. */
import Papa from 'papaparse'
import { minorDigits } from '../value/minor-units'

const MINOR = '_minor'

/** Spreadsheets take a file without it for an old encoding. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * The table with the decimal mark of the person, and with semicolons between columns if that mark is a comma. Amounts
 * are in units of the currency, to be added up as they are: `cost_minor` 17458 becomes `cost` 174,58.
 */
export function spreadsheetCsv(csv: string, decimalMark: '.' | ','): string {
  const [header = [], ...rows] = Papa.parse<string[]>(csv.trimEnd(), { delimiter: ',', newline: '\r\n' }).data
  const currencyAt = header.indexOf('currency')
  const written = (cell: string, column: number, row: readonly string[]): string => {
    if (cell === '' || !header[column]?.endsWith(MINOR)) return cell
    const digits = minorDigits(row[currencyAt] ?? '')
    return (Number(cell) / 10 ** digits).toFixed(digits).replace('.', decimalMark)
  }
  const heads = header.map((name) => (name.endsWith(MINOR) ? name.slice(0, -MINOR.length) : name))
  const delimiter = decimalMark === ',' ? ';' : ','
  const table = [heads, ...rows.map((row) => row.map((cell, column) => written(cell, column, row)))]
  return `${BYTE_ORDER_MARK}${Papa.unparse(table, { delimiter, newline: '\r\n' })}\r\n`
}
