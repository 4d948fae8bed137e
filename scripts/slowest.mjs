/** The slowest tests of a run, from the reports that Vitest writes. */
import { relative } from 'node:path'
import { ROOT } from './tools.mjs'

/** Every test of a report with its time in ms. */
export const timesOf = ({ testResults }) =>
  testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      title: `${relative(ROOT, name).replaceAll('\\', '/')} – ${fullName}`,
      ms: duration ?? 0,
    })),
  )

/** Lines for the `count` slowest tests, the slowest first. */
export const slowestOf = (times, count) =>
  times
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, count)
    .map(({ title, ms }) => `${(ms / 1000).toFixed(1).padStart(6)} s  ${title}`)
