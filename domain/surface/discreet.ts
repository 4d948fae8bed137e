/** Kinds whose sites are named only to the person: in no notification, and to others only by their kind. */
import type { Kind } from './kind'

const DISCREET: ReadonlySet<Kind> = new Set(['adult', 'gambling'])

/** Whether a surface is named with discretion: by its own kind, or as a part of such a site, sign-in included. */
export const isDiscreet = (kind: Kind, kindOfSite: Kind): boolean =>
  DISCREET.has(kind) || DISCREET.has(kindOfSite)
