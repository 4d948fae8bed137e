/** Where day totals come from, and how much of a figure each source is. */
import type { LocalInterval } from '../time/interval'
import { type DayTotal, type DeviceSource, TOTAL_SOURCES, type TotalSource, totalsWithin } from './day-total'

/** Whether it names a device: `device:` and the eight hex digits of its id. */
export const isDeviceSource = (source: unknown): source is DeviceSource =>
  typeof source === 'string' && /^device:[\da-f]{8}$/.test(source)

/** Whether a total can come from it: a tool, typing, or a device. */
export const isTotalSource = (source: unknown): source is TotalSource =>
  TOTAL_SOURCES.some((one) => one === source) || isDeviceSource(source)

/** The id of the device that a total comes from; null if it is from a tool or typed. */
export const deviceOfSource = (source: TotalSource): string | null =>
  isDeviceSource(source) ? source.slice('device:'.length) : null

/** Sources whose opens are visits. Time Tracker counts page loads instead. */
const countsVisits = (source: TotalSource): boolean => source === 'watt' || isDeviceSource(source)

/** Visits that began, as far as the source counts visits. */
export const visitsOfTotal = ({ source, opens }: DayTotal): number =>
  countsVisits(source) ? (opens ?? 0) : 0

/** How much of a figure is day totals of a source, ms. */
export interface SourceTime {
  source: TotalSource
  ms: number
  /** Of a device, as the person named it; absent where nobody said. */
  name?: string
}

/** The name of a device by its id; null if it is not known. */
export type DeviceName = (id: string) => string | null

/** The same times, with the names of devices that are known. */
export const withDeviceNames = (times: readonly SourceTime[], deviceName: DeviceName): SourceTime[] =>
  times.map((time) => {
    const device = deviceOfSource(time.source)
    const name = device === null ? null : deviceName(device)
    return name === null ? time : { ...time, name }
  })

/**
 * How much of the extent is day totals, by source: in the order of `TOTAL_SOURCES`, then devices by id. Only surfaces
 * that `counts`.
 */
export function sourceTimes(
  totals: readonly DayTotal[],
  extent: LocalInterval,
  dayStartHour: number,
  counts: (surface: string) => boolean = () => true,
): SourceTime[] {
  const inside = totalsWithin(totals, extent, dayStartHour).filter(({ surface }) => counts(surface))
  const devices = [...new Set(inside.map(({ source }) => source).filter(isDeviceSource))].sort()
  return [...TOTAL_SOURCES, ...devices].flatMap((source) => {
    const own = inside.filter((total) => total.source === source)
    const ms = own.reduce((sum, total) => sum + total.ms, 0)
    return ms > 0 ? [{ source, ms }] : []
  })
}
