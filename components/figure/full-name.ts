import { FILES_NAME, type SurfaceProfile } from '../../domain/surface/surface-book'
import { OPEN_PART } from '../../domain/surface/open-part'
import { t } from '../../platform/i18n'

/** `Shorts`, or that the part is not known; empty for a site as a whole. */
export const partName = ({ part }: Pick<SurfaceProfile, 'part'>): string =>
  part === OPEN_PART ? t('open_part') : part

/** A name of a site or an owner as it is read: files on this computer are named in words. */
export const spokenName = (name: string): string => (name === FILES_NAME ? t('local_files') : name)

/** `YouTube Shorts`. */
export const fullName = (profile: Pick<SurfaceProfile, 'name' | 'part'>): string =>
  profile.part ? `${spokenName(profile.name)} ${partName(profile)}` : spokenName(profile.name)

/** The same for others to read: of what is named with discretion (see domain/surface/discreet.ts), the kind. */
export const discreetName = (profile: SurfaceProfile): string =>
  profile.discreet ? t(`kind_${profile.kind}`) : fullName(profile)
