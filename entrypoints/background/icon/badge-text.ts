import { addDays, type Day } from '../../../domain/time/local-time'
import type { Settings } from '../../../domain/settings/settings'
import type { Span } from '../../../domain/record/span'
import { spansOfDay } from '../../../domain/record/clip-days'
import { pricing } from '../../../domain/value/hour-price'
import { minorDigits } from '../../../domain/value/minor-units'
import { Account, toMinor } from '../../../domain/value/valuation'
import { shortAmount, shortDuration } from '../../../components/figure/format'
import { recentSpans, recentSpansOf } from '../../../storage/record/history'
import { allRates } from '../../../storage/said/rates'

/** Today's spans on the current surface and on surfaces joined with it. */
async function todayOn(
  open: Span,
  surfaces: readonly string[],
  today: Day,
  dayStartHour: number,
): Promise<Span[]> {
  // The person's day ends within the next calendar day.
  const last = addDays(today, 1)
  const closed = await Promise.all(surfaces.map((surface) => recentSpansOf(surface, today, last)))
  return spansOfDay([...closed.flat(), open], today, dayStartHour)
}

/** Sorts after every day: nothing of today is sealed. */
const LATEST = '\uffff'

/** All of today's time, in at most four characters. */
async function timeOfDay(open: Span, today: Day, dayStartHour: number): Promise<string> {
  const spans = [...(await recentSpans(today, LATEST)).filter(({ id }) => id !== open.id), open]
  const ms = spansOfDay(spans, today, dayStartHour).reduce((sum, { start, end }) => sum + end - start, 0)
  return shortDuration(ms)
}

/** The badge's figure, in at most four characters. What limits leave is not read here: the guard knows it. */
export async function badgeText(
  settings: Settings,
  open: Span,
  surfaces: readonly string[],
  today: Day,
): Promise<string> {
  const { badge, currency, dayStartHour, moneyHidden } = settings
  if (badge === 'today') return timeOfDay(open, today, dayStartHour)
  if (badge === 'none' || badge === 'left' || (badge === 'cost' && (currency === null || moneyHidden)))
    return ''
  const spans = await todayOn(open, surfaces, today, dayStartHour)
  const account = new Account()
  const priceAt = pricing(badge === 'cost' ? await allRates() : [], currency, dayStartHour)
  for (const span of spans) account.add(span, priceAt)
  if (badge === 'time') return shortDuration(account.timeMs)
  const cost = account.cost()
  return cost === null ? '' : shortAmount(toMinor(cost), minorDigits(currency ?? 'EUR'))
}
