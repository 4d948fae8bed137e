import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { fullName } from './full-name'

/** `YouTube`, and softly `Shorts`; in full for whoever points at it. */
export const SurfaceName = ({ profile }: { profile: Pick<SurfaceProfile, 'name' | 'part'> }) => (
  <span class="name" title={fullName(profile)}>
    {profile.name} {profile.part && <span class="soft">{profile.part}</span>}
  </span>
)
