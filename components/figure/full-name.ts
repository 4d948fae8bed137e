import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'

/** `YouTube Shorts`. */
export const fullName = ({ name, part }: Pick<SurfaceProfile, 'name' | 'part'>): string =>
  part ? `${name} ${part}` : name

/** The same for others to read: of what is named with discretion (see domain/surface/discreet.ts), the kind. */
export const discreetName = (profile: SurfaceProfile): string =>
  profile.discreet ? t(`kind_${profile.kind}`) : fullName(profile)
