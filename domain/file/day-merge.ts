/** Merges a day of a file with the same day here. No time of a device counts twice. */
import { type SealedDay, spansOf, unseal } from '../record/sealed-day'
import { seal } from '../record/sealing'
import { intervalOf, type Span } from '../record/span'
import { mergedSpans, partsBeside } from '../record/span-parts'

export interface DayMerge {
  /** The existing and the new spans as one record; null if nothing is new. */
  whole: SealedDay | null
  /** The new spans. */
  added: () => Span[]
  addedCount: number
  /** How many spans of the file exist here already. */
  known: number
  /**
   * How many spans of the file differ from the spans here at that time. Where they differ, the spans here
   * stay.
   */
  differing: number
}

const NOTHING_NEW = { whole: null, added: () => [], addedCount: 0, differing: 0 }

const sameColumn = (a: ArrayLike<unknown> = [], b: ArrayLike<unknown> = []): boolean => {
  if (a.length !== b.length) return false
  for (let row = 0; row < a.length; row += 1) if (a[row] !== b[row]) return false
  return true
}

/** Whether two records of a day and device have the same content. */
export const isSameDay = (a: SealedDay, b: SealedDay): boolean =>
  a.from === b.from &&
  sameColumn(a.surfaces, b.surfaces) &&
  sameColumn(a.surface, b.surface) &&
  sameColumn(a.starts, b.starts) &&
  sameColumn(a.lengths, b.lengths) &&
  sameColumn(a.offsets.flat(), b.offsets.flat()) &&
  sameColumn(a.origins, b.origins)

/**
 * Merges a day of a file with the same day and device here, which may be sealed or in rows. The span in
 * progress only keeps its time free.
 */
export function mergeDay(
  file: SealedDay,
  sealed: SealedDay | undefined,
  rows: readonly Span[],
  open: Span | null = null,
): DayMerge {
  const count = file.starts.length
  const isUntouched = rows.length === 0 && open === null
  if (sealed && isUntouched && isSameDay(sealed, file)) return { ...NOTHING_NEW, known: count }
  // Make no span objects here: an empty database can get a million spans.
  if (!sealed && isUntouched)
    return { whole: file, added: () => unseal(file), addedCount: count, known: 0, differing: 0 }
  const here = mergedSpans(spansOf(sealed ?? null), rows)
  const byId = new Map(here.map((span) => [span.id, span]))
  const taken = (open ? [...here, open].sort((a, b) => a.start - b.start) : here).map(intervalOf)
  const added: Span[] = []
  let [known, differing] = [0, 0]
  for (const span of unseal(file)) {
    const same = byId.get(span.id)
    if (same && same.end === span.end && same.surface === span.surface) {
      known += 1
      continue
    }
    const parts = partsBeside(span, taken)
    added.push(...parts)
    if (parts[0] !== span) differing += 1
  }
  const whole = added.length > 0 ? seal([...here, ...added]) : null
  return { whole, added: () => added, addedCount: added.length, known, differing }
}

/** The time that lies in spans of both records, ms. Both are in order of time. */
export function sharedMs(a: SealedDay, b: SealedDay): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.starts.length && j < b.starts.length;) {
    const [aStart, bStart] = [a.from + (a.starts[i] as number), b.from + (b.starts[j] as number)]
    const [aEnd, bEnd] = [aStart + (a.lengths[i] as number), bStart + (b.lengths[j] as number)]
    sum += Math.max(0, Math.min(aEnd, bEnd) - Math.max(aStart, bStart))
    if (aEnd <= bEnd) i += 1
    else j += 1
  }
  return sum
}

/** A stored day of a device as one record, whether it lies in columns, in rows or in both. */
export function oneRecord(sealed: SealedDay | undefined, rows: readonly Span[]): SealedDay | null {
  if (rows.length === 0) return sealed ?? null
  return seal(mergedSpans(spansOf(sealed ?? null), rows))
}
