/** Asks about a visit when the popup opens. Nothing happens before that: no look and no alarm is for it. */
import { isPaused } from '../../../domain/settings/settings'
import { personDay } from '../../../domain/time/local-time'
import { localOffset } from '../../../platform/local-offset'
import type { Handlers } from '../../../platform/messages'
import { inTime } from '../../../storage/base/in-time'
import { nextQuestion, nextUnknownSite } from '../../../storage/record/questions'
import { answerQuestion } from '../../../storage/said/ratings'
import type { Context } from '../context'

export const questionCommands = (
  context: Pick<Context, 'facts'>,
  now: () => number = Date.now,
  random: () => number = Math.random,
): Pick<Handlers, 'question' | 'answerQuestion' | 'unknownSite'> => ({
  question: async () => {
    const { settings, opinions, trouble } = await context.facts()
    const at = now()
    // Without the opinions it is unknown which sites are excluded.
    if (!settings.asksWorth || isPaused(settings, at) || trouble) return null
    const { dayStartHour } = settings
    const day = personDay(at, localOffset(at), dayStartHour)
    const looked = { at, day, dayStartHour, opinions, random: random() }
    return inTime((isLate) => nextQuestion(looked, isLate))
  },
  unknownSite: async () => {
    const { settings } = await context.facts()
    const at = now()
    if (isPaused(settings, at)) return null
    const day = personDay(at, localOffset(at), settings.dayStartHour)
    return inTime(() => nextUnknownSite({ at, day }))
  },
  answerQuestion: (answer) => inTime((isLate) => answerQuestion(answer, now(), isLate)),
})
