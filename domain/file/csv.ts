import Papa from 'papaparse'

export type Cell = string | number | null

/**
 * A table as RFC 4180 has it: a header in English for machines, lines that end with CRLF, quotes where needed. Text
 * that a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers.
 */
export const csvOf = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `${Papa.unparse([[...header], ...rows.map((row) => [...row])], { newline: '\r\n', escapeFormulae: true })}\r\n`
