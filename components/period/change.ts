import { t } from '../../platform/i18n'
import { MINUS, percent, signed } from '../figure/format'

/** The change from the earlier figure in whole percent; null if that was zero. */
export const changeOf = (now: number, before: number): number | null =>
  before === 0 ? null : Math.round(((now - before) / Math.abs(before)) * 100)

/** `+12 %`, `−3 %`, `±0 %`; `new` if only the earlier figure was zero. */
export function changeText(now: number, before: number): string {
  const change = changeOf(now, before)
  if (change === null) return now === 0 ? '' : t('change_new')
  const sign = change > 0 ? '+' : change < 0 ? MINUS : '±'
  return signed(sign, percent(Math.abs(change)))
}
