import type { DearestHour } from '../../domain/statement/period-statement'
import { HOUR_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { duration, money, unpadded } from '../figure/format'
import { fullName } from '../figure/full-name'
import { dateFormat } from '../figure/intl'

/** `Tuesday 24 November, 21:00`; local hours are formatted as if they were UTC. */
const hourName = (localHour: number): string =>
  unpadded(
    dateFormat({
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
    }).format(new Date(localHour * HOUR_MS)),
  )

/** The hour with the greatest loss, and the surface with most of it. */
export const dearestHourText = (
  { localHour, timeMs, netMinor, surface }: DearestHour,
  currency: string,
): string =>
  t('statement_hour', hourName(localHour), money(-netMinor, currency), fullName(surface), duration(timeMs))
