/**
 * How a person's days end. Past the cutoff = attention on the pages that the cutoff covers, from the cutoff to the end
 * of its night; a night with less than a minute of it is kept. A night without any attention from 4 h before the
 * cutoff on is one without the computer, and neither kept nor not. Nights follow the local clock at which attention
 * was recorded. Cost = time past × hour price. Times in ms, amounts in minor units.
 */
import { daysBetween, LEAVING_MS } from '../statement/judged-rules'
import {
  addDays,
  type Day,
  DAY_MS,
  DAY_MINUTES,
  dayNumber,
  HOUR_MS,
  MINUTE_MS,
  weekday,
} from '../time/local-time'
import { Account, toMinor } from '../value/valuation'
import { type DayEdges, dayEdges } from './day-edges'
import { lastDayOf, type Missing, type Scope } from './finding'
import { whenSince } from './missing'
import { BED_MINUTES, type NightCutoff, nightCutoff } from './night-cutoff'
import { cutoffMinute } from '../firewall/hours'
import { lastMs, attentionIn, type Stretch, stretchesOf, within } from './stretch'

/** Fewer nights with a record say nothing about a habit. */
export const LEAST_NIGHTS = 7

/** A weekday is spoken of from so many nights on. */
const LEAST_OF_WEEKDAY = 3

const LEAST_DAYS = 28

/** The evening before a cutoff: without attention in it or later, the computer was not used. */
const EVENING_MS = 4 * HOUR_MS

/** `away`: without the computer. `none`: no cutoff held on that day, or nothing was recorded yet. */
export type NightState = 'kept' | 'past' | 'away' | 'none'

/** The night of one of the person's days: that on which it began. */
export interface Night {
  day: Day
  state: NightState
  /** The minute of the day at which it begins; null without a cutoff. */
  minute: number | null
  /** Attention past the cutoff; 0 unless the state is `past`. */
  pastMs: number
  /** How long after the cutoff the last of it ended, by the clock; null if none is in the record. */
  endMs: number | null
}

export interface WeekdayNights {
  /** 0 for Monday. */
  weekday: number
  of: number
  kept: number
  /** The mean over all of these nights, kept ones too. */
  meanPastMs: number
}

export interface Nights extends Pick<NightCutoff, 'rule'> {
  /** In order, without gaps; the last one is over. */
  nights: Night[]
  kept: number
  /** Kept and past together. */
  of: number
  /** The minute of the day at which every night begins; null if they differ. */
  minute: number | null
  pastMs: number
  /** Null if no rate held. */
  costMinor: number | null
  latest: Night | null
  /** Kept nights in a row, up to the last night and at most; nights of other states are skipped. */
  run: { now: number; longest: number }
  /** Those with at least three nights. */
  weekdays: WeekdayNights[]
  edges: DayEdges
  /** Attention of any kind in the 6 h after the stated bedtime; null if none is stated. */
  afterBedMs: number | null
}

/** The nights that are looked at: those of the period, at least four weeks, up to the last one that is over. */
function daysOfNights(scope: Scope): Day[] {
  const yesterday = addDays(scope.today, -1)
  const lastOfPeriod = lastDayOf(scope)
  const last = lastOfPeriod < yesterday ? lastOfPeriod : yesterday
  const least = addDays(last, 1 - LEAST_DAYS)
  return daysBetween(scope.period.first < least ? scope.period.first : least, last)
}

interface Found {
  night: Night
  /** The attention past the cutoff, as far as it is recorded. */
  late: Stretch[]
}

/** How one night went, from the attention around it. */
function nightOn(
  day: Day,
  cutoff: NightCutoff,
  measuredSince: Day | null,
  stretches: readonly Stretch[],
): Found {
  const closed = cutoff.closedOn(day)
  const held = cutoff.since === null || cutoff.since <= day
  const blank: Night = { day, state: 'none', minute: null, pastMs: 0, endMs: null }
  if (!closed || !held || measuredSince === null || day < measuredSince) return { night: blank, late: [] }
  const midnight = Date.parse(day)
  const from = midnight + closed.from * MINUTE_MS
  const until = midnight + closed.to * MINUTE_MS
  const around = within(stretches, { from: from - EVENING_MS, until })
  const covered = around.filter(({ surface }) => cutoff.covers(surface))
  const pastMs = cutoff.countedOn?.(day) ?? attentionIn(within(covered, { from, until }))
  const known = { ...blank, minute: closed.from % DAY_MINUTES }
  if (pastMs < LEAVING_MS) {
    return { night: { ...known, state: around.length > 0 ? 'kept' : 'away' }, late: [] }
  }
  // Pages stay closed until the end of the night, so what was past is the last attention to them.
  const late = lastMs(covered, pastMs)
  const end = late.at(-1)?.until
  const endMs = end === undefined ? null : Math.max(0, end - from)
  return { night: { ...known, state: 'past', pastMs, endMs }, late }
}

