/** Which pages a rule covers, from the catalogue and the person's opinions of surfaces. */
import { catalogSite } from '../surface/catalog/catalog'
import { passesOn } from '../surface/catalog/passes-on'
import { type Kind, KINDS } from '../surface/kind'
import { isLocalSite } from '../surface/local-site'
import type { Opinion } from '../surface/opinion'
import { surfaceRules } from '../surface/surface-rules'
import type { Rule, Target } from './rule'
import type { Place, Split } from '../surface/address'
import { siteOf } from '../surface/surface'

export interface Coverage {
  splits: readonly Split[]
  kindOf: (surface: string) => Kind
  covers: (rule: RuleScope, surface: string) => boolean
}

/** What a rule is about. */
export type RuleScope = Pick<Rule, 'targets' | 'except'>

/**
 * Whether a rule about everything never closes a surface: what only passes on, sign-in and consent pages, and what is
 * local. Pages of the browser and of extensions, ours among them, have no surface at all.
 */
export const staysOpen = (surface: string): boolean => passesOn(surface) || isLocalSite(siteOf(surface))

/** What targets are matched against: the surface itself and the surface that it counts as. */
interface Marks {
  /** Null for what only passes on. */
  kind: Kind | null
  /** Whether a rule about everything covers it. */
  isInAll: boolean
  surfaces: readonly string[]
  sites: readonly string[]
}

/** The main site of a country version (`amazon.com` for `amazon.de`) or front end; any other site itself. */
const headOf = (site: string): string => catalogSite(site)?.countryOf ?? catalogSite(site)?.frontOf ?? site

function meets(target: Target, { kind, isInAll, surfaces, sites }: Marks): boolean {
  if (target.type === 'everything') return isInAll
  if (target.type === 'kind') return target.kind === kind
  if (target.type === 'surface') return surfaces.includes(target.surface)
  if (target.type === 'site') return sites.includes(target.site)
  return sites.some((site) => target.sites.includes(site) || target.sites.includes(headOf(site)))
}

/** A surface that counts as another one is covered by the rules for both; an excluded one by none. */
export function coverage(opinions: readonly Opinion[]): Coverage {
  const { splits, isExcluded, kindOf, countedAs } = surfaceRules(opinions)
  const known = new Map<string, Marks | null>()

  const marksOf = (surface: string): Marks | null => {
    const before = known.get(surface)
    if (before !== undefined) return before
    const surfaces = [surface, countedAs(surface)]
    const kind = surfaces.every(passesOn) ? null : kindOf(surface)
    // A whole site that passes on can be named, its owner or kind does not cover it; nor does the site a sign-in page.
    const named = surfaces.filter((one) => !passesOn(one) || one === siteOf(one))
    const isInAll = !surfaces.every(staysOpen)
    const marks = isExcluded(surface) ? null : { kind, isInAll, surfaces, sites: named.map(siteOf) }
    known.set(surface, marks)
    return marks
  }
  return {
    splits,
    kindOf,
    covers: ({ targets, except }, surface) => {
      const marks = marksOf(surface)
      if (marks === null) return false
      return targets.some((target) => meets(target, marks)) && !except.some((target) => meets(target, marks))
    },
  }
}

/** The name in a target, without its type. */
export const nameIn = (target: Target): string => {
  if (target.type === 'everything') return ''
  if (target.type === 'kind') return target.kind
  if (target.type === 'owner') return target.owner
  return target.type === 'site' ? target.site : target.surface
}

/** The target for a place: the whole site or a named part of it. */
export const targetAt = ({ surface, site }: Pick<Place, 'surface' | 'site'>): Target =>
  surface === site ? { type: 'site', site } : { type: 'surface', surface }

export const isSameTarget = (a: Target, b: Target): boolean => a.type === b.type && nameIn(a) === nameIn(b)

/** Whether an exception removes a target completely. */
const takesAll = (exception: Target, target: Target): boolean => {
  if (exception.type === 'everything' || isSameTarget(exception, target)) return true
  if (target.type !== 'site' && target.type !== 'surface') return false
  const site = target.type === 'site' ? target.site : siteOf(target.surface)
  if (exception.type === 'owner') return [site, headOf(site)].some((one) => exception.sites.includes(one))
  return exception.type === 'site' && target.type === 'surface' && exception.site === site
}

/** Whether exceptions remove a target completely. An owner is removed when all of its sites are, everything when all kinds are. */
export const isAllExcepted = (target: Target, except: readonly Target[]): boolean => {
  const isTaken = (one: Target): boolean => except.some((exception) => takesAll(exception, one))
  if (isTaken(target)) return true
  if (target.type === 'everything') return KINDS.every((kind) => isTaken({ type: 'kind', kind }))
  return (
    target.type === 'owner' &&
    target.sites.length > 0 &&
    target.sites.every((site) => isTaken({ type: 'site', site }))
  )
}
