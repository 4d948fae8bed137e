import { kindOfTarget } from '../../domain/firewall/rule-target-kind'
import type { Target } from '../../domain/firewall/rule'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { fullName } from '../figure/full-name'

/** The name of a rule's target: a kind, an owner, a site or a part of one. */
export function targetName(
  target: Target,
  profileOf: (surface: string) => Pick<SurfaceProfile, 'name' | 'part'>,
): string {
  if (target.type === 'everything') return t('target_everything')
  if (target.type === 'kind') return t(`kind_${target.kind}`)
  if (target.type === 'owner') return target.owner
  return fullName(profileOf(target.type === 'site' ? target.site : target.surface))
}

/** The same for others to read: of what is named with discretion (see domain/surface/discreet.ts), the kind. */
export function discreetTargetName(target: Target, profileOf: (surface: string) => SurfaceProfile): string {
  const kind = kindOfTarget(target, profileOf)
  return kind === null ? targetName(target, profileOf) : t(`kind_${kind}`)
}
