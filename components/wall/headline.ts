import type { WallFacts } from '../../domain/firewall/firewall-status'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { duration } from '../figure/format'
import { tn } from '../figure/plural'

/** Says in one line what was used, or why the page is closed. */
export function headline({ rule: { bound, strictness }, used, isOpen }: WallFacts): string {
  if (isOpen) return t('wall_open')
  if (strictness === 'pause') return t('wall_pause')
  if (bound.type === 'cutoff') return t('wall_cutoff')
  if (bound.type === 'hours') return t('wall_hours')
  if (bound.type === 'sessions') return t('wall_break')
  const { per } = bound.allowance
  if (bound.type === 'opens' && used.opens > 0)
    return per === 'day' ? tn('wall_opens_day', used.opens) : tn('wall_opens_week', used.opens)
  if (used.ms >= MINUTE_MS) return t(per === 'day' ? 'wall_was_day' : 'wall_was_week', duration(used.ms))
  return t('wall_closed')
}
