/** Finds what a rule can be about while its name is typed: kinds, owners, and sites and their parts of the catalogue. */
import { catalogSites } from '../surface/catalog/catalog'
import { owners, sitesOf } from '../surface/catalog/owners'
import { isOpenPart } from '../surface/open-part'
import { SIGN_IN } from '../surface/catalog/sign-in'
import { foldText } from '../surface/fold-text'
import { type Kind, KINDS } from '../surface/kind'
import { siteOf } from '../surface/surface'
import { surfaceBook, type SurfaceProfile } from '../surface/surface-book'
import { addressOf, type KnownSurface } from '../surface/surface-directory'
import { isSameTarget, targetAt } from './coverage'
import { LURES } from './presets'
import type { Target } from './rule'

export interface TargetName {
  target: Target
  name: string
  /** Of sites and parts; empty for kinds and owners. */
  address: string
}

/** What can be found, in the order in which equal matches are shown. */
export interface Findable extends TargetName {
  /** Folded, to search in. */
  text: string
  folded: string
  /** Whether the person was there, or it is a kind that limits are often about. */
  isNear: boolean
  /** Whether it is named only to those who type most of its name. */
  discreet: boolean
  /** Whether it is a front end or a country version of another site. */
  isOther: boolean
  /** Other words for it, folded. */
  aliases: readonly string[]
}

const EVERYTHING: Target = { type: 'everything' }

/** What people type who mean every page, in any language of the screen. */
const WORDS_FOR_ALL = ['all', 'everything', 'anything', 'every', 'alles', 'alle', 'internet', 'web']

/** How many matches are shown. */
const AT_MOST = 8

/** From this length on, the beginning of a discreet name is enough. */
const LEAST_DISCREET = 5

const findable = (found: TargetName, isNear: boolean, discreet = false, isOther = false): Findable => {
  const folded = foldText(found.name)
  return {
    ...found,
    isNear,
    discreet,
    isOther,
    folded,
    text: `${folded} ${foldText(found.address)}`,
    aliases: found.target.type === 'everything' ? WORDS_FOR_ALL : [],
  }
}

const isLure = ({ kind }: Pick<SurfaceProfile, 'kind'>): boolean => LURES.includes(kind)

const ofProfile = (profile: SurfaceProfile, isNear: boolean, isOther = false): Findable =>
  findable(
    {
      target: targetAt(profile),
      name: `${profile.name} ${profile.part}`.trim(),
      address: addressOf(profile.surface),
    },
    isNear,
    profile.discreet,
    isOther,
  )

/**
 * The sites of the catalogue and their parts: feeds, videos and games first, then sites with many named parts, because
 * these are the large ones.
 */
function catalogued(present: ReadonlySet<string>): Findable[] {
  const profileOf = surfaceBook([])
  return catalogSites()
    .flatMap(([site, { surfaces, countryOf, frontOf }]) => {
      const isOther = (countryOf ?? frontOf) !== undefined
      const parts = surfaces.filter(({ slug }) => slug !== SIGN_IN).map(({ slug }) => `${site}/${slug}`)
      return [site, ...(isOther ? [] : parts)]
        .filter((surface) => !present.has(surface))
        .map((surface) => ({ profile: profileOf(surface), isOther, parts: parts.length }))
    })
    .toSorted((a, b) => Number(isLure(b.profile)) - Number(isLure(a.profile)) || b.parts - a.parts)
    .map(({ profile, isOther }) => ofProfile(profile, false, isOther))
}

/**
 * All that can be found. The person's own names come before the catalogue's, the most used first. `everything` is the
 * name of every page together.
 */
export function findables(
  known: readonly KnownSurface[],
  nameOf: (kind: Kind) => string,
  everything: string,
): Findable[] {
  const present = new Set(known.map(({ profile }) => profile.surface))
  const ofKind = (kind: Kind) =>
    findable({ target: { type: 'kind', kind }, name: nameOf(kind), address: '' }, LURES.includes(kind))
  return [
    ...LURES.map(ofKind),
    findable({ target: EVERYTHING, name: everything, address: '' }, true),
    ...KINDS.filter((kind) => !LURES.includes(kind)).map(ofKind),
    ...known
      .filter(({ excluded, profile }) => !excluded && !isOpenPart(profile.surface))
      .map(({ profile, timeMs }) => ofProfile(profile, timeMs > 0)),
    ...catalogued(present),
    ...owners
      .filter(([, ...sites]) => sites.length > 1)
      .map(([owner]) =>
        findable(
          { target: { type: 'owner', owner, sites: sitesOf(owner) }, name: owner, address: '' },
          false,
        ),
      ),
  ]
}

