/** The commands on promises about a week. Every change comes through here, so that what has begun is fixed. */
import { committedInterval } from '../../../domain/statement/commitment'
import { type Goal, isRunningAt, progressOf } from '../../../domain/statement/commitment-progress'
import { personDay } from '../../../domain/time/local-time'
import { localOffset } from '../../../platform/local-offset'
import type { Handlers } from '../../../platform/messages'
import { exclusively } from '../../../storage/base/lock'
import { inTime } from '../../../storage/base/in-time'
import { commitmentsNow } from '../../../storage/record/commitment-times'
import { putCommitments, removeCommitment, settleEarly } from '../../../storage/record/commitments'
import { openSpan } from '../../../storage/record/history'
import type { Context } from '../context'

type Names = 'promise' | 'dropPromise' | 'settlePromise' | 'goals'

export const promiseCommands = (
  context: Pick<Context, 'facts'>,
  lookAnew: () => Promise<void>,
  now: () => number = Date.now,
): Pick<Handlers, Names> => ({
  promise: async ({ terms }) => {
    const { dayStartHour } = (await context.facts()).settings
    await inTime((isLate) => putCommitments(terms, now(), dayStartHour, localOffset, isLate))
    await lookAnew()
    return null
  },
  dropPromise: async ({ id }) => {
    await inTime((isLate) => removeCommitment(id, now(), localOffset, isLate))
    await lookAnew()
    return null
  },
  settlePromise: async ({ id }) => {
    const open = (await openSpan()) ?? null
    const settled = await inTime((isLate) =>
      exclusively(() => settleEarly(id, now(), localOffset, open, isLate)),
    )
    await lookAnew()
    return settled
  },
  goals: async () => {
    const at = now()
    const open = (await inTime(openSpan)) ?? null
    const { commitments, times } = await inTime(() =>
      commitmentsNow(
        (one) => one.type === 'least' && isRunningAt(one, committedInterval(one, localOffset), at),
        open,
      ),
    )
    return commitments.map((commitment): Goal => {
      const today = personDay(at, localOffset(at), commitment.dayStartHour)
      const { id, kind, minutes } = commitment
      const { leftMs, share } = progressOf(commitment, times.get(id) ?? [], today)
      return { id, kind, minutes, leftMs, share }
    })
  },
})
