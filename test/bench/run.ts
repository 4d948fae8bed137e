/** Measures the named parts, or all, and writes the results and the report. */
import { loadavg } from 'node:os'
import { PARTS } from './parts.ts'
import { machine } from './report/machine.ts'
import { writeReport } from './report/render.ts'
import { readResults, writeResults } from './report/results.ts'
import { figure } from './report/figure.ts'

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in PARTS))
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}

const MARKS = new Map([
  [true, '✓'],
  [false, '✗'],
  [null, ' '],
])

for (const [name, part] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n── ${name}`)
  const began = Date.now()
  const load = loadavg()[0] as number
  try {
    const rows = await part.measure()
    const { title, method } = part
    const measured = {
      title,
      method,
      measuredAt: new Date(began).toISOString(),
      load,
      machine: machine(),
      rows,
    }
    const results = { ...readResults(), [name]: measured }
    await writeResults(results)
    await writeReport(results, PARTS)
    for (const row of rows)
      console.log(`${MARKS.get(row.met)} ${row.what}: ${figure(row.measured, row.unit)}`)
  } catch (error) {
    console.error(`${name} was not measured:`, error)
    process.exitCode = 1
  }
  console.log(`${((Date.now() - began) / 1000).toFixed(0)} s`)
}