/** The match of another site for the same: the worst. */
const OTHER = 5

/** How well a name matches, best first: all of it, its beginning, that of a word, all words; null if it does not. Other sites for the same come last, and only by their own address. */
function matchOf(
  { folded, text, address, target, discreet, isNear, isOther, aliases }: Findable,
  query: string,
): number | null {
  if (aliases.includes(query)) return 0
  if (folded === query || text === `${folded} ${query}`) return 0
  if (isOther && !isNear) return !discreet && foldText(address).startsWith(query) ? OTHER : null
  const isPart = target.type === 'surface'
  if (folded.startsWith(query))
    return discreet && !isNear && query.length < LEAST_DISCREET ? null : isPart ? 2 : 1
  if (discreet) return null
  if (text.includes(` ${query}`)) return 3
  return query.split(' ').every((word) => text.includes(word)) ? 4 : null
}

/** The best matches for a typed text. Without one: kinds that limits are often about, and where the person was most. */
export function findTargets(
  all: readonly Findable[],
  typed: string,
  taken: readonly Target[],
): readonly TargetName[] {
  const query = foldText(typed)
  const open = all.filter(({ target }) => !taken.some((one) => isSameTarget(one, target)))
  if (query === '') return open.filter(({ isNear, discreet }) => isNear && !discreet).slice(0, AT_MOST)
  return open
    .flatMap((one) => {
      const match = matchOf(one, query)
      return match === null ? [] : [{ one, match }]
    })
    .toSorted((a, b) => a.match - b.match)
    .slice(0, AT_MOST)
    .map(({ one }) => one)
}

/** Whether each typed word begins a word of the name or of the address. */
const isBegun = ({ text }: Findable, query: string): boolean =>
  query.split(' ').every((word) => ` ${text}`.includes(` ${word}`))

/**
 * What a half-typed name can only mean: the one name whose words it begins, where a site counts with its parts; null if
 * there is none or more than one.
 */
export function targetMeant(all: readonly Findable[], typed: string): Target | null {
  const query = foldText(typed)
  if (query === '') return null
  const isSaid = ({ discreet, isNear }: Findable) => !discreet || isNear || query.length >= LEAST_DISCREET
  const begun = all.filter(
    (one) => isSaid(one) && isBegun(one, query) && (matchOf(one, query) ?? OTHER) < OTHER,
  )
  const sites = new Set(begun.flatMap(({ target }) => (target.type === 'site' ? target.site : [])))
  const [only, ...others] = begun.filter(
    ({ target }) => target.type !== 'surface' || !sites.has(siteOf(target.surface)),
  )
  return only && others.length === 0 ? only.target : null
}

/**
 * The longest beginning of a typed text that is exactly a name, and what follows it; null if no name is followed by
 * anything.
 */
export function knownStart(all: readonly Findable[], typed: string): { name: string; rest: string } | null {
  const words = typed.trim().split(/\s+/)
  for (let count = words.length - 1; count > 0; count -= 1) {
    const query = foldText(
      words
        .slice(0, count)
        .join(' ')
        .replace(/[\s,;:–-]+$/, ''),
    )
    const found = query !== '' && all.find((one) => matchOf(one, query) === 0)
    if (found) return { name: found.name, rest: words.slice(count).join(' ') }
  }
  return null
}

/** The kind with exactly this name, or every page by a word for it; null if there is none. */
export function kindCalled(all: readonly Findable[], typed: string): Target | null {
  const query = foldText(typed)
  const isCalled = ({ target, folded, aliases }: Findable): boolean =>
    aliases.includes(query) || (folded === query && (target.type === 'kind' || target.type === 'everything'))
  return all.find(isCalled)?.target ?? null
}
