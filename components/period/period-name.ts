import type { Period } from '../../domain/time/period'
import { t } from '../../platform/i18n'
import { longDay } from '../figure/format'
import { dateFormat } from '../figure/intl'

const utc = { timeZone: 'UTC' } as const

/** `16 – 22 Nov 2026` as the language writes it. */
const datesText = (first: string, last: string): string =>
  dateFormat({ ...utc, day: 'numeric', month: 'short', year: 'numeric' }).formatRange(
    new Date(first),
    new Date(last),
  )

/** `Thursday 26 November`, `23 – 29 Nov 2026`, `November 2026`, `4th quarter 2026`, `2026`. */
export function periodName({ unit, first, last }: Period): string {
  const year = first.slice(0, 4)
  switch (unit) {
    case 'day':
      return longDay(first)
    case 'week':
    case 'dates':
      return datesText(first, last)
    case 'month':
      return dateFormat({ ...utc, month: 'long', year: 'numeric' }).format(new Date(first))
    case 'quarter':
      return t('quarter_of', Math.ceil(Number(first.slice(5, 7)) / 3), year)
    case 'year':
      return year
  }
}
