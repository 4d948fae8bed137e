/** Compares the time that the popup added for each site with the time that the site was in front. */
import type { Figures } from './figures.ts'
import { secondsInFront, type Visit } from './visits.ts'

/** The popup shows whole seconds, and a page comes to the front slightly before it has loaded. */
const TOLERANCE_S = 1.5

export interface Comparison {
  name: string
  visited: number
  recorded: number
  agrees: boolean
}

export function compare(visits: readonly Visit[], before: Figures, after: Figures): Comparison[] {
  return [...secondsInFront(visits, after.at)].map(([surface, visited]) => {
    const row = rowOf(after, surface)
    const recorded = (row?.seconds ?? 0) - (rowOf(before, surface)?.seconds ?? 0)
    return {
      name: row?.name ?? surface,
      visited,
      recorded,
      agrees: Math.abs(visited - recorded) <= TOLERANCE_S,
    }
  })
}

const rowOf = ({ rows }: Figures, surface: string) => rows.find((row) => row.surface === surface)
