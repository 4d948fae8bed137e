/** Runs in a page of the extension: does what the Trends page does with a long history, from reading to figures. */
import { changesBetween } from '../../../domain/statement/changes'
import { heatOf } from '../../../domain/statement/heat'
import type { History } from '../../../domain/record/history'
import { addDays, personDay } from '../../../domain/time/local-time'
import { extentOf, type Period, shiftPeriod } from '../../../domain/time/period'
import { DEFAULT_SETTINGS, readSettings } from '../../../domain/settings/settings'
import { statementOfAccounts } from '../../../domain/statement/statement'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { accountsOf, tally } from '../../../domain/statement/tally'
import { partOfSteps, stepsOf, trendOf, usualGrain } from '../../../domain/statement/trend'
import { pricing } from '../../../domain/value/hour-price'
import { localOffset } from '../../../platform/local-offset'
import { recentSpans, sealedDays } from '../../../storage/record/history'
import { allOpinions } from '../../../storage/said/opinions'
import { allRates } from '../../../storage/said/rates'

export interface TrendTimes {
  /** From the query to the figures, ms; the first run opens the database. */
  figures: number[]
  /** The part of it spent on reading, ms. */
  reading: number[]
  spans: number
}

const countOf = ({ sealed, recent }: History): number =>
  sealed.reduce((sum, { lengths }) => sum + lengths.length, recent.length)

async function read({ first, last }: Period): Promise<History> {
  const [from, until] = [addDays(first, -1), addDays(last, 1)]
  const [sealed, recent] = await Promise.all([sealedDays(from, until), recentSpans(from, until)])
  return { sealed, recent: recent.sort((a, b) => a.start - b.start) }
}

/** Computes the figures of this many years up to today, and of as many years before, `times` times. */
export async function computeTrends(years: number, times: number): Promise<TrendTimes> {
  const stored = (await chrome.storage.local.get('settings'))['settings']
  const { dayStartHour } = stored === undefined ? DEFAULT_SETTINGS : readSettings(stored)
  const now = Date.now()
  const today = personDay(now, localOffset(now), dayStartHour)
  const period: Period = { unit: 'dates', first: addDays(today, 1 - Math.round(years * 365.25)), last: today }
  const before = shiftPeriod(period, -1)
  const steps = stepsOf(period, usualGrain(period), 0)
  const measured: TrendTimes = { figures: [], reading: [], spans: 0 }
  for (let time = 0; time < times; time += 1) {
    const began = performance.now()
    const [history, opinions, rates] = await Promise.all([
      read({ ...period, first: before.first }),
      allOpinions(),
      allRates(),
    ])
    measured.reading.push(performance.now() - began)
    const valuing = {
      profileOf: surfaceBook(opinions),
      priceAt: pricing(rates, 'EUR', dayStartHour),
      dayStartHour,
    }
    const extent = extentOf(period, dayStartHour)
    const tallies = tally(history, extent, valuing, partOfSteps(steps))
    const earlier = statementOfAccounts(accountsOf(tally(history, extentOf(before, dayStartHour), valuing)))
    const trend = trendOf(tallies, steps)
    const heat = heatOf(history, extent, dayStartHour, today, () => true)
    changesBetween(statementOfAccounts(accountsOf(tallies)), earlier)
    measured.figures.push(performance.now() - began)
    if (!trend.total.money || heat.days.length !== 7) throw new Error('There are no figures.')
    measured.spans = countOf(history)
  }
  return measured
}
