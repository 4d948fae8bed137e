import type { SurfaceProfile } from '../../domain/surface/surface-book'

/** `YouTube Shorts`. */
export const fullName = ({ name, part }: Pick<SurfaceProfile, 'name' | 'part'>): string =>
  part ? `${name} ${part}` : name
