/** The time recorded on each surface over all history, and all opinions, ratings and rates. */
import { prepareNames } from '../../domain/surface/idn'
import { deviceOfSource } from '../../domain/record/total-source'
import type { Rating } from '../../domain/record/rating'
import { dayKey, spansOf } from '../../domain/record/sealed-day'
import type { Span } from '../../domain/record/span'
import type { Opinion } from '../../domain/surface/opinion'
import { siteOf } from '../../domain/surface/surface'
import type { Rate } from '../../domain/value/hour-price'
import { db } from '../base/db'
import { live } from '../base/live-query'
import type { Watchable } from '../../domain/watchable'
import { allOpinions } from '../said/opinions'
import { allRates } from '../said/rates'

type TimeBySurface = Map<string, number>

const NO_DEVICES: ReadonlySet<string> = new Set()

const add = (times: TimeBySurface, surface: string, ms: number) =>
  times.set(surface, (times.get(surface) ?? 0) + ms)

/** Sums the columns directly; turning years of sealed days into spans would be slow. */
async function sealedTimes(without: ReadonlySet<string>): Promise<TimeBySurface> {
  const times: TimeBySurface = new Map()
  for (const { surfaces, surface, lengths, device } of await db.days.toArray()) {
    if (without.has(device)) {
      for (const name of surfaces) add(times, name, 0)
      continue
    }
    const sums = new Float64Array(surfaces.length)
    for (let row = 0; row < lengths.length; row += 1) {
      const index = surface[row] as number
      sums[index] = (sums[index] as number) + (lengths[row] as number)
    }
    surfaces.forEach((name, index) => add(times, name, sums[index] as number))
  }
  return times
}

/** A span that was written again after its day was sealed counts in its later version: the sealed one is subtracted. */
async function recentTimes(without: ReadonlySet<string>): Promise<TimeBySurface> {
  const times: TimeBySurface = new Map()
  const all = await db.spans.toArray()
  for (const { surface, start, end, device } of all)
    add(times, surface, without.has(device) ? 0 : end - start)
  const spans = all.filter(({ device }) => !without.has(device))
  for (const [, own] of Map.groupBy(spans, dayKey)) {
    const { day, device } = own[0] as Span
    const again = new Set(own.map(({ id }) => id))
    const sealed = await db.days.get([day, device])
    const before = spansOf(sealed ?? null).filter(({ id }) => again.has(id))
    for (const { surface, start, end } of before) add(times, surface, start - end)
  }
  return times
}

const withNames = async <Times extends TimeBySurface>(times: Times): Promise<Times> => {
  await prepareNames([...times.keys()].map(siteOf))
  return times
}

/** Ms by surface in sealed days, 0 for those of devices `without` which it is. Emits only when a day is sealed or corrected. */
export const liveSealedTimes = (without = NO_DEVICES): Watchable<ReadonlyMap<string, number>> =>
  live([db.days], () => sealedTimes(without).then(withNames))

/** Ms by surface in days that are not yet sealed; what was sealed and written again changes by the difference. */
export const liveRecentTimes = (without = NO_DEVICES): Watchable<ReadonlyMap<string, number>> =>
  live([db.spans, db.days], () => recentTimes(without).then(withNames))

/** Ms by surface in day totals, whether they count or not. */
export const liveTotalTimes = (without = NO_DEVICES): Watchable<ReadonlyMap<string, number>> =>
  live([db.totals], async () => {
    const times: TimeBySurface = new Map()
    for (const { surface, ms, source } of await db.totals.toArray())
      add(times, surface, without.has(deviceOfSource(source) ?? '') ? 0 : ms)
    return withNames(times)
  })

export const liveOpinions = (): Watchable<Opinion[]> =>
  live([db.surfaces], async () => {
    const opinions = await allOpinions()
    await prepareNames(opinions.map(({ surface }) => siteOf(surface)))
    return opinions
  })

export const liveRates = (): Watchable<Rate[]> => live([db.rates], () => allRates())

export const allRatings = (): Promise<Rating[]> => db.ratings.toArray()

export const liveRatings = (): Watchable<Rating[]> => live([db.ratings], allRatings)

/** How many questions about visits were asked, ever. */
export const liveAsked = (): Watchable<number> =>
  live([db.log], () => db.log.filter(({ type }) => type === 'ask').count())
