import { type HourYield, knownWeeks } from '../../domain/insight/hour-yield'
import { HOUR_MS, MINUTE_MS } from '../../domain/time/local-time'
import { daysIn, type Period } from '../../domain/time/period'
import { minorDigits } from '../../domain/value/minor-units'
import { t } from '../../platform/i18n'
import { duration, money, signed, signOf, whole } from '../figure/format'
import { numberFormat } from '../figure/intl'
import { tn } from '../figure/plural'
import type { FindingWords } from './finding-sentence'

const WEEK_DAYS = 7

/** The yield against its price; both as shown, so that the difference is right. */
function againstPrice({ yieldMinor, priceMinor }: HourYield, currency: string): string {
  const difference = money(Math.abs(yieldMinor - priceMinor), currency)
  if (yieldMinor === priceMinor) return t('insight_yield_even')
  return t(yieldMinor < priceMinor ? 'insight_yield_below' : 'insight_yield_above', difference)
}

/** How the last week of the trend compares with the first one; null without a figure for the last week. */
function trendChange(found: HourYield): { byMinor: number; weeks: number } | null {
  const known = knownWeeks(found)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || first === last || last.ago > 0) return null
  return { byMinor: last.earning.yieldMinor - first.earning.yieldMinor, weeks: first.ago }
}

/** For a period that is the last week of the trend: `€1.80 more than 7 weeks ago`. */
function weeksAgo(found: HourYield, currency: string): string {
  const change = trendChange(found)
  if (!change) return ''
  const { byMinor, weeks } = change
  if (byMinor === 0) return tn('insight_yield_same_ago', weeks)
  const by = money(Math.abs(byMinor), currency)
  return tn(byMinor > 0 ? 'insight_yield_more_ago' : 'insight_yield_less_ago', weeks, by)
}

/** For any other period: ` Over 7 weeks it rose by €1.80.` */
function overWeeks(found: HourYield, currency: string): string {
  const change = trendChange(found)
  if (!change) return ''
  const { byMinor, weeks } = change
  if (byMinor === 0) return ` ${tn('insight_yield_stayed', weeks)}`
  const by = money(Math.abs(byMinor), currency)
  return ` ${tn(byMinor > 0 ? 'insight_yield_rose' : 'insight_yield_fell', weeks, by)}`
}

/** Whether the period is the last week of the trend, so that both have the same yield. */
const isLastWeek = ({ weeks }: HourYield, { first, last }: Period): boolean => {
  const week = 'lacks' in weeks ? null : weeks.at(-1)?.week
  return daysIn({ unit: 'dates', first, last }) === WEEK_DAYS && week?.last === last
}

/** Without money: how much time went where less came back than it cost. */
function timeWords({ pricedMs, lossMs }: HourYield): FindingWords {
  const all = duration(pricedMs)
  if (lossMs === 0) return { text: t('insight_yield_time_none', all), strong: [] }
  const lost = duration(lossMs)
  return { text: t('insight_yield_time', lost, all), strong: [lost] }
}

/**
 * `An hour of your attention earned €19.90. That is €5.10 less than its price, and €1.80 more than 7 weeks ago.`
 * Without a currency, no money is named.
 */
export function yieldWords(found: HourYield, period: Period, currency: string | null): FindingWords {
  if (currency === null) return timeWords(found)
  const earned = money(found.yieldMinor, currency)
  const price = againstPrice(found, currency)
  const isWeek = isLastWeek(found, period)
  const ago = isWeek ? weeksAgo(found, currency) : ''
  const stands = ago ? t('insight_yield_stands_both', price, ago) : t('insight_yield_stands', price)
  const later = isWeek ? '' : overWeeks(found, currency)
  return { text: `${t('insight_yield_earned', earned)} ${stands}${later}`, strong: [earned] }
}

/** `Measured · worth assumed for 23 of 25 sites` */
export const yieldBasis = ({ surfaces, assumedSurfaces }: HourYield): string =>
  assumedSurfaces === 0
    ? t('insight_yield_basis_own')
    : t('insight_yield_basis', whole(assumedSurfaces), whole(surfaces))

/** `6 h`, `45 min`. */
export const hoursText = (minutes: number): string =>
  minutes % 60 === 0 ? `${whole(minutes / 60)}\u202fh` : duration(minutes * MINUTE_MS)

/** Whole hours: an estimate for a year has no minutes. */
export const yearHours = (ms: number): string => `${whole(Math.round(ms / HOUR_MS))}\u202fh`

/** `−€10,848`: an estimate for a year has no cents. */
export const yearMoney = (minor: number, currency: string): string =>
  signed(
    signOf(minor),
    numberFormat({ style: 'currency', currency, maximumFractionDigits: 0, minimumFractionDigits: 0 }).format(
      Math.abs(minor) / 10 ** minorDigits(currency),
    ),
  )

/** `72`, and below ten with one decimal: `2.4`. */
export const countText = (count: number): string =>
  numberFormat({ maximumFractionDigits: count < 9.95 ? 1 : 0 }).format(count)
