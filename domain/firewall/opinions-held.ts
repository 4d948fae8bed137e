/** The opinions that limits go by, and which of their changes take effect at once. */
import { catalogSite } from '../surface/catalog/catalog'
import type { Opinion } from '../surface/opinion'
import { siteOf } from '../surface/surface'
import { comesFirst } from './comes-first'
import { coverage } from './coverage'
import type { Rule } from './rule'

/** Whether limits go by a field of an opinion. A new field does not compile until it has its line here. */
const OPINION_FIELDS = {
  kind: true,
  worthQuarters: false,
  name: false,
  iconHost: false,
  asked: false,
  excluded: true,
  joined: true,
  split: true,
} as const satisfies Record<keyof Omit<Opinion, 'surface'>, boolean>

function opinionForLimits(opinion: Opinion): Opinion {
  const fields = Object.keys(OPINION_FIELDS) as (keyof typeof OPINION_FIELDS)[]
  const used = fields.filter((field) => OPINION_FIELDS[field] && opinion[field] !== undefined)
  // Since when a surface is excluded makes no difference.
  return Object.assign(
    { surface: opinion.surface },
    ...used.map((field) => ({ [field]: field === 'excluded' ? 0 : opinion[field] })),
  ) as Opinion
}

/** The opinions that limits use, sorted so that they can be compared. */
export const opinionsForLimits = (opinions: readonly Opinion[]): Opinion[] =>
  opinions
    .map(opinionForLimits)
    .filter((opinion) => Object.keys(opinion).length > 1)
    .toSorted((a, b) => (a.surface < b.surface ? -1 : 1))

/** A surface with its new opinion; undefined if it is removed. */
type Change = [surface: string, wanted: Opinion | undefined]

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const partsOf = (site: string): string[] =>
  (catalogSite(site)?.surfaces ?? []).map(({ slug }) => `${site}/${slug}`)

/**
 * The surfaces that opinions can affect: those that they name, and their sites with all parts that the
 * catalogue or a rule names.
 */
function surfacesOf(opinions: readonly Opinion[], rules: readonly Rule[]): string[] {
  const named = opinions.flatMap(({ surface, joined }) => [surface, ...(joined ? [joined] : [])])
  const sites = new Set(named.map(siteOf))
  const limited = rules
    .flatMap(({ targets, after }) => [...targets, ...(after?.targets ?? [])])
    .flatMap((target) => (target.type === 'surface' ? [target.surface] : []))
    .filter((surface) => sites.has(siteOf(surface)))
  return [...named, ...sites, ...[...sites].flatMap(partsOf), ...limited]
}

/**
 * Whether any rule would cover less than before, or more would count as what it wants first. A part that is split off or
 * joined again counts as that for every rule that has to do with its site.
 */
function coversLess(before: readonly Opinion[], after: readonly Opinion[], rules: readonly Rule[]): boolean {
  const [old, now] = [coverage(before), coverage(after)]
  const surfaces = [...new Set(surfacesOf([...before, ...after], rules))]
  const isLost = (rule: Rule, surface: string) => old.covers(rule, surface) && !now.covers(rule, surface)
  const isResplit = ({ surface, split }: Opinion, others: readonly Opinion[]) =>
    split !== undefined && !others.some((other) => other.surface === surface && other.split === split)
  const resplit = [
    ...before.filter((opinion) => isResplit(opinion, after)),
    ...after.filter((opinion) => isResplit(opinion, before)),
  ]
  const sitesOfResplit = new Set(resplit.map(({ surface }) => siteOf(surface)))
  const ofResplit = surfaces.filter((surface) => sitesOfResplit.has(siteOf(surface)))
  const firsts = rules.flatMap((rule) => comesFirst(rule) ?? [])
  return (
    rules.some(
      (rule) =>
        surfaces.some((surface) => isLost(rule, surface)) ||
        ofResplit.some((surface) => old.covers(rule, surface)),
    ) ||
    firsts.some(
      (first) =>
        surfaces.some((surface) => now.covers(first, surface) && !old.covers(first, surface)) ||
        ofResplit.some((surface) => now.covers(first, surface)),
    )
  )
}

