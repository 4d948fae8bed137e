/** Prints the demo's figures and comparisons. */
import type { Comparison } from './check.ts'
import type { Figures } from './figures.ts'
import type { Finding } from './findings.ts'

export const say = (line = ''): void => console.log(line)

export function sayFigures({ heading, time, totals, rows }: Figures): void {
  say(`\nThe popup says: ${heading}, ${time}`)
  sayColumns(totals.map(([label, amount]) => [label, amount]))
  say()
  sayColumns(rows.map(({ name, time: rowTime, net, notes }) => [name, rowTime, net, notes]))
}

export function sayComparison(comparisons: readonly Comparison[]): void {
  say('\nSeconds in front, and seconds recorded:')
  sayColumns(
    comparisons.map(({ name, visited, recorded, agrees }) => [
      name,
      visited.toFixed(1),
      String(recorded),
      agrees ? '✓' : '✗',
    ]),
  )
}

export function sayFindings(findings: readonly Finding[]): void {
  say('\nThe findings about last week:')
  for (const { question, answer } of findings) say(`  ${question}\n    ${answer}`)
}

/** Aligns the first and last column left, those between right. */
function sayColumns(rows: readonly (readonly string[])[]): void {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  for (const row of rows) {
    const cells = row.map((cell, i) => (i === 0 || i === 3 ? cell.padEnd(width(i)) : cell.padStart(width(i))))
    say(`  ${cells.join('   ').trimEnd()}`)
  }
}
