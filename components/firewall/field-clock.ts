/** Prefills the times of a rule as the person's region writes them. */
import type { RuleDraft } from '../../domain/firewall/rule-draft'
import { parseClock, parseRanges } from '../../domain/time/clock-draft'
import { clockTime, rangeText } from '../rule/clock-words'

/** `10:30 PM` for `22:30`; unchanged if it is no time, or if the region's words for it cannot be read back. */
function shownClock(text: string): string {
  const minute = parseClock(text)
  if (minute === null) return text
  const shown = clockTime(minute)
  return parseClock(shown) === minute ? shown : text
}

/** The same for `9:00–12:00, 13:00–17:00`. */
function shownRanges(text: string): string {
  const typed = parseRanges(text)
  if (!typed.ok || typed.ranges.length === 0) return text
  const shown = typed.ranges.map(rangeText).join(', ')
  const read = parseRanges(shown)
  return read.ok && JSON.stringify(read.ranges) === JSON.stringify(typed.ranges) ? shown : text
}

export function withShownClocks(draft: RuleDraft): RuleDraft {
  const { type, all, days, morning } = draft
  if (type === 'cutoff')
    return { ...draft, all: shownClock(all), days: days.map(shownClock), morning: shownClock(morning) }
  if (type === 'hours') return { ...draft, all: shownRanges(all), days: days.map(shownRanges) }
  return draft
}
