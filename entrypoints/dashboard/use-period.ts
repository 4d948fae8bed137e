import type { LocalInterval } from '../../domain/time/interval'
import { useEffect } from 'preact/hooks'
import type { PageName } from '../../components/page/frame'
import { periodName } from '../../components/period/period-name'
import { type Day, MINUTE_MS, personDay } from '../../domain/time/local-time'
import { extentBefore, extentOf, type Period, shiftPeriod } from '../../domain/time/period'
import { readRange } from '../../domain/time/range'
import type { Settings } from '../../domain/settings/settings'
import { weekStartOf } from '../../domain/time/week'
import { preferredLanguage, t } from '../../platform/i18n'
import { localOffset } from '../../platform/local-offset'
import { useMinute } from './use-minute'

export interface PeriodShown {
  period: Period
  today: Day
  extent: LocalInterval
  /** The weekday on which weeks start. */
  weekStart: number
  /** The same part of the period before. */
  before: { period: Period; extent: LocalInterval }
}

/** Sets the title of the tab, which the browser's history also keeps: the subject and the period. */
export function useTitle(page: PageName, { period, today }: PeriodShown, about: string = t(page)): void {
  const name = periodName(period)
  const title = page === 'today' && period.first !== today ? name : `${about}: ${name}`
  useEffect(() => {
    document.title = `${title} – ${t('extension_name')}`
  }, [title])
}

/** The period that a range in the URL means now; an invalid range becomes `usual`. */
export function usePeriod(range: string, usual: string, settings: Settings): PeriodShown {
  const now = useMinute()
  const { dayStartHour, weekStart } = settings
  const offset = localOffset(now)
  const today = personDay(now, offset, dayStartHour)
  const firstWeekday = weekStart ?? weekStartOf(preferredLanguage())
  const period = readRange(range, today, firstWeekday) ?? (readRange(usual, today, firstWeekday) as Period)
  return {
    period,
    today,
    extent: extentOf(period, dayStartHour),
    weekStart: firstWeekday,
    before: {
      period: shiftPeriod(period, -1),
      extent: extentBefore(period, dayStartHour, now + offset * MINUTE_MS),
    },
  }
}
