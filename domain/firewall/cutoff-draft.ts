/** A cutoff as typed into the form of a rule. */
import { parseClock, parseNight } from '../time/clock-draft'
import { DAY_MINUTES } from '../time/local-time'
import type { Bound, Week } from './rule'

type CutoffFlaw = 'notATime' | 'whichHalf' | 'emptyRange'
type ReadMinute = (typed: string) => { value: number } | { flaw: CutoffFlaw }

const readMinute: ReadMinute = (typed) => {
  const minute = parseClock(typed)
  return minute === null ? { flaw: 'notATime' } : { value: minute % DAY_MINUTES }
}

/** Reads a cutoff; `readEvenings` applies its argument to each evening of the week. Adds flaws of the morning. */
export function readCutoff(
  morning: string,
  readEvenings: (read: ReadMinute) => Week<number>,
  flaws: { morning?: unknown },
): Bound {
  const alone = readMinute(morning)
  if ('flaw' in alone) flaws.morning = alone.flaw
  let until = 'value' in alone ? alone.value : 0
  const evenings = readEvenings((typed) => {
    const night = parseNight(typed, morning)
    if (!night.ok) return night.flaw === 'notATime' ? readMinute(typed) : night
    until = night.to % DAY_MINUTES
    return { value: night.from % DAY_MINUTES }
  })
  if (evenings.includes(until)) flaws.morning = 'emptyRange'
  return { type: 'cutoff', evenings, morning: until }
}
