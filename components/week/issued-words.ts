/** The title of a statement, and the words for when it was issued or revalued. */
import { weekday } from '../../domain/time/local-time'
import { isoWeek, type Period } from '../../domain/time/period'
import { t } from '../../platform/i18n'
import { whole } from '../figure/format'
import { dateFormat } from '../figure/intl'
import { periodName } from '../period/period-name'

/** `Week 48` if weeks start on Monday, as in ISO 8601; else the name of the period. */
export const statementTitle = (period: Period): string =>
  period.unit === 'week' && weekday(period.first) === 0
    ? t('statement_week', whole(isoWeek(period.first).week))
    : periodName(period)

/** The local date of an instant. */
const dateOf = (epochMs: number): string => dateFormat({ dateStyle: 'medium' }).format(epochMs)

export const issuedText = (issuedAt: number): string => t('statement_issued', dateOf(issuedAt))

export const revaluedText = (since: number): string => t('statement_revalued', dateOf(since))

/** A shorter form for the card. */
export const revaluedShortly = (since: number): string => t('statement_revalued_shortly', dateOf(since))
