import { type Day, personDay } from '../../domain/local-time'
import type { Settings } from '../../domain/settings'
import { lastWeekOver } from '../../domain/statement-offer'
import { weekStartOf } from '../../domain/week'
import { t } from '../../platform/i18n'
import { localOffset } from '../../platform/local-offset'
import { notify } from '../../platform/notices'
import { claimWeek } from '../../storage/offered-week'

/** Offers the statement of the last week, once, to somebody who is there after it; asks once a day. */
export function createOffer(): (settings: Settings, at: number) => Promise<void> {
  let asked: Day | null = null
  return async ({ offersStatement, dayStartHour, weekStart }, at) => {
    const today = personDay(at, localOffset(at), dayStartHour)
    if (!offersStatement || today === asked) return
    asked = today
    const week = lastWeekOver(today, weekStart ?? weekStartOf(navigator.language))
    if (await claimWeek(week)) await notify(week, t('offer_title'), t('offer_text'), `week/week-${week}`)
  }
}
