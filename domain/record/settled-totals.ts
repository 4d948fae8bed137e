/**
 * Decides which day totals count beside the record, so that no time counts twice. It is decided when they are read:
 * once spans are deleted, the total of their day counts again.
 *
 * - What was typed by hand, and what a phone counted, always counts: no browser was there.
 * - Of several sources of one browser, for each day and site the one with the most time counts, never their sum.
 * - Of this browser, only the time that goes beyond its spans of that day and site counts: together they make the larger
 *   of both.
 * - If nobody knows which browser it was, it is taken for this one, and counts only before the first own day.
 * - A device of the person is a place of its own: only the time that goes beyond the spans of that same device counts,
 *   so that a total gives way once its spans arrive. That holds for this device's own id, too.
 */
import { siteOf } from '../surface/surface'
import type { Day } from '../time/local-time'
import { type DayTotal, type DeviceSource, TOTAL_SOURCES, type TotalSource } from './day-total'
import { deviceOfSource, isDeviceSource } from './total-source'
import { type History, spansOfDevice, timesOfDays } from './history'

/** Tools that count on a phone. */
const ON_A_PHONE: ReadonlySet<TotalSource> = new Set(['stayfree'])

/** The device or browser whose time a total is part of. */
const placeOf = ({ source, browser }: DayTotal): 'this' | 'other' | 'phone' | DeviceSource => {
  if (isDeviceSource(source)) return source
  if (ON_A_PHONE.has(source)) return 'phone'
  return browser === 'other' ? 'other' : 'this'
}

const daySite = ({ day, surface }: Pick<DayTotal, 'day' | 'surface'>): string => `${day} ${siteOf(surface)}`

/** Totals of one group may be about the same time. */
const groupOf = (total: DayTotal): string =>
  `${daySite(total)} ${total.source === 'entered' ? total.source : placeOf(total)}`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** By day, surface and source, so that the order of the rows does not matter. */
const byKey = (a: DayTotal, b: DayTotal): number =>
  compare(a.day, b.day) || compare(a.surface, b.surface) || compare(a.source, b.source)

const sumOfMs = (totals: readonly DayTotal[]): number => totals.reduce((sum, { ms }) => sum + ms, 0)

/** Recorded ms by surface. */
type Times = Map<string, number>

/** Recorded times by `day site`. Of calendar days, because that is what a total is about. */
function recordedTimes(record: History, days: ReadonlySet<Day>): Map<string, Times> {
  const bySite = new Map<string, Times>()
  if (days.size === 0) return bySite
  for (const [day, times] of timesOfDays(record, days))
    for (const [surface, ms] of times) {
      if (ms === 0) continue
      const key = daySite({ day, surface })
      const ofSite = bySite.get(key) ?? new Map<string, number>()
      bySite.set(key, ofSite.set(surface, ms))
    }
  return bySite
}

/** Cuts totals to a sum, each by the same share, in whole ms. */
function cutToSum(totals: readonly DayTotal[], wantedMs: number): DayTotal[] {
  const whole = sumOfMs(totals)
  if (whole === wantedMs) return [...totals]
  let [seen, given] = [0, 0]
  return totals.flatMap((total) => {
    seen += total.ms
    const upTo = seen === whole ? wantedMs : Math.floor((wantedMs * seen) / whole)
    const ms = upTo - given
    given = upTo
    return ms > 0 ? [{ ...total, ms, opens: null }] : []
  })
}

/**
 * What the record holds of the place of a total. All spans are taken for this browser but where a device is named: which
 * of them an earlier profile of it recorded, nobody knows.
 */
function recordOfPlaces(record: History, rows: readonly DayTotal[]): (one: DayTotal) => Times | undefined {
  const times = new Map<string, Map<string, Times>>()
  for (const [place, own] of Map.groupBy(rows, placeOf)) {
    if (place === 'other' || place === 'phone') continue
    const device = place === 'this' ? null : deviceOfSource(place)
    const held = device === null ? record : spansOfDevice(record, device)
    times.set(place, recordedTimes(held, new Set(own.map(({ day }) => day))))
  }
  return (one) => times.get(placeOf(one))?.get(daySite(one))
}

/** The part of the totals of a day and site that goes beyond its spans, first beyond those of the same surface. */
function beyondSpans(totals: readonly DayTotal[], recorded: Times | undefined): DayTotal[] {
  if (!recorded) return [...totals]
  const beyondMs = sumOfMs(totals) - [...recorded.values()].reduce((sum, ms) => sum + ms, 0)
  if (beyondMs <= 0) return []
  const rest = totals.map((total) => ({
    ...total,
    ms: Math.max(0, total.ms - (recorded.get(total.surface) ?? 0)),
    opens: null,
  }))
  return cutToSum(rest, beyondMs)
}

/** The totals of the source with the most time; of equal ones, the first of `TOTAL_SOURCES`. */
function largestSource(totals: readonly DayTotal[]): readonly DayTotal[] {
  if (totals.every(({ source }) => source === totals[0]?.source)) return totals
  const bySource = Map.groupBy(totals, ({ source }) => source)
  return TOTAL_SOURCES.map((source) => bySource.get(source) ?? []).reduce((best, own) =>
    sumOfMs(own) > sumOfMs(best) ? own : best,
  )
}

/** A record with the day totals that count in it, of all that are stored for its days; `ownSince` as below. */
export function settledHistory({ sealed, recent, totals = [] }: History, ownSince: Day | null): History {
  const spans = { sealed, recent }
  const settled = settledTotals(totals, spans, ownSince)
  return settled.length === 0 ? spans : { ...spans, totals: settled }
}

/**
 * The totals as they count beside a record that holds their calendar days, in a fixed order. `ownSince` is the first
 * day that was not imported; null if there is none.
 */
export function settledTotals(
  rows: readonly DayTotal[],
  record: History,
  ownSince: Day | null,
): readonly DayTotal[] {
  if (rows.length === 0) return rows
  const typed = rows.filter(({ source }) => source === 'entered')
  const counted = rows.filter(
    ({ source, browser, day }) =>
      source !== 'entered' &&
      (browser !== 'unsure' ||
        ON_A_PHONE.has(source) ||
        isDeviceSource(source) ||
        ownSince === null ||
        day < ownSince),
  )
  const inOrder = [...typed, ...counted].toSorted(byKey)
  const groups = Map.groupBy(inOrder, groupOf)
  const recordOf = recordOfPlaces(record, counted)
  return [...groups.values()].flatMap((group) => {
    const [one] = group as [DayTotal]
    return one.source === 'entered' ? group : beyondSpans(largestSource(group), recordOf(one))
  })
}