function runOf(nights: readonly Night[]): Nights['run'] {
  let now = 0
  let longest = 0
  for (const { state } of nights) {
    if (state === 'kept') now += 1
    if (state === 'past') now = 0
    longest = Math.max(longest, now)
  }
  return { now, longest }
}

function weekdaysOf(judged: readonly Night[]): WeekdayNights[] {
  return [...Map.groupBy(judged, ({ day }) => weekday(day))]
    .map(([of, own]) => ({
      weekday: of,
      of: own.length,
      kept: own.filter(({ state }) => state === 'kept').length,
      meanPastMs: own.reduce((sum, { pastMs }) => sum + pastMs, 0) / own.length,
    }))
    .filter(({ of }) => of >= LEAST_OF_WEEKDAY)
    .sort((a, b) => a.weekday - b.weekday)
}

function costOf(late: readonly Stretch[], { valuing }: Scope): number | null {
  const account = new Account()
  for (const { from, until } of late) account.addLocal(from, until, valuing.priceAt)
  const cost = account.cost()
  return cost === null ? null : toMinor(cost)
}

/** Attention in the hours after the bedtime (minute of the day) of each of these days, ms. */
function afterBed(
  days: readonly Day[],
  bedtime: number,
  { valuing }: Scope,
  all: readonly Stretch[],
): number {
  const minute = cutoffMinute(bedtime, valuing.dayStartHour)
  return days.reduce((sum, day) => {
    const from = Date.parse(day) + minute * MINUTE_MS
    return sum + attentionIn(within(all, { from, until: from + BED_MINUTES * MINUTE_MS }))
  }, 0)
}

/** The one value of all; null if they differ or if there are none. */
function sameMinute(nights: readonly Night[]): number | null {
  const minutes = new Set(nights.map(({ minute }) => minute))
  return minutes.size === 1 ? ([...minutes][0] ?? null) : null
}

/** The first night that a cutoff could hold for. */
function firstJudged([first]: readonly Day[], { since }: NightCutoff, { today }: Scope): Day {
  const day = first ?? today
  return since !== null && since > day ? since : day
}

/**
 * The nights of a period, at least the last four weeks up to its end; `bedtime` is the minute of the day that the
 * person stated. Missing without a cutoff, and below seven nights on which the computer was used.
 */
export function nightsOf(scope: Scope, bedtime: number | null): Nights | Missing {
  const cutoff = nightCutoff(scope, bedtime)
  if (!cutoff) return { lacks: 'cutoff', have: 0, need: 1, when: { by: 'setting' } }
  const days = daysOfNights(scope)
  // A night may reach into the day after the next date.
  const extent = {
    from: Date.parse(days[0] ?? scope.today),
    until: Date.parse(days.at(-1) ?? scope.today) + 3 * DAY_MS,
  }
  const stretches = stretchesOf(scope, extent)
  const found = days.map((day) => nightOn(day, cutoff, scope.measuredSince, stretches))
  const nights = found.map(({ night }) => night)
  const judged = nights.filter(({ state }) => state === 'kept' || state === 'past')
  if (judged.length < LEAST_NIGHTS) {
    const [have, need] = [judged.length, LEAST_NIGHTS]
    return {
      lacks: 'nights',
      have,
      need,
      when: whenSince(firstJudged(days, cutoff, scope), have, need, scope),
    }
  }
  const past = judged.filter(({ state }) => state === 'past')
  const [first, last] = [days[0], days.at(-1)].map((day) => dayNumber(day ?? scope.today)) as [number, number]
  return {
    rule: cutoff.rule,
    nights,
    kept: judged.length - past.length,
    of: judged.length,
    minute: sameMinute(judged),
    pastMs: past.reduce((sum, { pastMs }) => sum + pastMs, 0),
    costMinor: costOf(
      found.flatMap(({ late }) => late),
      scope,
    ),
    latest:
      past.filter(({ endMs }) => endMs !== null).sort((a, b) => (b.endMs ?? 0) - (a.endMs ?? 0))[0] ?? null,
    run: runOf(nights),
    weekdays: weekdaysOf(judged),
    edges: dayEdges(
      stretches.filter(({ day }) => day >= first && day <= last),
      (surface) => scope.valuing.profileOf(surface).kind,
    ),
    afterBedMs: bedtime === null ? null : afterBed(days, bedtime, scope, stretches),
  }
}
