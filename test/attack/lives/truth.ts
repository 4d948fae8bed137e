/**
 * What should be recorded of a life, second by second: the seconds that must be there, and those that may. Written
 * from docs/architecture.md and DESIGN alone: shares nothing with the code that records.
 */
import type { Life } from './deed'
import type { Moment } from './world'

const CAP = 90 * 60
const BEAT = 5
const ALARM = 31
/** Something that makes the time around it doubtful. */
export interface Trouble {
  at: number
  /** Until when nothing can be seen: the end of sleep, the restart of the browser. */
  until: number
  /** How many seconds before it are doubtful too, and how soon after it the worker looks again. */
  before: number
  after: number
  /** For how many seconds what was in front may go on being recorded, because nobody told of the change. */
  goesOn: number
  /** For how many seconds after it nobody can tell whether somebody is there: until the computer has counted enough. */
  alone?: number
  /** Whether it makes the last input doubtful. */
  isBreak: boolean
  /** A second at which the worker may believe that somebody was there, because the computer does not show otherwise. */
  believed?: number
  /** Whether the clock was set back. If no worker ran, nobody knows how long ago the last beat was. */
  isSetBack?: boolean
}

export interface Facts {
  life: Life
  log: readonly Moment[]
  inputs: ReadonlySet<number>
  locks: readonly number[]
  troubles: readonly Trouble[]
  /** When the worker was killed. */
  kills: readonly number[]
  end: number
}

export interface Second {
  /** The surface that must be recorded, and those that may be. */
  must: string | null
  may: (string | null)[]
}

/** Sound that ends while its page stays counts up to the last look that heard it. */
function goesOnUntilALook(moments: readonly Moment[], at: number): boolean {
  for (let one = at; one < Math.min(at + ALARM, moments.length); one += 1) {
    if (moments[one]!.surface !== moments[at]!.surface) return true
    if (!moments[one]!.needsNoInput) return false
  }
  return true
}

export function truthOf({ life, log, inputs, locks, troubles, kills, end }: Facts): Second[] {
  const idle = life.idleSeconds
  const moments: Moment[] = []
  for (let at = 0, index = 0; at < end; at += 1) {
    while (log[index + 1] && log[index + 1]!.from <= at) index += 1
    moments.push(log[index]!)
  }
  const lastInputs: number[] = []
  for (let at = 0, last = 0; at < end; at += 1) {
    if (inputs.has(at)) last = at
    lastInputs.push(last)
  }
  // The next instant that shows that the person was there: an input or a lock.
  const shown: number[] = []
  for (let at = end - 1, next = Infinity; at >= 0; at -= 1) {
    shown[at] = next
    if (inputs.has(at) || locks.includes(at)) next = at
  }
  // While nothing that is recorded is in front, nobody watches, so that the last input is not known to the second.
  const unwatched: number[] = []
  for (let at = 0, last = -1; at < end; at += 1) {
    if (moments[at]!.surface === null) last = at
    unwatched.push(last)
  }
  const breaks = troubles.filter(({ isBreak }) => isBreak)

  const doubtful = new Set<number>()
  const alsoMay = new Map<number, string>()
  for (const { at, until, before, after, goesOn, isSetBack } of troubles) {
    const killed = kills.filter((kill) => kill <= until + after && kill >= at - ALARM)
    const from = Math.min(at, ...killed) - before - (isSetBack && killed.length > 0 ? idle : 0)
    const wait = killed.length > 0 ? ALARM + BEAT : after
    for (let one = from; one < until + wait; one += 1) doubtful.add(one)
    const old = moments[at - 1]?.surface ?? null
    for (let one = at; one < at + goesOn; one += 1) if (old !== null) alsoMay.set(one, old)
  }

  return moments.map(({ surface, needsNoInput }, at) => {
    const lastInput = lastInputs[at]!
    const next = shown[at]!
    const isPresent = Math.min(next, end) - lastInput < idle
    const isBroken = breaks.some((one) => one.until > lastInput && one.at <= next)
    const isExempt = needsNoInput && at < lastInput + CAP
    const isSure = isExempt && !isBroken && unwatched[at]! < lastInput && goesOnUntilALook(moments, at)
    const must = surface !== null && !doubtful.has(at) && (isPresent || isSure)
    const isSoon = isBroken && at - lastInput < idle
    const isAlone = troubles.some(({ until, alone = 0 }) => at >= until && at < until + alone)
    const believed = breaks.filter((one) => one.at <= at).map((one) => one.believed ?? lastInput)
    const isLong = isBroken && needsNoInput && at < Math.max(lastInput, ...believed) + CAP + idle
    const may = isPresent || isExempt || isSoon || isLong || isAlone ? [surface] : []
    return { must: must ? surface : null, may: alsoMay.has(at) ? [...may, alsoMay.get(at)!, surface] : may }
  })
}
