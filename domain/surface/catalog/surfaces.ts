import type { SurfaceGroups } from './surface-groups'
import { discreetSurfaces } from './surfaces-discreet'
import { googleSurfaces } from './surfaces-google'
import { mediaSurfaces } from './surfaces-media'
import { metaSurfaces } from './surfaces-meta'
import { microsoftSurfaces } from './surfaces-microsoft'
import { portalSurfaces } from './surfaces-portals'
import { shopSurfaces } from './surfaces-shops'
import { socialSurfaces } from './surfaces-social'
import { toolSurfaces } from './surfaces-tools'

export const surfaceGroups: readonly SurfaceGroups[] = [
  discreetSurfaces,
  googleSurfaces,
  mediaSurfaces,
  metaSurfaces,
  microsoftSurfaces,
  portalSurfaces,
  shopSurfaces,
  socialSurfaces,
  toolSurfaces,
]
