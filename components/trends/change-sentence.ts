import type { Change } from '../../domain/statement/changes'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { wholeMinutes } from '../../domain/value/whole-minutes'
import { t } from '../../platform/i18n'
import { duration, money, signedMoney } from '../figure/format'
import { fullName } from '../figure/full-name'

/** `YouTube took 2 h more: 5 h, before 3 h.` */
export function changeSentence(
  { subject, of, now, before }: Change,
  currency: string,
  nameOf: (profile: SurfaceProfile) => string = fullName,
): string {
  const name = subject.type === 'kind' ? t(`kind_${subject.kind}`) : nameOf(subject.profile)
  const difference = Math.abs(of === 'net' ? now - before : wholeMinutes(now) - wholeMinutes(before))
  if (of === 'net')
    return t(
      now > before ? 'change_net_more' : 'change_net_less',
      name,
      money(difference, currency),
      signedMoney(now, currency),
      signedMoney(before, currency),
    )
  if (before === 0) return t('change_time_new', name, duration(now))
  if (now === 0) return t('change_time_gone', name, duration(before))
  return t(
    now > before ? 'change_time_more' : 'change_time_less',
    name,
    duration(difference),
    duration(now),
    duration(before),
  )
}
