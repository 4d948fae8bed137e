import type { Attention } from '../../../domain/record/attention'
import { type Day, personDay } from '../../../domain/time/local-time'
import type { Settings } from '../../../domain/settings/settings'
import { lastDayOver } from '../../../domain/statement/statement-offer'
import { weekStartOf } from '../../../domain/time/week'
import { preferredLanguage, t } from '../../../platform/i18n'
import { localOffset } from '../../../platform/local-offset'
import { notify } from '../../../platform/notices'
import { offerWeek } from '../../../storage/statement/offered-week'

/** Offers the statement of the last recorded week once, when the person is there after it. Checks once a day. */
export function createOffer(): (
  settings: Settings,
  state: Pick<Attention, 'open' | 'lastInputAt'>,
) => Promise<void> {
  let asked: Day | null = null
  return async ({ offersStatement, dayStartHour, weekStart }, { open, lastInputAt }) => {
    // A span can also be open while a video plays and the person is away.
    if (!offersStatement || !open || lastInputAt !== null) return
    const today = personDay(open.end, localOffset(open.end), dayStartHour)
    if (today === asked) return
    asked = today
    const start = weekStart ?? weekStartOf(preferredLanguage())
    await offerWeek(lastDayOver(today, start), start, dayStartHour, (week) =>
      notify(week, t('offer_title'), t('offer_text'), `week/week-${week}`),
    )
  }
}
