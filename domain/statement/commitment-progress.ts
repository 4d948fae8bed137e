/** How a commitment stands during its week: what a day has to bring, and what the person is told about a goal. */
import type { Interval } from '../time/interval'
import { type Day, dayNumber, MINUTE_MS } from '../time/local-time'
import { type Commitment, committedMs, type GoalNotice } from './commitment'
import { sumOfDays, type WeekTimes } from './committed-time'

export interface CommitmentProgress {
  actualMs: number
  /** What is left of a limit, or to go to a goal, ms; never below zero. */
  leftMs: number
  /** That, with today's time, spread evenly over the days from today on, ms a day. */
  perDayMs: number
  /** What is left of it today. */
  todayLeftMs: number
  /** 0 to 1. */
  share: number
}

/** How far a commitment is on one of the person's days. A day before the week counts as its first. */
export function progressOf(
  commitment: Pick<Commitment, 'week' | 'minutes' | 'deletedMs'>,
  times: WeekTimes,
  today: Day,
): CommitmentProgress {
  const index = Math.min(6, Math.max(0, dayNumber(today) - dayNumber(commitment.week)))
  const whole = committedMs(commitment)
  const actualMs = sumOfDays(times) + commitment.deletedMs
  const todayMs = times[index] ?? 0
  const perDayMs = Math.max(0, whole - (actualMs - todayMs)) / (7 - index)
  return {
    actualMs,
    leftMs: Math.max(0, whole - actualMs),
    perDayMs,
    todayLeftMs: Math.max(0, perDayMs - todayMs),
    share: whole === 0 ? 1 : Math.min(1, actualMs / whole),
  }
}

/** A goal as the popup shows it. */
export type Goal = Pick<Commitment, 'id' | 'kind' | 'minutes'> & Pick<CommitmentProgress, 'leftMs' | 'share'>

/** A goal is at risk once what is left has to go this many times as fast as the promise asked for. */
export const AT_RISK_PACE = 1.5

/** A goal is looked at this often at most. */
const LEAST_BETWEEN_MS = 5 * MINUTE_MS

type Told = Pick<Commitment, 'type' | 'minutes' | 'told'>

/** When a goal is at risk if nothing more is done: the instant from which on the rest asks for `AT_RISK_PACE`. */
const atRiskFrom = ({ minutes }: Told, actualMs: number, { from, until }: Interval): number => {
  const left = (committedMs({ minutes }) - actualMs) / committedMs({ minutes })
  return until - (left * (until - from)) / AT_RISK_PACE
}

/** What to tell about a goal now, if anything: that it is reached, or at risk while it can still be met. Each comes once. */
export function goalNotice(
  commitment: Told,
  actualMs: number,
  week: Interval,
  at: number,
): GoalNotice | null {
  if (commitment.type !== 'least' || at < week.from || at >= week.until) return null
  const leftMs = committedMs(commitment) - actualMs
  if (leftMs <= 0) return commitment.told.includes('reached') ? null : 'reached'
  const canBeMet = leftMs <= week.until - at
  const isDue = canBeMet && at >= atRiskFrom(commitment, actualMs, week)
  return isDue && commitment.told.length === 0 ? 'atRisk' : null
}

/**
 * The earliest instant at which the person could have to be told something, epoch ms; Infinity if there is none. A goal
 * cannot be reached before as much time has passed as is left.
 */
export function nextGoalCheck(commitment: Told, actualMs: number, week: Interval, at: number): number {
  if (commitment.type !== 'least' || commitment.told.includes('reached')) return Infinity
  if (at < week.from) return week.from
  const leftMs = committedMs(commitment) - actualMs
  const reached = at + leftMs
  const risk = commitment.told.includes('atRisk') ? Infinity : atRiskFrom(commitment, actualMs, week)
  const canBeMet = leftMs <= week.until - at
  const next = Math.min(reached, canBeMet ? Math.max(risk, at) : Infinity)
  const inTime = Math.max(next, at + LEAST_BETWEEN_MS)
  return inTime < week.until ? inTime : Infinity
}

/** Whether a commitment runs at an instant, and is not settled. */
export const isRunningAt = (
  { settled }: Pick<Commitment, 'settled'>,
  { from, until }: Interval,
  at: number,
): boolean => settled === null && at >= from && at < until
