import type { Day } from '../../../domain/time/local-time'
import type { Settings } from '../../../domain/settings/settings'
import type { Span } from '../../../domain/record/span'
import { spansOfDay } from '../../../domain/record/clip-days'
import { pricing } from '../../../domain/value/hour-price'
import { minorDigits } from '../../../domain/value/minor-units'
import { Account, toMinor } from '../../../domain/value/valuation'
import { shortAmount, shortDuration } from '../../../components/figure/format'
import { recentSpansOf } from '../../../storage/record/history'
import { allRates } from '../../../storage/said/rates'

/** Today's spans on the current surface and on surfaces joined with it. */
async function todayOn(
  open: Span,
  surfaces: readonly string[],
  today: Day,
  dayStartHour: number,
): Promise<Span[]> {
  const closed = await Promise.all(surfaces.map((surface) => recentSpansOf(surface, today)))
  return spansOfDay([...closed.flat(), open], today, dayStartHour)
}

/** The badge's figure for the current surface, in at most four characters. */
export async function badgeText(
  settings: Settings,
  open: Span,
  surfaces: readonly string[],
  today: Day,
): Promise<string> {
  const { badge, currency, dayStartHour, moneyHidden } = settings
  if (badge === 'none' || (badge === 'cost' && (currency === null || moneyHidden))) return ''
  const spans = await todayOn(open, surfaces, today, dayStartHour)
  const account = new Account()
  const priceAt = pricing(badge === 'cost' ? await allRates() : [], currency, dayStartHour)
  for (const span of spans) account.add(span, priceAt)
  if (badge === 'time') return shortDuration(account.timeMs)
  const cost = account.cost()
  return cost === null ? '' : shortAmount(toMinor(cost), minorDigits(currency ?? 'EUR'))
}
