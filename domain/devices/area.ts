/** The limits of the browser's sync area, and what of a device's items fits into it. */

/** In Chromium and Firefox: bytes in all and of an item, and items; keys count with their values. */
export const AREA = { bytes: 102_400, bytesOfItem: 8192, items: 512 } as const

/** Kept free, so that the items of a device that joins, or that grow on two devices at once, find room. */
const SPARE_BYTES = 8192

/** A device writes at most once in this time: the engine allows 1,800 writes an hour and 120 a minute. */
export const WRITE_EVERY_MS = 60_000

/** The size of an item as both engines count it: the key and the value as JSON. Both are ASCII. */
export const itemBytes = (key: string, value: unknown): number => key.length + JSON.stringify(value).length

/** The size of everything in the area. */
export const areaBytes = (area: Readonly<Record<string, unknown>>): number =>
  Object.entries(area).reduce((sum, [key, value]) => sum + itemBytes(key, value), 0)

export interface SealedItem {
  key: string
  value: string
  /** Whether the item may be left out if there is no room: a week of day totals. */
  canWait: boolean
}

/** Weeks of totals that a device sends at most; older ones go through a file. */
const MOST_WEEKS = 26

/**
 * The items of a device that fit beside those of the others, in their order. Those that can wait share what is left with
 * the other devices. If the first does not fit, null; if others that cannot wait do not, those that do: better than none.
 */
export function fitting(
  items: readonly SealedItem[],
  others: { bytes: number; items: number; devices: number },
): SealedItem[] | null {
  const kept: SealedItem[] = []
  let bytes = 0
  const keep = (item: SealedItem, most: number): boolean => {
    const more = itemBytes(item.key, item.value)
    const isFit = bytes + more <= most && others.items + kept.length < AREA.items
    if (!isFit || more > AREA.bytesOfItem) return false
    bytes += more
    kept.push(item)
    return true
  }
  const firm = items.filter(({ canWait }) => !canWait)
  const left = firm.filter((item) => !keep(item, AREA.bytes - others.bytes))
  if (left.length > 0) return left[0] === firm[0] ? null : kept
  const most = Math.min(
    (AREA.bytes - SPARE_BYTES) / (others.devices + 1),
    AREA.bytes - SPARE_BYTES - others.bytes,
  )
  // Without gaps: after the first that does not fit, no older one is sent.
  const weeks = items.filter(({ canWait }) => canWait).slice(0, MOST_WEEKS)
  weeks.every((item) => keep(item, most))
  return kept
}

/** Whether the browser refused a write because there is no room, or there were too many writes. */
export const isQuotaError = (error: unknown): boolean => /quota|max_items|max_write/i.test(String(error))

/** After so many refusals in a row, how long a device waits before it writes again. */
export const waitAfterMs = (refused: number): number =>
  refused === 0 ? WRITE_EVERY_MS : Math.min(2 ** refused, 60) * WRITE_EVERY_MS

/** Whether a device may write at `now`. A time that lies ahead comes from a clock that was wrong. */
export const mayWrite = (triedAt: number | null, refused: number, now: number): boolean =>
  triedAt === null || Math.abs(now - triedAt) >= waitAfterMs(refused)
