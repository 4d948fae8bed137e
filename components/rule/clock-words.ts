/** Times of day and weekdays in words. */
import { DAY_MINUTES, MINUTE_MS } from '../../domain/time/local-time'
import type { Week } from '../../domain/firewall/rule'
import type { ClockRange } from '../../domain/time/interval'
import { t } from '../../platform/i18n'
import { duration, whole } from '../figure/format'
import { dateFormat } from '../figure/intl'
import { shortWeekday, unbroken } from '../figure/numbers'

/** `40 min`, `1 h 30 min`, and `2 h` without the 0 min. */
export const lengthText = (minutes: number): string =>
  minutes >= 60 && minutes % 60 === 0 ? `${whole(minutes / 60)}\u202fh` : duration(minutes * MINUTE_MS)

const SECOND_MS = 1000

/** `8 s`, `2 min`, `1 min 30 s`. */
export function pauseText(seconds: number): string {
  const rest = seconds % 60
  if (seconds < 60 || rest === 0) return duration(seconds * SECOND_MS)
  return `${duration(seconds * SECOND_MS)}\u00a0${duration(rest * SECOND_MS)}`
}

/** `22:30` or `10:30 PM`; 1440 is the midnight that ends a day. */
export const clockTime = (minuteOfDay: number): string =>
  minuteOfDay === DAY_MINUTES
    ? t('midnight')
    : unbroken(
        dateFormat({ hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
          Date.UTC(2024, 0, 1, 0, minuteOfDay),
        ),
      )

export const isWholeDay = ({ from, to }: ClockRange): boolean => from === 0 && to === DAY_MINUTES

/** `9:00–17:00`. */
export const rangeText = ({ from, to }: ClockRange): string => `${clockTime(from)}–${clockTime(to)}`

/** Examples of what can be typed, as the person's region writes them: `10:30 PM`, and `9:00 AM–5:00 PM`. */
export const eveningExample = (): string => clockTime(22 * 60 + 30)
export const officeExample = (): string => rangeText({ from: 9 * 60, to: 17 * 60 })

const daysText = (first: number, last: number): string =>
  first === last ? shortWeekday(first) : `${shortWeekday(first)}–${shortWeekday(last)}`

/** `40 min` if all days are alike, else `Mon–Fri 40 min, Sat–Sun 1 h`; days without a value are left out. */
export function weekText<Value>(week: Week<Value>, say: (value: Value) => string): string {
  const words = week.map((value) => (value === null ? null : say(value)))
  if (words.every((word) => word !== null && word === words[0])) return words[0] ?? ''
  const groups: string[] = []
  for (let first = 0; first < words.length; first += 1) {
    const word = words[first]
    let last = first
    while (words[last + 1] === word && last + 1 < words.length) last += 1
    if (word !== null && word !== undefined) groups.push(`${daysText(first, last)} ${word}`)
    first = last
  }
  return groups.join(', ')
}
