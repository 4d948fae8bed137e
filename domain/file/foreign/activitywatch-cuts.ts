/**
 * The time that was really spent on pages, from events of ActivityWatch. A tab stays the current one while another program
 * is in front and nobody is there, so its events alone are about twice too long. What counts: pages (gaps of at most five
 * seconds filled, as the tool itself does), while that browser was in front, and while somebody was there or the page could
 * be heard.
 */
import type { Interval } from '../../time/interval'
import type { AwBucket, AwEvent } from './activitywatch-events'
import { programOf } from './activitywatch-browsers'
import type { LeftCollector } from './foreign-table'
import { remembering } from './lines'

/** Shorter gaps are none: between two looks of the tool. */
const GAP_MS = 5000

/** Events that overlap by less are taken for neighbours. */
const OVERLAP_MS = 100

const isSame = (a: AwEvent, b: AwEvent): boolean =>
  a.what === b.what && a.title === b.title && a.isAudible === b.isAudible && a.isPrivate === b.isPrivate

/** Fills the gap between two events, in place: the longer one takes it, the same ones become one. */
function fillGap(a: AwEvent, b: AwEvent): void {
  const gap = b.from - a.until
  if (gap < 0 && isSame(a, b)) {
    a.until = Math.max(a.until, b.until)
    b.from = a.until
    b.until = a.until
  } else if (gap !== 0 && gap > -OVERLAP_MS && gap <= GAP_MS) {
    const isFirstLonger = a.until - a.from >= b.until - b.from
    if (isFirstLonger && isSame(a, b)) [a.until, b.from] = [b.until, b.until]
    else if (isFirstLonger) a.until = b.from
    else if (isSame(a, b)) [b.from, a.until] = [a.from, a.from]
    else b.from = a.until
  }
}

/** Events in order, with short gaps filled. */
export function filled(events: readonly AwEvent[]): AwEvent[] {
  const copies = events.map((event) => ({ ...event }))
  for (const [index, event] of copies.entries()) {
    const next = copies[index + 1]
    if (next) fillGap(event, next)
  }
  return copies.filter(({ from, until }) => until > from).toSorted((a, b) => a.from - b.from)
}

/** The time of some events, in order and joined. */
function timeOf(events: readonly AwEvent[]): Interval[] {
  const result: Interval[] = []
  for (const { from, until } of events.toSorted((a, b) => a.from - b.from)) {
    const last = result.at(-1)
    if (last && from <= last.until) last.until = Math.max(last.until, until)
    else result.push({ from, until })
  }
  return result
}

/** A function that gives the parts of an interval inside some others; it has to be asked in order of `from`. */
function within(others: readonly Interval[]): (one: Interval) => Interval[] {
  let first = 0
  return ({ from, until }) => {
    while ((others[first]?.until ?? Infinity) <= from) first += 1
    const parts: Interval[] = []
    for (let at = first; (others[at]?.from ?? Infinity) < until; at += 1) {
      const other = others[at] as Interval
      parts.push({ from: Math.max(from, other.from), until: Math.min(until, other.until) })
    }
    return parts
  }
}

/** Phones write which app was in front into a bucket of the same type; no browser of a computer is behind it. */
const isPhone = ({ id }: AwBucket): boolean => /^aw-(?:watcher-android|import-screentime)/.test(id)

/**
 * The buckets of a type on the computer of a bucket. The extension for browsers often does not know its computer: if no
 * other bucket names the same, they are those of any.
 */
function beside(web: AwBucket, buckets: readonly AwBucket[], type: AwBucket['type']): AwBucket[] {
  const others = buckets.filter((bucket) => bucket.type !== 'web' && !isPhone(bucket))
  const isKnown = web.host !== '' && others.some(({ host }) => host === web.host)
  return others.filter((bucket) => bucket.type === type && (!isKnown || bucket.host === web.host))
}

/** What a file does not say: which program was in front, or whether anybody was there. */
export const AW_NOTES = ['noWindow', 'noAway'] as const
export type AwNote = (typeof AW_NOTES)[number]

/** A stretch of time on a page, as the bucket of its browser has it. */
export interface AwStretch extends Interval {
  bucket: string
  address: string
}

interface Cuts {
  front: ((one: Interval) => Interval[]) | null
  there: ((one: Interval) => Interval[]) | null
}

function cutsFor(web: AwBucket, buckets: readonly AwBucket[]): Cuts {
  const windows = beside(web, buckets, 'window')
  const aways = beside(web, buckets, 'away')
  const all = buckets.flatMap(({ id, type }) => (type === 'web' ? id : []))
  const isProgram = remembering(programOf(web.id, all))
  const front = windows.flatMap(({ events }) => filled(events).filter(({ what }) => isProgram(what)))
  const there = aways.flatMap(({ events }) => filled(events).filter(({ what }) => what === 'not-afk'))
  return {
    front: windows.length > 0 ? within(timeOf(front)) : null,
    there: aways.length > 0 ? within(timeOf(there)) : null,
  }
}

const sumOf = (parts: readonly Interval[]): number =>
  parts.reduce((sum, { from, until }) => sum + (until - from), 0)

const isPage = (address: string): boolean => /^https?:\/\//i.test(address)

/** The stretches of a browser's bucket. */
function stretchesOf(web: AwBucket, { front, there }: Cuts, left: LeftCollector): AwStretch[] {
  const stretches: AwStretch[] = []
  let last = 0
  for (const { from, until, what, isAudible, isPrivate } of filled(web.events)) {
    const whole = { from: Math.max(from, last), until }
    if (whole.from >= until) continue
    last = until
    const inFront = front ? front(whole) : [whole]
    if (isPrivate) left.add('private', until - whole.from)
    else if (!isPage(what)) left.add('browser', until - whole.from)
    else {
      const parts = isAudible || !there ? inFront : inFront.flatMap(there)
      const [seen, kept] = [sumOf(inFront), sumOf(parts)]
      if (seen < until - whole.from) left.add('behind', until - whole.from - seen)
      if (kept < seen) left.add('away', seen - kept)
      stretches.push(...parts.map((part) => ({ ...part, bucket: web.id, address: what })))
    }
  }
  return stretches
}

/** What is left of the buckets' pages after the cuts, or why nothing can be said. */
export function stretchesIn(
  buckets: readonly AwBucket[],
  left: LeftCollector,
): { stretches: AwStretch[]; notes: AwNote[] } | 'noPages' | 'noPresence' {
  const webs = buckets.filter(({ type, events }) => type === 'web' && events.length > 0)
  if (webs.length === 0) return 'noPages'
  const cuts = webs.map((web) => cutsFor(web, buckets))
  if (cuts.some(({ front, there }) => front === null && there === null)) return 'noPresence'
  const notes: AwNote[] = []
  if (cuts.some(({ front }) => front === null)) notes.push('noWindow')
  if (cuts.some(({ there }) => there === null)) notes.push('noAway')
  return { stretches: webs.flatMap((web, index) => stretchesOf(web, cuts[index] as Cuts, left)), notes }
}
