import { assetsOf, type Build, BUILDS, files, gzipped } from '../../build/built'
import type { Part, Row } from '../report/row.ts'

const KB = 1000

const sized = (build: Build, what: string, paths: readonly string[], budgetKb: number): Row => {
  const kb = gzipped(build, paths) / KB
  const measured = [kb]
  return { what: `${what}, ${build}`, budget: `≤ ${budgetKb} kB`, unit: 'kB', measured, met: kb <= budgetKb }
}

const rowsOf = (build: Build): Row[] => [
  sized(build, 'popup', assetsOf(build, 'popup.html'), 75),
  sized(build, 'worker', ['background.js'], 150),
  ...(files(build).includes('dashboard.html')
    ? [sized(build, 'dashboard’s first screen', assetsOf(build, 'dashboard.html'), 130)]
    : []),
]

export const size: Part = {
  title: 'Size',
  method:
    'JavaScript and CSS of the popup and the dashboard, with everything that each imports at once, and of the worker; each file is compressed with gzip at its best level. These bounds only catch accidents; the budgets for time and memory bound what people feel.',
  measure: async () => BUILDS.flatMap(rowsOf),
}
