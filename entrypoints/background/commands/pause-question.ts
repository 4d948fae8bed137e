/** The question at a pause: whether the person meant to come. Only for those who want questions about visits. */
import { standAt } from '../../../domain/firewall/at-wall'
import { localOffset } from '../../../platform/local-offset'
import type { Handlers } from '../../../platform/messages'
import { inTime } from '../../../storage/base/in-time'
import { ratePause } from '../../../storage/said/ratings'
import type { Context } from '../context'
import type { Guard } from '../firewall/guard'
import { isRecorded } from './is-recorded'

/** One answer for each pause. None is kept of a private window, of an excluded site, or while recording is paused. */
export const pauseQuestion = (
  context: Pick<Context, 'facts'>,
  guard: Guard,
  offsetAt = localOffset,
): Pick<Handlers, 'answerPause'> => ({
  answerPause: async ({ drifted }, { tabId }) => {
    const { settings, rules } = await context.facts()
    await guard.use(async (firewall) => {
      const standing = standAt(guard.viewOf(firewall), tabId)
      const { at } = firewall
      if (!settings.asksWorth || tabId === null) return
      if (standing?.standing.rule.strictness !== 'pause' || standing.wall.isPrivate) return
      const { wall } = standing
      if (wall.isAnswered || !(await isRecorded(context, wall.surface, at))) return
      const said = { surface: rules.countedAs(wall.surface), at, utcOffsetMinutes: offsetAt(at), drifted }
      await inTime((isLate) => ratePause(said, isLate))
      const { walls } = guard.keeper.memory
      await guard.keeper.remember({ walls: { ...walls, [tabId]: { ...wall, isAnswered: true } } })
    })
    return null
  },
})
