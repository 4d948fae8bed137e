/** What is kept of a focus hour: a row of the store `log`. How much of it was spent on what was named follows from the spans. */
import type { FocusBound, FocusWish } from './focus'
import type { Rule, Strictness, Target } from './rule'
import { isOfSite } from './target-of-site'
import { type Day, MINUTE_MS, personDay } from '../time/local-time'

export interface FocusRow {
  /** When it began, epoch ms. */
  at: number
  type: 'focus'
  /** The clock's offset at its start, and so the day that it belongs to. */
  utcOffsetMinutes: number
  /** The id of its rule. */
  id: string
  /** When it ends or ended, epoch ms. */
  until: number
  named: readonly Target[]
  strictness: Strictness
  workMinutes: number | null
  breakMinutes: number
  /** How many visits it turned away; known once it has ended. */
  turnedAway: number
  /** When it ended, epoch ms; absent while it runs. */
  endedAt?: number
}

/** The row of a focus hour that begins. */
export function newFocusRow(
  { id, except, strictness, bound }: Rule & { bound: FocusBound },
  utcOffsetMinutes: number,
): FocusRow {
  const { startedAt, endsAt, workMinutes, breakMinutes } = bound
  return {
    at: startedAt,
    type: 'focus',
    utcOffsetMinutes,
    id,
    until: endsAt,
    named: except,
    strictness,
    workMinutes,
    breakMinutes,
    turnedAway: 0,
  }
}

/** What of a row changes when its focus hour goes on longer, or was moved with the clock. */
export const timesOf = ({ startedAt, endsAt }: FocusBound): Pick<FocusRow, 'at' | 'until'> => ({
  at: startedAt,
  until: endsAt,
})

/** The person's day on which a focus hour began. */
export const dayOfFocus = ({ at, utcOffsetMinutes }: FocusRow, dayStartHour: number): Day =>
  personDay(at, utcOffsetMinutes, dayStartHour)

/** When a focus hour works and has breaks, from its row. */
export const boundOfRow = ({
  at,
  until,
  workMinutes,
  breakMinutes,
}: Pick<FocusRow, 'at' | 'until' | 'workMinutes' | 'breakMinutes'>): FocusBound => ({
  type: 'focus',
  startedAt: at,
  endsAt: until,
  workMinutes,
  breakMinutes,
})

/** The last choice, to be offered first. */
export const wishOfRow = (row: FocusRow): FocusWish => ({
  named: row.named,
  strictness: row.strictness === 'lock' ? 'lock' : 'wall',
  minutes: Math.max(1, Math.round((row.until - row.at) / MINUTE_MS)),
  until: null,
  workMinutes: row.workMinutes,
  breakMinutes: row.breakMinutes,
})

/** The row without the name of a site that is forgotten; the same row if it does not name it. */
export const withoutNamed = (row: FocusRow, site: string): FocusRow =>
  row.named.some((target) => isOfSite(target, site))
    ? { ...row, named: row.named.filter((target) => !isOfSite(target, site)) }
    : row
