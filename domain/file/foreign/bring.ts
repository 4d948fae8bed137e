/** Which day totals of a file are written beside those that are here. */
import { type DayTotal, keyOfTotal, type TotalBrowser } from '../../record/day-total'

/** What bringing a file would do: so many rows are new, grow, get another answer about the browser, or stay. */
export interface BringPreview {
  added: number
  grown: number
  answered: number
  known: number
}

const keyOf = (total: DayTotal): string => keyOfTotal(total).join(' ')

/** The row here with what a row of a file changes: the larger time counts, and the latest answer about the browser. */
function merged(own: DayTotal, brought: DayTotal): DayTotal {
  const larger = brought.ms > own.ms ? brought : own
  return { ...larger, browser: brought.browser }
}

const isSame = (a: DayTotal, b: { ms: number; browser: TotalBrowser }): boolean =>
  a.ms === b.ms && a.browser === b.browser

/**
 * The rows to write beside those `here`, and how many they are. A file that was brought before changes nothing; a newer one
 * of the same tool replaces what has grown since.
 */
export function totalsToBring(
  here: readonly DayTotal[],
  brought: readonly DayTotal[],
): { put: DayTotal[]; preview: BringPreview } {
  const own = new Map(here.map((total) => [keyOf(total), total]))
  const preview = { added: 0, grown: 0, answered: 0, known: 0 }
  const put = brought.flatMap((total) => {
    const before = own.get(keyOf(total))
    const after = before ? merged(before, total) : total
    if (!before) preview.added += 1
    else if (after.ms > before.ms) preview.grown += 1
    else if (isSame(before, after)) preview.known += 1
    else preview.answered += 1
    return before && isSame(before, after) ? [] : [after]
  })
  return { put, preview }
}
