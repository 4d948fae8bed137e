import { nudgeReason, nudgeText } from '../../../components/insight/nudge-words'
import type { Attention } from '../../../domain/record/attention'
import { type Attended, isFromAiToFeed, nextNudge } from '../../../domain/insight/nudge'
import type { Settings } from '../../../domain/settings/settings'
import { personDay } from '../../../domain/time/local-time'
import { localOffset } from '../../../platform/local-offset'
import { notify } from '../../../platform/notices'
import { readLastNudge, writeLastNudge } from '../../../storage/said/last-nudge'
import type { Facts } from '../context'

/**
 * Nudges, if the person wants it, when they go from an AI tool to a feed. It acts only in looks that come anyway, and
 * is to be called with each; `isShown` says whether the page is in front of the person and no wall covers it. What
 * came before is kept in memory only: a worker killed on the way costs a nudge.
 */
export function createNudge(): (
  facts: Pick<Facts, 'settings' | 'rules'>,
  state: Pick<Attention, 'open' | 'lastInputAt'>,
  isShown: boolean,
) => Promise<void> {
  let before: Attended | null = null
  let isDeciding = false

  async function decide(settings: Settings, at: number): Promise<void> {
    const today = personDay(at, localOffset(at), settings.dayStartHour)
    const nudge = nextNudge(await readLastNudge(), settings.mutedNudges, at, today)
    if (!nudge) return
    // Written first: a worker killed in between costs a nudge, and none comes twice.
    await writeLastNudge(nudge)
    const text = nudgeText(nudge.name, settings.aiGoal)
    await notify('nudge', text, nudgeReason(nudge.name), 'insights')
  }

  return async ({ settings, rules }, { open, lastInputAt }, isShown) => {
    if (!open) return
    const now: Attended = { kind: rules.kindOf(open.surface), start: open.start, end: open.end }
    const isDue = settings.nudges && isShown && lastInputAt === null && isFromAiToFeed(before, now)
    before = now
    if (!isDue || isDeciding) return
    isDeciding = true
    await decide(settings, open.end).finally(() => (isDeciding = false))
  }
}
