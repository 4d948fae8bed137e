import Papa from 'papaparse'

export type Cell = string | number | null

/**
 * A table in the format of RFC 4180: an English header for machines, lines that end with CRLF, quotes where
 * needed. Text that a spreadsheet would read as a formula gets an apostrophe in front; numbers stay numbers.
 */
export const csvOf = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `${Papa.unparse([[...header], ...rows.map((row) => [...row])], { newline: '\r\n', escapeFormulae: true })}\r\n`
