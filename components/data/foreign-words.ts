/** Words about files of other tools. */
import type { ForeignRefused, LeftOut } from '../../domain/file/foreign/foreign-table'
import { t } from '../../platform/i18n'
import { duration, listed } from '../figure/format'
import { shortDay } from '../figure/numbers'
import { tn } from '../figure/plural'
import type { TroubleProps } from '../page/trouble'
import { sourceName } from '../totals/coverage-words'

function sentenceOf({ refusal, tool, day, host }: ForeignRefused): string {
  const name = tool === null ? '' : sourceName(tool)
  const when = day === undefined ? '' : shortDay(day)
  return refusal === 'dayTooLong' && host !== undefined
    ? t('bring_refused_hostTooLong', name, when, host)
    : t(`bring_refused_${refusal}`, name, when)
}

/** Why a file is refused, what it seems to be, and what would be read. */
export const foreignRefusal = (refused: ForeignRefused): TroubleProps => ({
  sentence: `${sentenceOf(refused)} ${t('data_nothing_changed')}`,
  detail: t('bring_accepted'),
})

/** `Tab groups: 3 lines, 20 min.` */
export function leftWords({ why, rows, ms, names }: LeftOut): string {
  const amount = [tn('bring_lines', rows), ...(ms > 0 ? [duration(ms)] : [])].join(', ')
  const words = t('bring_left', t(`bring_left_${why}`), amount)
  return names.length === 0 ? words : t('bring_left_named', words, listed(names))
}
