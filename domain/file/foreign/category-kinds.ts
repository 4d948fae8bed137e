/** Categories of other tools as kinds, where a name means the same. */
import { KINDS, type Kind } from '../../surface/kind'
import { hostSurface } from '../../surface/host-place'
import { isOpenPart } from '../../surface/open-part'
import { changeOpinion, type Opinion } from '../../surface/opinion'
import { catalogKind, type SurfaceRules } from '../../surface/surface-rules'
import { isSurface } from '../row-fields'
import type { ForeignCategory } from './foreign-limits'
import { hostIn } from './hosts'

/** Names in English and German beside those of the kinds themselves. */
const NAMES: Readonly<Record<string, Kind>> = {
  feeds: 'feed',
  'social media': 'feed',
  'soziale medien': 'feed',
  'soziale netzwerke': 'feed',
  videos: 'video',
  chats: 'chat',
  messaging: 'chat',
  'ai companions': 'companion',
  'ki-begleiter': 'companion',
  nachrichten: 'news',
  einkaufen: 'shopping',
  einkauf: 'shopping',
  game: 'games',
  gaming: 'games',
  spiele: 'games',
  erotik: 'adult',
  glücksspiel: 'gambling',
  education: 'learning',
  study: 'learning',
  lernen: 'learning',
  bildung: 'learning',
  arbeit: 'work',
  ki: 'ai',
}

/** The kind that a name means; null if it means none. `other` says nothing of a site. */
function kindNamed(name: string): Kind | null {
  const plain = name.trim().toLowerCase()
  const kind = KINDS.find((one) => one === plain) ?? (Object.hasOwn(NAMES, plain) ? NAMES[plain] : undefined)
  return kind === undefined || kind === 'other' ? null : kind
}

/** What categories say of a surface. */
export interface ForeignKind {
  surface: string
  kind: Kind
}

/** The kinds that categories give to sites, and the names of those that give none. */
export function kindsOfCategories(
  categories: readonly ForeignCategory[],
  { splits, isExcluded }: Pick<SurfaceRules, 'splits' | 'isExcluded'>,
): { kinds: ForeignKind[]; left: string[] } {
  const kinds = new Map<string, Kind>()
  const left: string[] = []
  for (const { name, hosts } of categories) {
    const kind = kindNamed(name)
    if (kind === null) left.push(name)
    else
      for (const host of hosts) {
        const surface = hostSurface(hostIn(host.replace(/^\*\*?\./, '')), splits)
        // A site that the catalogue divides has a kind for each part.
        if (!isSurface(surface) || isOpenPart(surface) || isExcluded(surface)) continue
        if (!kinds.has(surface)) kinds.set(surface, kind)
      }
  }
  return { kinds: [...kinds].map(([surface, kind]) => ({ surface, kind })), left }
}

/** The opinions to write: only where the person never chose a kind, and the catalogue has another. */
export function opinionsToBring(kinds: readonly ForeignKind[], here: readonly Opinion[]): Opinion[] {
  const own = new Map(here.map((opinion) => [opinion.surface, opinion]))
  return kinds.flatMap(({ surface, kind }) => {
    const before = own.get(surface)
    if (before?.kind !== undefined || before?.joined !== undefined || catalogKind(surface) === kind) return []
    return changeOpinion(before ?? { surface }, { kind }) ?? []
  })
}
