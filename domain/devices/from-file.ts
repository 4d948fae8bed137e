/** Which devices of a file have something to say to one that hears of others in its area. */
import type { DeviceParts } from './item'

/** Whether a device said something later than this already; `known` is the number of what is known, by id. */
export const isOutdated = ({ id, use }: DeviceParts, known: ReadonlyMap<string, number>): boolean =>
  use !== null && use.seq < (known.get(id) ?? 0)

/**
 * The devices of a file that are merged: not this one, none that was erased since, and none that is known to have said
 * something later, from the area or from another file.
 */
export function devicesToMerge(
  inFile: Iterable<DeviceParts>,
  inArea: readonly DeviceParts[],
  own: string,
  known: ReadonlyMap<string, number>,
): DeviceParts[] {
  const there = new Map(inArea.map((device) => [device.id, device]))
  return [...inFile].filter((device) => {
    const { id, use } = device
    const before = there.get(id)
    if (id === own || use === null || before?.isErased || isOutdated(device, known)) return false
    return use.seq >= (before?.use?.seq ?? 0)
  })
}
