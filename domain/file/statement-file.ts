import { weekday } from '../time/local-time'
import { isoWeek, type Period } from '../time/period'

/** The file types in which a statement can be saved. */
export type StatementEnding = 'md' | 'csv' | 'spreadsheet.csv' | 'json' | 'png'

const nameOf = ({ unit, first, last }: Period): string => {
  switch (unit) {
    case 'day':
      return first
    case 'week': {
      // Weeks have an ISO number only where they start on Monday.
      if (weekday(first) !== 0) return `${first}-week`
      const { year, week } = isoWeek(first)
      return `${year}-W${String(week).padStart(2, '0')}`
    }
    case 'month':
      return first.slice(0, 7)
    case 'quarter':
      return `${first.slice(0, 4)}-Q${Math.ceil(Number(first.slice(5, 7)) / 3)}`
    case 'year':
      return first.slice(0, 4)
    case 'dates':
      return `${first}_${last}`
  }
}

/** `zeitwert-2026-W48.md`: file names sort by date. */
export const statementFileName = (period: Period, ending: StatementEnding): string =>
  `zeitwert-${nameOf(period)}.${ending}`
