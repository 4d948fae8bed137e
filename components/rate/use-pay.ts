import { useState } from 'preact/hooks'
import { withoutSigns } from '../../domain/value/amount'
import { EMPTY_PAY, type PayDraft, type PayFlaws, readPay } from '../../domain/value/pay-draft'
import { minorDigits } from '../../domain/value/minor-units'
import { currencySigns, decimalSeparator, typedAmount } from '../figure/numbers'

type PayField = 'amount' | 'keptPercent' | 'hoursAWeek'

export interface PayInput {
  draft: PayDraft
  currency: string
  /** Net, minor units; null while something is missing or wrong. */
  hourMinor: number | null
  /** The parsed values from which the hourly rate was computed. */
  keptPercent: number | null
  hoursAWeek: number | null
  isEmpty: boolean
  /** Flaws of the fields that were already left. */
  flaws: PayFlaws
  change: (change: Partial<PayDraft>) => void
  /** Shows the flaws of the field from now on. */
  leave: (field: PayField) => void
  leaveAll: () => void
}

/** Pay as it is typed, and the resulting hourly rate. */
export function usePay(currency: string, hourMinor: number | null): PayInput {
  const [draft, setDraft] = useState<PayDraft>(() =>
    hourMinor === null ? EMPTY_PAY : { ...EMPTY_PAY, amount: typedAmount(hourMinor, currency) },
  )
  const [left, setLeft] = useState<readonly PayField[]>([])
  const amount = withoutSigns(draft.amount, currencySigns(currency))
  const read = readPay({ ...draft, amount }, minorDigits(currency), decimalSeparator())
  const flaws: PayFlaws = read.flaws.hour && left.includes('amount') ? { hour: read.flaws.hour } : {}
  return {
    draft,
    currency,
    hourMinor: read.hourMinor,
    keptPercent: read.keptPercent,
    hoursAWeek: read.hoursAWeek,
    isEmpty: draft.amount.trim() === '',
    flaws: {
      ...flaws,
      ...Object.fromEntries(left.map((field) => [field, read.flaws[field]])),
    },
    change: (change) => setDraft((before) => ({ ...before, ...change })),
    leave: (field) => setLeft((before) => [...before, field]),
    leaveAll: () => setLeft(['amount', 'keptPercent', 'hoursAWeek']),
  }
}
