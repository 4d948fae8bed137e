import { fileURLToPath } from 'node:url'
import { figure } from './figure.ts'
import { writeFormatted } from './formatted.ts'
import type { Machine } from './machine.ts'
import type { Measured, Results } from './results.ts'
import type { Part, Row } from './row.ts'

const FILE = fileURLToPath(new URL('../RESULTS.md', import.meta.url))

const PREFACE = `# Budgets and measurements

\`npm run bench\` writes this file; \`npm run bench -- <part>\` measures one part again. \`results.json\` has every measurement. Each figure is a median, with minimum and maximum in brackets. A budget is the most that a figure, or each measurement, may be. The empty extension has Zeitwert's permissions, a worker with one listener that does nothing, and a popup with one sentence. It is measured in the same run: before Zeitwert, in turns with it, or side by side.`

const VERDICTS = new Map([
  [true, 'yes'],
  [false, '**no**'],
  [null, ''],
])

const line = ({ what, budget, measured, empty, unit, met }: Row): string =>
  [what, budget, figure(measured, unit), empty ? figure(empty, unit) : '', VERDICTS.get(met)].join(' | ')

const placeOf = ({ processor, cores, memoryGb, system, node, browsers }: Machine): string =>
  [`${processor}, ${cores} cores, ${memoryGb} GB`, system, `Node ${node}`, ...browsers].join(' · ')

/** The reasons for missed budgets, each once. */
const reasonsOf = (rows: readonly Row[]): string[] => {
  const said = rows.flatMap(({ met, reason }) => (met === false && reason !== undefined ? [reason] : []))
  return [...new Set(said)]
}

type Described = Pick<Part, 'method'>

function section(name: string, measured: Measured, part: Described): string {
  const { title, method, measuredAt, load, machine, rows } = measured
  const age = method === part.method ? '' : ' (measured with an earlier method)'
  const reasons = reasonsOf(rows)
  return `## ${title}${age}

${method}

| What | Budget | Measured | Empty extension | Met |
| --- | --- | --- | --- | --- |
${rows.map((row) => `| ${line(row)} |`).join('\n')}

${reasons.length > 0 ? `Why the budget is missed: ${reasons.join(' ')}\n\n` : ''}\`${name}\`, ${measuredAt.slice(0, 16).replace('T', ' ')} UTC, load ${load.toFixed(1)} at the start · ${placeOf(machine)}`
}

/** The report, in the order of the parts. */
export function reportOf(results: Results, parts: Readonly<Record<string, Described>>): string {
  const known = Object.entries(parts).flatMap(([name, part]) =>
    results[name] ? [section(name, results[name], part)] : [],
  )
  return [PREFACE, ...known].join('\n\n')
}

export const writeReport = (results: Results, parts: Readonly<Record<string, Part>>): Promise<void> =>
  writeFormatted(FILE, reportOf(results, parts))
