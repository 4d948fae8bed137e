/** Runs in a page of the extension: does what the Insights page does with a long history, from reading to findings. */
import { coverage } from '../../../domain/firewall/coverage'
import { aiDividendOf } from '../../../domain/insight/ai-dividend'
import { cleanFeedsOf } from '../../../domain/insight/clean-feeds'
import { comparedDays } from '../../../domain/insight/cleaning-change'
import { concentrationOf } from '../../../domain/insight/concentration'
import { driftOf } from '../../../domain/insight/drift'
import { feedsAfterAi } from '../../../domain/insight/feeds-after-ai'
import { isMissing, MOST_WEEKS, type Scope } from '../../../domain/insight/finding'
import { hourYieldOf } from '../../../domain/insight/hour-yield'
import { integrityOf } from '../../../domain/insight/integrity'
import { nightsOf } from '../../../domain/insight/nights'
import { takeOf } from '../../../domain/insight/take'
import { worthAnswersOf } from '../../../domain/insight/worth-answers'
import type { History } from '../../../domain/record/history'
import { quartersBySurface } from '../../../domain/record/rating'
import { readSettings, type Settings } from '../../../domain/settings/settings'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { addDays, type Day, personDay } from '../../../domain/time/local-time'
import { extentOf, type Period } from '../../../domain/time/period'
import { pricing } from '../../../domain/value/hour-price'
import type { Watchable } from '../../../domain/watchable'
import { localOffset } from '../../../platform/local-offset'
import { liveAsked, liveOpinions, liveRates, liveRatings } from '../../../storage/record/known-surfaces'
import {
  liveFirstDay,
  liveFirstMeasuredDay,
  liveRecentSpans,
  liveSealedDays,
} from '../../../storage/record/live-history'
import { livePromised } from '../../../storage/statement/promised'
import { liveFirewallRecord } from '../../../storage/statement/statements'

export interface InsightTimes {
  /** From the queries to all findings, ms, for each time. */
  all: number[]
  reading: number[]
  /** By card. */
  cards: Record<string, number[]>
  spans: number
}

/** The first value of a live query. */
const firstOf = <Value>(watchable: Watchable<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    const subscription = watchable.subscribe({
      next: (value) => {
        resolve(value)
        // It may answer before it returns.
        queueMicrotask(() => subscription.unsubscribe())
      },
      error: reject,
    })
  })

async function historyOf(first: Day, last: Day): Promise<History> {
  const days = [addDays(first, -1), addDays(last, 1)] as const
  const [sealed, recent] = await Promise.all([
    firstOf(liveSealedDays(...days)),
    firstOf(liveRecentSpans(...days)),
  ])
  return { sealed, recent }
}

interface Read {
  scope: Scope
  around: History
}

/** Reads what the page reads. */
async function read(period: Period, today: Day, settings: Settings): Promise<Read> {
  const { dayStartHour, currency, cleanings } = settings
  const since = addDays(period.first, -7 * MOST_WEEKS)
  const compared = comparedDays(cleanings, today) ?? { first: today, last: today }
  const [history, around, opinions, rates, ratings, record, promised, recordedSince, measuredSince, asked] =
    await Promise.all([
      historyOf(since, period.last),
      historyOf(compared.first, compared.last),
      firstOf(liveOpinions()),
      firstOf(liveRates()),
      firstOf(liveRatings()),
      firstOf(liveFirewallRecord(since, period.last)),
      firstOf(livePromised(since, period.last)),
      firstOf(liveFirstDay()),
      firstOf(liveFirstMeasuredDay()),
      firstOf(liveAsked()),
    ])
  const valuing = {
    profileOf: surfaceBook(opinions, quartersBySurface(ratings)),
    priceAt: pricing(rates, currency, dayStartHour),
    dayStartHour,
  }
  const firewall = { ...record, covers: coverage(opinions).covers, offsetAt: localOffset }
  const extent = extentOf(period, dayStartHour)
  return {
    scope: {
      period,
      extent,
      today,
      recordedSince,
      measuredSince,
      history,
      valuing,
      firewall,
      promised,
      weekStart: 0,
      ratings,
      asked,
    },
    around,
  }
}

/** What each card asks, in the order of the page. */
const cardsOf = ({ scope, around }: Read, settings: Settings): Record<string, () => object> => ({
  take: () => takeOf(scope, settings.region),
  yield: () => hourYieldOf(scope),
  worth: () => worthAnswersOf(scope),
  drift: () => driftOf(scope),
  AI: () => ({ ...aiDividendOf(scope, settings), visits: feedsAfterAi(scope) }),
  owners: () => concentrationOf(scope),
  clean: () => cleanFeedsOf(scope, settings.cleanings, around),
  nights: () => nightsOf(scope, settings.bedtime),
  integrity: () => integrityOf(scope) ?? {},
})

/** Finds everything about so many days up to today, `times` times. */
export async function computeInsights(days: number, times: number): Promise<InsightTimes> {
  const settings = readSettings((await chrome.storage.local.get('settings'))['settings'])
  const now = Date.now()
  const today = personDay(now, localOffset(now), settings.dayStartHour)
  const period: Period = { unit: 'dates', first: addDays(today, 1 - days), last: today }
  const measured: InsightTimes = { all: [], reading: [], cards: {}, spans: 0 }
  for (let time = 0; time < times; time += 1) {
    const began = performance.now()
    const known = await read(period, today, settings)
    measured.reading.push(performance.now() - began)
    for (const [card, find] of Object.entries(cardsOf(known, settings))) {
      const start = performance.now()
      if (isMissing(find())) throw new Error(`The card ${card} has no finding.`)
      const own = (measured.cards[card] ??= [])
      own.push(performance.now() - start)
    }
    measured.all.push(performance.now() - began)
    const { sealed, recent } = known.scope.history
    measured.spans = sealed.reduce((sum, { lengths }) => sum + lengths.length, recent.length)
  }
  return measured
}
