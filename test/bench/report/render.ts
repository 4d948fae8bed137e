import { fileURLToPath } from 'node:url'
import { figure } from './figure.ts'
import { writeFormatted } from './formatted.ts'
import type { Machine } from './machine.ts'
import type { Measured, Results } from './results.ts'
import type { Part, Row } from './row.ts'

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

${reasons.length > 0 ? `Why not met: ${reasons.join(' ')}\n\n` : ''}\`${name}\`, ${measuredAt.slice(0, 16).replace('T', ' ')} UTC, load ${load.toFixed(1)} at the beginning · ${placeOf(machine)}`
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
