/** Reads plain tables line by line, without a copy of the whole text. */

/** A year of 5-minute rows has a hundred thousand. */
const MOST_LINES = 4_000_000

/** The longest line of a real table has a column for each of ten thousand days. */
const MOST_CHARACTERS = 500_000

/** Thrown at the first line beyond the most, or at one that is longer than any real one. */
export class TooManyLines extends Error {}

/** A line without anything in it, also as a spreadsheet saves it: delimiters, maybe with empty quotes. */
const isEmpty = (line: string): boolean => line === '' || (/^[,;\t"]/.test(line) && /^[,;\t"\s]*$/.test(line))

/** The lines of a text, whatever ends them; empty ones are left out. Throws `TooManyLines`. */
export function* linesIn(text: string): Generator<string> {
  let lines = 0
  for (let from = 0; from < text.length;) {
    const found = text.indexOf('\n', from)
    const end = found < 0 ? text.length : found
    lines += 1
    if (lines > MOST_LINES || end - from > MOST_CHARACTERS) throw new TooManyLines()
    const line = text.slice(from, end).replace(/\r$/, '')
    if (!isEmpty(line)) yield line
    from = end + 1
  }
}

/** The first lines of a text, as far as they have a length that a table can have. */
export function firstLines(text: string, most: number): string[] {
  const lines: string[] = []
  try {
    for (const line of linesIn(text.slice(0, MOST_CHARACTERS))) {
      lines.push(line)
      if (lines.length === most) break
    }
  } catch {
    // No table.
  }
  return lines
}

/** A whole number of at most 12 digits that is not negative; null for anything else. */
export const wholeIn = (text: unknown): number | null =>
  typeof text === 'string' && /^\d{1,12}$/.test(text) ? Number(text) : null

/** A number that can be an amount of time or a count; null for anything else. */
export const plainNumber = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 1e13 ? value : null

/** The cells of a line of a table without quotes inside; quotes around a cell are taken off. */
export const plainCells = (line: string, delimiter: string): string[] =>
  line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))

/** The delimiter that occurs most often in a line. */
export const delimiterIn = (line: string): string =>
  [',', ';', '\t'].reduce((best, one) => (line.split(one).length > line.split(best).length ? one : best))

/** A function that works each argument out once, as long as they are as few as the days of a life. */
export function remembering<Value>(workOut: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = workOut(text)
    if (known.size < 50_000) known.set(text, value)
    return value
  }
}
