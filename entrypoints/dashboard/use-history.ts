import { useMemo } from 'preact/hooks'
import { answerTo } from '../../components/page/answer-to'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import type { TroubleProps } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import type { DeviceName } from '../../domain/record/total-source'
import { type History, withoutDevices } from '../../domain/record/history'
import { settledHistory } from '../../domain/record/settled-totals'
import { quartersBySurface, type Rating } from '../../domain/record/rating'
import { addDays, type Day } from '../../domain/time/local-time'
import type { Settings } from '../../domain/settings/settings'
import type { Opinion } from '../../domain/surface/opinion'
import { surfaceBook } from '../../domain/surface/surface-book'
import type { Valuing } from '../../domain/statement/tally'
import { pricing, type Rate } from '../../domain/value/hour-price'
import { liveRecentSpans, liveSealedDays, liveTotals } from '../../storage/record/live-history'
import { liveOpinions, liveRates, liveRatings } from '../../storage/record/known-surfaces'
import { liveSettings } from '../../storage/record/live'
import { useDevices } from './use-devices'

/** The record of a period, and what is needed to value it. */
export interface Valued {
  /** What the pages show of it: without other devices, if the person wants this one alone. */
  history: History
  /** All of it. */
  whole: History
  /** The devices that `history` leaves out. */
  hidden: ReadonlySet<string>
  deviceName: DeviceName
  valuing: Valuing
  rates: readonly Rate[]
  opinions: readonly Opinion[]
  /** All ratings ever. */
  ratings: readonly Rating[]
  settings: Settings
}

/**
 * The closed spans and day totals of the person's days from `first` to `last` and how to value them; null until they are
 * read.
 */
export function useHistory(first: Day, last: Day): { valued: Valued | null; failed: TroubleProps | null } {
  // A day reaches into the next calendar day, and a visit may have begun in the one before.
  const [from, until] = [addDays(first, -1), addDays(last, 1)]
  const key = `${from} ${until}`
  const liveSet = useLive(liveSettings, '')
  const livePrices = useLive(liveRates, '')
  const liveSaid = useLive(liveOpinions, '')
  const liveRated = useLive(liveRatings, '')
  const liveSealed = useLive(() => liveSealedDays(from, until), key)
  const liveRecent = useLive(() => liveRecentSpans(from, until), key)

  const liveCounted = useLive(() => liveTotals(first, last), key)
  const { devices, failed: failedDevices } = useDevices()

  const settings = valueOf(liveSet)
  const rates = valueOf(livePrices)
  const opinions = valueOf(liveSaid)
  const ratings = valueOf(liveRated)
  const sealed = answerTo(key, liveSealed)
  const recent = answerTo(key, liveRecent)
  const counted = answerTo(key, liveCounted)

  const valued = useMemo(() => {
    if (!settings || !rates || !opinions || !ratings || !sealed || !recent || !counted || !devices)
      return null
    const { currency, dayStartHour } = settings
    const priceAt = pricing(rates, currency, dayStartHour)
    const valuing = { profileOf: surfaceBook(opinions, quartersBySurface(ratings)), priceAt, dayStartHour }
    const { hidden, nameOf: deviceName } = devices
    const stored = { sealed, recent, totals: counted.rows }
    const whole = settledHistory(stored, counted.ownSince)
    // What is left out must not make other totals give way, either.
    const history =
      hidden.size === 0 ? whole : settledHistory(withoutDevices(stored, hidden), counted.ownSince)
    return { history, whole, hidden, deviceName, valuing, rates, opinions, ratings, settings }
  }, [settings, rates, opinions, ratings, sealed, recent, counted, devices])
  return {
    valued,
    failed:
      failedDevices ?? errorIn(liveSet, livePrices, liveSaid, liveRated, liveSealed, liveRecent, liveCounted),
  }
}