/** The surfaces whose opinion changes, with the new opinion. */
export function changedOpinions(before: readonly Opinion[], after: readonly Opinion[]): Change[] {
  const old = new Map(before.map((opinion) => [opinion.surface, opinion]))
  const now = new Map(after.map((opinion) => [opinion.surface, opinion]))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((surface) =>
    isSame(old.get(surface), now.get(surface)) ? [] : [[surface, now.get(surface)]],
  )
}

/** What opinions say of some sites that have to do with each other, and how that changes. */
interface Cluster {
  opinions: Opinion[]
  changes: Change[]
}

/**
 * Splits opinions and their changes by site, so that each change is judged beside few others. Sites belong together
 * if a surface of one is joined to the other, before or after.
 */
function clusters(
  before: readonly Opinion[],
  after: readonly Opinion[],
  changes: readonly Change[],
): Cluster[] {
  const above = new Map<string, string>()
  const headOf = (site: string): string => {
    let head = site
    for (let next = above.get(head); next !== undefined; next = above.get(head)) head = next
    // The next search is short then.
    for (let one = site; one !== head;) {
      const next = above.get(one) ?? head
      above.set(one, head)
      one = next
    }
    return head
  }
  for (const { surface, joined } of [...before, ...after]) {
    const [head, other] = [headOf(siteOf(surface)), headOf(siteOf(joined ?? surface))]
    if (head !== other) above.set(head, other)
  }
  const byHead = new Map<string, Cluster>()
  for (const change of changes) {
    const head = headOf(siteOf(change[0]))
    const cluster = byHead.get(head) ?? { opinions: [], changes: [] }
    byHead.set(head, cluster)
    cluster.changes.push(change)
  }
  for (const opinion of before) byHead.get(headOf(siteOf(opinion.surface)))?.opinions.push(opinion)
  return [...byHead.values()]
}

function withChanges(opinions: readonly Opinion[], changes: readonly Change[]): Opinion[] {
  const changed = new Map(opinions.map((opinion) => [opinion.surface, opinion]))
  for (const [surface, wanted] of changes)
    if (wanted) changed.set(surface, wanted)
    else changed.delete(surface)
  return [...changed.values()]
}

/** Applies changes together if no rule then covers less; else one half after the other, down to single ones. */
function tightened(
  opinions: readonly Opinion[],
  changes: readonly Change[],
  rules: readonly Rule[],
): readonly Opinion[] {
  const tried = withChanges(opinions, changes)
  if (!coversLess(opinions, tried, rules)) return tried
  if (changes.length === 1) return opinions
  const half = Math.ceil(changes.length / 2)
  return tightened(tightened(opinions, changes.slice(0, half), rules), changes.slice(half), rules)
}

type Given = [before: readonly Opinion[], after: readonly Opinion[], rules: readonly Rule[]]

/** The last answer: each look asks the same again while a change waits. */
let last: { given: Given; held: readonly Opinion[] } | null = null

const isGivenAgain = ([before, after, rules]: Given): boolean =>
  last?.given[0] === before &&
  last.given[1] === after &&
  last.given[2].length === rules.length &&
  rules.every((rule, index) => rule === last?.given[2][index])

/** Opinions with the changes that take effect at once: those after which no rule covers less. */
export function opinionsHeld(...given: Given): readonly Opinion[] {
  if (!last || !isGivenAgain(given)) last = { given, held: heldAfter(...given) }
  return last.held
}

function heldAfter(before: readonly Opinion[], after: readonly Opinion[], rules: readonly Rule[]) {
  const changes = changedOpinions(before, after)
  const held = clusters(before, after, changes).map((cluster) => ({
    cluster,
    opinions: tightened(cluster.opinions, cluster.changes, rules),
  }))
  const applied = held.filter(({ cluster, opinions }) => opinions !== cluster.opinions)
  if (applied.length === 0) return before
  const replaced = new Set(applied.flatMap(({ cluster }) => cluster.opinions))
  return opinionsForLimits([
    ...before.filter((opinion) => !replaced.has(opinion)),
    ...applied.flatMap(({ opinions }) => opinions),
  ])
}
