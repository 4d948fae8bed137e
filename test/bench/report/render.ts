import { fileURLToPath } from 'node:url'
import { figure } from './figure.ts'
import { writeFormatted } from './formatted.ts'
import type { Machine } from './machine.ts'
import type { Measured, Results } from './results.ts'
import type { Row } from './row.ts'

const FILE = fileURLToPath(new URL('../RESULTS.md', import.meta.url))

const PREFACE = `# Budgets and what was measured

Written by \`npm run bench\`; a part of it is measured anew with \`npm run bench -- <part>\`, and every measurement is in \`results.json\`. A figure is a median, with the least and the most in brackets. The empty extension has Zeitwert's permissions, a worker with one listener that does nothing, and a popup with one sentence; it is measured in the same run, in turns or side by side.`

const VERDICTS = new Map([
  [true, 'yes'],
  [false, '**no**'],
  [null, ''],
])

const line = ({ what, budget, measured, empty, unit, met }: Row): string =>
  [what, budget, figure(measured, unit), empty ? figure(empty, unit) : '', VERDICTS.get(met)].join(' | ')

const placeOf = ({ processor, cores, memoryGb, system, node, browsers }: Machine): string =>
  [`${processor}, ${cores} cores, ${memoryGb} GB`, system, `Node ${node}`, ...browsers].join(' · ')

const section = (name: string, { title, method, measuredAt, load, machine, rows }: Measured): string =>
  `## ${title}

${method}

| What | Budget | Measured | Empty extension | Met |
| --- | --- | --- | --- | --- |
${rows.map((row) => `| ${line(row)} |`).join('\n')}

\`${name}\`, ${measuredAt.slice(0, 16).replace('T', ' ')} UTC, load ${load.toFixed(1)} at the beginning · ${placeOf(machine)}`

/** Writes the report in the order of the parts. */
export function writeReport(results: Results, order: readonly string[]): Promise<void> {
  const known = order.flatMap((name) => (results[name] ? [section(name, results[name])] : []))
  return writeFormatted(FILE, [PREFACE, ...known].join('\n\n'))
}
