import type { Kind } from '../kind'
import type { CatalogSite, CatalogSurface, PartRow } from './entry'
import { frontEnds } from './front-ends'
import { listsByKind } from './lists-by-kind'
import { labelsIn, rowsIn } from './rows'
import { SIGN_IN } from './sign-in'
import type { SurfaceGroups } from './surface-groups'
import { surfaceGroups } from './surfaces'

const titled = (slug: string): string => slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll('-', ' ')

const surfaceOf = ([slug, kind, name = titled(slug)]: PartRow): CatalogSurface => ({
  slug,
  name: name.replace(/^=/, ''),
  isAlone: name.startsWith('='),
  kind,
})

/** The part of a list with one ending: its lines, and the label of each. The first line of both is the ending. */
interface Listed {
  kind: Kind
  ending: string
  lines: readonly string[]
  labels: readonly string[]
}

/** A loop of our own over all sites would make the engine compile it, see docs/decisions/043. */
const listed = (kind: Kind, list: string): Listed[] =>
  list
    .trim()
    .split(/\n(?=\.)/)
    .map((part) => {
      const lines = part.split('\n')
      return { kind, ending: lines[0] as string, lines, labels: labelsIn(part).split('\n') }
    })

function build() {
  const lists = Object.entries(listsByKind).flatMap(([kind, list]) => listed(kind as Kind, list))
  const groups: SurfaceGroups = Object.assign({}, ...surfaceGroups)
  const headOf = new Map<string, string>()
  for (const [head, { also = [] }] of Object.entries(groups)) for (const site of also) headOf.set(site, head)
  const frontOf = new Map<string, string>()
  for (const [site, fronts] of Object.entries(frontEnds)) for (const front of fronts) frontOf.set(front, site)
  return { lists, groups, headOf, frontOf }
}

let built: ReturnType<typeof build> | undefined
const index = () => (built ??= build())

/** What the lists say of a site; undefined if it is in none. */
function listedSite(site: string): Pick<CatalogSite, 'name' | 'kind'> | undefined {
  for (const { kind, ending, lines, labels } of index().lists) {
    if (!site.endsWith(ending)) continue
    const at = labels.indexOf(site.slice(0, -ending.length))
    const [row] = at > 0 ? rowsIn(`${ending}\n${lines[at]}`) : []
    if (row) return { kind, name: row[1] }
  }
  return undefined
}

const partsByHead = new Map<string, readonly CatalogSurface[]>()

/** The parts of a group of sites, made when first asked for. Sign-in is first, so that no other takes its pages. */
function partsOf(head: string): readonly CatalogSurface[] {
  const known = partsByHead.get(head)
  if (known) return known
  const rows: readonly PartRow[] = [[SIGN_IN, 'other'], ...(index().groups[head]?.surfaces ?? [])]
  const parts = rows.map(surfaceOf)
  partsByHead.set(head, parts)
  return parts
}

/** What a site shares with the main site of its group. */
const withParts = (head: string): Pick<CatalogSite, 'head' | 'surfaces'> => ({
  head,
  surfaces: partsOf(head),
})

function described(site: string): CatalogSite | undefined {
  const { headOf, frontOf } = index()
  const own = listedSite(site)
  const head = headOf.get(site)
  if (own) return { ...own, ...withParts(head ?? site) }
  const shown = head ?? frontOf.get(site)
  const base = shown === undefined ? undefined : listedSite(shown)
  if (shown === undefined || !base) return undefined
  return head === undefined
    ? { ...base, name: `${base.name} (${site})`, frontOf: shown, ...withParts(headOf.get(shown) ?? shown) }
    : { ...base, name: base.name + site.slice(site.indexOf('.')), countryOf: head, ...withParts(head) }
}

const asked = new Map<string, CatalogSite>()

/** What the catalogue knows of a site; undefined if nothing. */
export function catalogSite(site: string): CatalogSite | undefined {
  const entry = asked.get(site) ?? described(site)
  // Others are not kept: they would be a list of where the person was.
  if (entry) asked.set(site, entry)
  return entry
}

/** The main site of a country version (`amazon.com` for `amazon.de`); any other site itself. */
export const headSite = (site: string): string => catalogSite(site)?.countryOf ?? site

/** All sites of the catalogue, each once. */
export function catalogSites(): [string, CatalogSite][] {
  const { lists, headOf, frontOf } = index()
  const inLists = lists.flatMap(({ ending, labels }) => labels.slice(1).map((label) => label + ending))
  return [...new Set([...inLists, ...headOf.keys(), ...frontOf.keys()])].flatMap((site) => {
    const known = catalogSite(site)
    return known ? [[site, known]] : []
  })
}
