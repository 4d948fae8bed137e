import {
  type AmountFlaw,
  MAX_AMOUNT,
  type NumberFlaw,
  parseAmount,
  parseNumber,
  parsePercent,
} from './amount'
import { netHourMinor, type PayPeriod, USUAL_HOURS_A_WEEK } from './wage'

/** Pay while the person types it. */
export interface PayDraft {
  amount: string
  per: PayPeriod
  isGross: boolean
  keptPercent: string
  hoursAWeek: string
}

export const EMPTY_PAY: PayDraft = {
  amount: '',
  per: 'hour',
  isGross: false,
  keptPercent: '',
  hoursAWeek: String(USUAL_HOURS_A_WEEK),
}

export interface PayFlaws {
  amount?: AmountFlaw
  keptPercent?: NumberFlaw
  hoursAWeek?: NumberFlaw
  /** Each field is valid, but the resulting hourly wage is zero or more than anybody earns. */
  hour?: 'zero' | 'tooLarge'
}

export interface ReadPay {
  /** Net, minor units; null while something is missing or wrong. */
  hourMinor: number | null
  /** The values used to calculate the hourly wage; null if the field is invalid. */
  keptPercent: number | null
  hoursAWeek: number | null
  flaws: PayFlaws
}

export const KEPT_PERCENT = { digits: 0, min: 1, max: 100 }
export const HOURS_A_WEEK = { digits: 2, min: 1, max: 168 }

/** The largest pay accepted per period, in major units: it grows with the paid hours of the period. */
const LARGEST: Record<PayPeriod, number> = {
  hour: MAX_AMOUNT,
  month: MAX_AMOUNT * 100,
  year: MAX_AMOUNT * 1000,
}

function flawOfHour(hourMinor: number, digits: number): PayFlaws {
  if (hourMinor < 1) return { hour: 'zero' }
  return hourMinor > MAX_AMOUNT * 10 ** digits ? { hour: 'tooLarge' } : {}
}

/** Parses what was typed; fields that do not apply are ignored. */
export function readPay(draft: PayDraft, digits: number, separator: string): ReadPay {
  const amount = parseAmount(draft.amount, digits, separator, LARGEST[draft.per])
  const kept = draft.isGross
    ? parsePercent(draft.keptPercent, separator, KEPT_PERCENT)
    : { ok: true as const, units: 100 }
  const hours =
    draft.per === 'hour'
      ? { ok: true as const, units: 100 * USUAL_HOURS_A_WEEK }
      : parseNumber(draft.hoursAWeek, separator, HOURS_A_WEEK)
  const read = {
    keptPercent: kept.ok ? kept.units : null,
    hoursAWeek: hours.ok ? hours.units / 100 : null,
  }
  if (amount.ok && kept.ok && hours.ok) {
    const hourMinor = netHourMinor({
      amountMinor: amount.minor,
      per: draft.per,
      keptPercent: kept.units,
      hoursAWeek: hours.units / 100,
    })
    const flaws = flawOfHour(hourMinor, digits)
    return { ...read, hourMinor: flaws.hour ? null : hourMinor, flaws }
  }
  return {
    ...read,
    hourMinor: null,
    flaws: {
      ...(!amount.ok && { amount: amount.flaw }),
      ...(!kept.ok && { keptPercent: kept.flaw }),
      ...(!hours.ok && { hoursAWeek: hours.flaw }),
    },
  }
}
