import { type Day, isDate } from '../time/local-time'
import type { Period } from '../time/period'
import { FROM_THE_BEGINNING, type Rate } from './hour-price'
import { rescale } from './minor-units'

/** Whether a rate holds for all time before the next one. The earliest rate always does. */
export const isFromTheBeginning = ({ from }: Pick<Rate, 'from'>): boolean => from <= FROM_THE_BEGINNING

/** The default first day of a new rate: the beginning for the first rate, today for later ones. */
export const firstDayOfNew = (rates: readonly Rate[], today: Day): Day =>
  rates.length === 0 ? FROM_THE_BEGINNING : today

export type DayFlaw = 'noDay' | 'tooEarly' | 'dayTaken'

/** What is wrong with the day from which a rate should hold; `replaces` is the day of the rate being changed. */
export function flawOfDay(from: string, replaces: Day | null, rates: readonly Rate[]): DayFlaw | null {
  const isFirst = from === replaces || rates.every((rate) => rate.from === replaces)
  if (!isDate(from)) return 'noDay'
  if (from <= FROM_THE_BEGINNING && !isFirst) return 'tooEarly'
  return rates.some((rate) => rate.from === from && from !== replaces) ? 'dayTaken' : null
}

/** Whether a rate that was shown earlier is still stored unchanged. */
export const isStillThere = (seen: Rate, rates: readonly Rate[]): boolean =>
  rates.some((rate) => JSON.stringify(rate) === JSON.stringify(seen))

/** The rate that must hold from the beginning once the rate of that day is deleted; null if none must change. */
export function heirOf(from: Day, rates: readonly Rate[]): Rate | null {
  const [first, second] = rates.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return first?.from === from ? (second ?? null) : null
}

/** The rates that held in a period, with amounts in minor units of `currency`. Expects and keeps order of time. */
export const ratesIn = (rates: readonly Rate[], currency: string, { first, last }: Period): Rate[] =>
  rates
    .filter(({ from }, index) => from <= last && (rates[index + 1]?.from ?? '9') > first)
    .map((rate) => ({ ...rate, amountMinor: rescale(rate.amountMinor, rate.currency, currency), currency }))

/** The price of every hour of a period, minor units, given the rates that held in it; null without a single one. */
export const onlyPriceOf = (rates: readonly Rate[], { first }: Period): number | null => {
  const [rate] = rates
  const isOnly = rates.length === 1 && rate && rate.from <= first && !rate.hourTypes
  return isOnly ? rate.amountMinor : null
}
