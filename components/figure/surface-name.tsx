import type { ComponentChildren } from 'preact'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { fullName, partName, spokenName } from './full-name'

/** A name on the screen; on paper only the kind, if others are not to read it (domain/surface/discreet.ts). */
export const PaperName = ({
  profile: { discreet, kind },
  children,
}: {
  profile: Partial<Pick<SurfaceProfile, 'discreet' | 'kind'>>
  children: ComponentChildren
}) =>
  discreet && kind ? (
    <>
      <span class="on-screen">{children}</span>
      <span class="on-paper">{t(`kind_${kind}`)}</span>
    </>
  ) : (
    <>{children}</>
  )

type Named = Pick<SurfaceProfile, 'name' | 'part'> & Partial<Pick<SurfaceProfile, 'discreet' | 'kind'>>

/** `YouTube` and a dimmed `Shorts`. The tooltip has the full name. */
export const SurfaceName = ({ profile }: { profile: Named }) => (
  <span class="name" title={fullName(profile)}>
    <PaperName profile={profile}>
      {spokenName(profile.name)} {profile.part && <span class="soft">{partName(profile)}</span>}
    </PaperName>
  </span>
)
