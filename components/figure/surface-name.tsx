import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { fullName } from './full-name'

/** `YouTube` and a dimmed `Shorts`. The tooltip has the full name. */
export const SurfaceName = ({ profile }: { profile: Pick<SurfaceProfile, 'name' | 'part'> }) => (
  <span class="name" title={fullName(profile)}>
    {profile.name} {profile.part && <span class="soft">{profile.part}</span>}
  </span>
)
