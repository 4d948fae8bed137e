import type { DayTotal } from '../../domain/record/day-total'
import type { MinutesFlaw, TotalFlaw } from '../../domain/file/minutes-table'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { duration } from '../figure/format'
import { fullName } from '../figure/full-name'
import { shortDay } from '../figure/numbers'

/** What is wrong with typed minutes, and what to do. */
export const flawWords = (flaw: MinutesFlaw | TotalFlaw | 'columns'): string => t(`phone_flaw_${flaw}`)

/** `Instagram, 40 min on 20 Nov 2026`. */
export const totalWords = ({ day, surface, ms }: DayTotal, profileOf: (surface: string) => SurfaceProfile) =>
  t('phone_total', fullName(profileOf(surface)), duration(ms), shortDay(day))
