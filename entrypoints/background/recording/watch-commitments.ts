import { goalNoticeText, goalNoticeTitle } from '../../../components/promise/goal-words'
import { isQuietNight } from '../../../domain/insight/night-cutoff'
import type { Attention } from '../../../domain/record/attention'
import { type Commitment, committedInterval } from '../../../domain/statement/commitment'
import {
  goalNotice,
  isRunningAt,
  nextGoalCheck,
  progressOf,
} from '../../../domain/statement/commitment-progress'
import type { WeekTimes } from '../../../domain/statement/committed-time'
import { MINUTE_MS, personDay } from '../../../domain/time/local-time'
import { localOffset } from '../../../platform/local-offset'
import { notify } from '../../../platform/notices'
import { exclusively } from '../../../storage/base/lock'
import { inTime } from '../../../storage/base/in-time'
import { allRules } from '../../../storage/firewall/limits'
import { timesOfCommitments, unsettledCommitments } from '../../../storage/record/commitment-times'
import { noteGoalNotice, settleDue, settlesFrom } from '../../../storage/record/commitments'
import type { Facts } from '../context'

type Watched = Pick<Facts, 'settings'>
type Now = Pick<Attention, 'open' | 'lastInputAt' | 'lastSeenAt'>

const weekOf = (commitment: Commitment) => committedInterval(commitment, localOffset)

/** Tells what is due about a goal, once, and not at night. Returns when to look at it again. */
async function lookAtGoal(
  commitment: Commitment,
  times: WeekTimes,
  { settings }: Watched,
  at: number,
): Promise<number> {
  const week = weekOf(commitment)
  const today = personDay(at, localOffset(at), commitment.dayStartHour)
  const progress = progressOf(commitment, times, today)
  const notice = goalNotice(commitment, progress.actualMs, week, at)
  const next = (told: Commitment['told']) =>
    nextGoalCheck({ ...commitment, told }, progress.actualMs, week, at)
  if (notice === null) return next(commitment.told)
  const clock = { dayStartHour: settings.dayStartHour, offsetAt: localOffset }
  if (isQuietNight(await inTime(allRules), settings.bedtime, at, clock)) return next(commitment.told)
  // Written first: a worker killed in between costs a notice, and none comes twice.
  if (await inTime((isLate) => noteGoalNotice(commitment.id, notice, isLate))) {
    const [title, text] = [
      goalNoticeTitle(commitment, notice, progress),
      goalNoticeText(commitment, notice, progress),
    ]
    await notify(`${commitment.id} ${notice}`, title, text, 'insights/last-week/promises')
  }
  return next([...commitment.told, notice])
}

/** Settles what is due and looks at the goals. Returns when something can be due again, epoch ms. */
async function check(facts: Watched, open: Now['open'], at: number): Promise<number> {
  const idleMs = facts.settings.idleSeconds * 1000
  const dueFrom = (commitment: Commitment) => settlesFrom(commitment, idleMs, localOffset)
  const all = await inTime(() => unsettledCommitments())
  const running = all.filter((commitment) => dueFrom(commitment) > at)
  if (running.length < all.length)
    await inTime((isLate) => exclusively(() => settleDue(at, idleMs, localOffset, open, isLate)))
  const goals = running.filter((one) => one.type === 'least' && isRunningAt(one, weekOf(one), at))
  const times = goals.length === 0 ? null : await inTime(() => timesOfCommitments(goals, open))
  const nexts = running.map(dueFrom)
  for (const goal of goals) nexts.push(await lookAtGoal(goal, times?.get(goal.id) ?? [], facts, at))
  // Goals of later weeks are looked at once their week begins.
  for (const one of running) if (weekOf(one).from > at) nexts.push(weekOf(one).from)
  return Math.min(Infinity, ...nexts)
}

/** How soon to try again after a failure. */
const RETRY_MS = MINUTE_MS

/**
 * Settles commitments and tells of goals, in looks that come anyway: it is to be called with each. It reads only when
 * something can be due, or after a change, which new facts announce. `isThere` says whether the person is at a page, so
 * that time without input has been taken back.
 */
export function createCommitmentWatch(): (facts: Watched, state: Now, isThere: boolean) => Promise<void> {
  let known: Watched | null = null
  let nextAt = 0
  let isBusy = false
  return async (facts, { open, lastInputAt, lastSeenAt: at }, isThere) => {
    if (isBusy || !isThere || lastInputAt !== null || (facts === known && at < nextAt)) return
    isBusy = true
    known = facts
    nextAt = at + RETRY_MS
    try {
      nextAt = await check(facts, open, at)
    } finally {
      isBusy = false
    }
  }
}
