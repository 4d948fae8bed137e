/** The time and the visits of each calendar day and surface, as one device tells the others. */
import { eachStretch, type History } from '../record/history'
import { isWithinVisit } from '../record/visit'
import { calendarDay, DAY_MS } from '../time/local-time'
import type { DayTime } from './item'

/** Of all days of a history of one device, in the order in which they are met. A visit past midnight is one of its first day. */
export function dayTimes(history: History): DayTime[] {
  const found = new Map<string, DayTime>()
  const lastEnds = new Map<string, number>()
  const always = { from: -Infinity, until: Infinity }
  eachStretch(history, always, 0, (surface, day, from, until, _device, offsetMs) => {
    const date = calendarDay(day * DAY_MS, 0)
    const time = found.get(`${date} ${surface}`) ?? { day: date, surface, ms: 0, opens: 0 }
    found.set(`${date} ${surface}`, time)
    time.ms += until - from
    time.opens += Number(!isWithinVisit(lastEnds.get(surface), from - offsetMs))
    lastEnds.set(surface, until - offsetMs)
  })
  return [...found.values()].filter(({ ms }) => ms > 0)
}
