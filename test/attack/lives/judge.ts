/** Compares what was recorded of a life with the truth. */
import { BEAT_MS } from '../../../domain/record/attention'
import type { Span } from '../../../domain/record/span'
import { ADDRESSES, PAGES } from './deed'
import type { Clock, Lived } from './live'
import { type Second, truthOf } from './truth'
import { BEGIN } from './world'

/** A list of seconds as stretches: `3–7, 9`. */
function stretches(seconds: readonly number[]): string {
  const parts: [number, number][] = []
  for (const at of seconds) {
    const last = parts.at(-1)
    if (last && at === last[1] + 1) last[1] = at
    else parts.push([at, at])
  }
  return parts.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

const localDay = (at: number, offsetMinutes: number): string =>
  new Date(at + offsetMinutes * 60_000).toISOString().slice(0, 10)

/** What is wrong with the spans as such. */
function flawsOf(spans: readonly Span[], mayOverlap: boolean): string[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start)
  const newest = spans.at(-1)
  return sorted.flatMap((span, index) => {
    const { start, end, day, utcOffsetMinutes, surface } = span
    const name = `${surface} ${(start - BEGIN) / 1000}–${(end - BEGIN) / 1000}`
    const isOpenAndNew = start === end && span === newest
    return [
      ...(end <= start && !isOpenAndNew ? [`${name} is empty`] : []),
      ...(localDay(start, utcOffsetMinutes) === day ? [] : [`${name} is not in ${day}`]),
      ...(end === start || localDay(end - 1, utcOffsetMinutes) === day ? [] : [`${name} goes beyond ${day}`]),
      ...(mayOverlap || start >= (sorted[index - 1]?.end ?? 0) ? [] : [`${name} overlaps`]),
    ]
  })
}

/** The seconds recorded on each surface, by the clock that nobody sets. */
function bySecond({ spans, clocks, truth }: Lived): (string | undefined)[] {
  const recorded: (string | undefined)[] = []
  for (const [index, { from, off }] of clocks.entries()) {
    const until = clocks[index + 1]?.from ?? truth.end
    for (const { surface, start, end } of spans) {
      const first = Math.max(from, Math.round((start - BEGIN - off) / 1000))
      const last = Math.min(until, Math.round((end - BEGIN - off) / 1000))
      for (let at = first; at < last; at += 1) recorded[at] = surface
    }
  }
  return recorded
}

const list = (seconds: readonly Second[], isWrong: (second: Second, at: number) => boolean): number[] =>
  seconds.flatMap((second, at) => (isWrong(second, at) ? [at] : []))

/** How long no worker runs at most after one was killed: until the next alarm, and a beat. */
const LONGEST_GAP_S = 36

/**
 * How much a jump of the clock may cost, ms. One that is corrected stands still or jumps a little, until the next beat at
 * the latest. A clock that is set back hides how long ago the last beat was, and an absence then takes back that much
 * too much; without an open span there are no beats, and it is one idle interval at most. After a worker was
 * killed, the last beat may be as long ago as none ran.
 */
function slackOf(jump: number, { from }: Clock, { log, life, kills }: Lived['truth']): number {
  if (jump <= 36_000 && jump >= -7100) return Math.abs(jump)
  if (jump > 0) return 0
  if (kills.some((kill) => Math.abs(from - kill) <= LONGEST_GAP_S))
    return Math.min(-jump, 1000 * LONGEST_GAP_S)
  const isOpen = (log.findLast((moment) => moment.from <= from)?.surface ?? null) !== null
  return isOpen ? BEAT_MS : Math.min(-jump, 1000 * life.idleSeconds)
}

/** The faults of a record, each in a line; none if it is right. */
export function faultsOf(lived: Lived): string[] {
  const { spans, clocks } = lived
  const truth = truthOf(lived.truth)
  const jumps = clocks.slice(1).map(({ off }, index) => off - clocks[index]!.off)
  const flaws = flawsOf(
    spans,
    jumps.some((jump) => jump < 0),
  )
  // Otherwise the clock shows some second twice, also when several jumps together lead back to it.
  const isPlain = clocks.every(({ off }, index) =>
    clocks.slice(0, index).every((other) => Math.abs(off - other.off) > 1000 * truth.length),
  )
  if (isPlain) {
    const recorded = bySecond(lived)
    const missing = list(truth, ({ must }, at) => must !== null && recorded[at] !== must)
    const extra = list(truth, ({ may }, at) => recorded[at] !== undefined && !may.includes(recorded[at]!))
    if (missing.length > 0) flaws.push(`not recorded: ${stretches(missing)}`)
    if (extra.length > 0) flaws.push(`recorded wrongly: ${stretches(extra)}, as ${recorded[extra[0]!]}`)
    return flaws
  }
  const slackMs = jumps.reduce(
    (sum, jump, index) => sum + 1000 + slackOf(jump, clocks[index + 1]!, lived.truth),
    0,
  )
  for (const { surface } of ADDRESSES.map((address) => PAGES[address])) {
    const own = spans.filter((span) => span.surface === surface)
    const ms = own.reduce((sum, { start, end }) => sum + end - start, 0)
    const least = 1000 * list(truth, ({ must }) => must !== null && must === surface).length
    const most = 1000 * list(truth, ({ may }) => surface !== null && may.includes(surface)).length
    if (ms < least - slackMs || ms > most + slackMs)
      flaws.push(
        `${surface}: ${ms / 1000} s recorded, ${least / 1000} to ${most / 1000} s are right (± ${slackMs / 1000} s)`,
      )
  }
  return flaws
}
