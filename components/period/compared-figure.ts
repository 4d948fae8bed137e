/** A figure beside the same figure of earlier periods, and how it changed in words. */
import { wholeMinutes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { duration, money, signedMoney, whole } from '../figure/format'
import { changeText } from './change'

export interface ComparedFigure {
  name: string
  now: number
  /** Null if there is nothing to compare with. */
  before: number | null
  /** The median of some earlier periods; null if it is not shown. */
  median: number | null
  write: (value: number) => string
  /** `52,08 € less`; empty if there is nothing to compare with. */
  difference: string
  /** The change in percent, or as an amount for a figure with a sign; empty if there is none. */
  change: string
}

type Values = Pick<ComparedFigure, 'now' | 'before' | 'median'>

const changed = ({ now, before }: Values): string => (before === null ? '' : changeText(now, before))

function differenceOf(
  { now, before }: Values,
  write: (size: number) => string,
  [up, down]:
    | readonly ['difference_more', 'difference_less']
    | readonly ['difference_higher', 'difference_lower'],
): string {
  if (before === null) return ''
  if (now === before) return t('difference_none')
  return t(now > before ? up : down, write(Math.abs(now - before)))
}

const AMOUNT = ['difference_more', 'difference_less'] as const
const NET = ['difference_higher', 'difference_lower'] as const

export function comparedTime(values: Values): ComparedFigure {
  const now = wholeMinutes(values.now)
  const before = values.before === null ? null : wholeMinutes(values.before)
  const difference = differenceOf({ ...values, now, before }, duration, AMOUNT)
  return { ...values, name: t('time'), write: duration, difference, change: changed(values) }
}

export const comparedCount = (name: string, values: Values): ComparedFigure => ({
  ...values,
  name,
  write: whole,
  difference: differenceOf(values, whole, AMOUNT),
  change: changed(values),
})

export function comparedAmount(name: string, values: Values, currency: string): ComparedFigure {
  const write = (minor: number) => money(minor, currency)
  return { ...values, name, write, difference: differenceOf(values, write, AMOUNT), change: changed(values) }
}

export const comparedNet = (values: Values, currency: string): ComparedFigure => ({
  ...values,
  name: t('net'),
  write: (minor) => signedMoney(minor, currency),
  difference: differenceOf(values, (minor) => money(minor, currency), NET),
  change: values.before === null ? '' : signedMoney(values.now - values.before, currency),
})
