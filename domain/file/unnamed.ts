/**
 * A statement and its findings for others: surfaces that are named with discretion (see surface/discreet.ts) appear
 * only as their kind. The figures stay as they are; lines of one kind and one worth become one line.
 */
import { kindOfTarget } from '../firewall/rule-target-kind'
import type { Target } from '../firewall/rule'
import type { Spread } from '../insight/concentration'
import type { Findings } from '../insight/findings'
import type { StatementFacts } from '../statement/issued-statement'
import type { Assumed, Money, SurfaceLine } from '../statement/statement'
import { catalogSite, headSite } from '../surface/catalog/catalog'
import type { Kind } from '../surface/kind'
import type { SurfaceProfile } from '../surface/surface-book'

export interface Unnaming {
  profileOf: (surface: string) => SurfaceProfile
  /** The kind in words: `Adult`. */
  wordFor: (kind: Kind) => string
}

/** The surface of a file in place of one that is not named. No host has a colon. */
const placeholder = (kind: Kind): string => `kind:${kind}`

/** Whether something of the statement or the findings is named with discretion, so that there is something to tick. */
export const hasDiscreet = (
  { stated, limits }: StatementFacts,
  { profileOf }: Pick<Unnaming, 'profileOf'>,
): boolean =>
  stated.statement.surfaces.some(({ profile }) => profile.discreet) ||
  limits.rules.some(({ rule }) =>
    [...rule.targets, ...rule.except].some((one) => kindOfTarget(one, profileOf)),
  )

const unnamedTarget = (target: Target, profileOf: Unnaming['profileOf']): Target => {
  const kind = kindOfTarget(target, profileOf)
  return kind === null ? target : { type: 'kind', kind }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const isProfile = (value: Record<string, unknown>): boolean => 'surface' in value && 'worth' in value

const isTarget = ({ type }: Record<string, unknown>): boolean =>
  ['site', 'surface', 'owner'].includes(String(type))

const isSpread = (value: Record<string, unknown>): boolean => 'shares' in value && 'hhi' in value

function unnamedProfile(profile: SurfaceProfile, { wordFor }: Unnaming): SurfaceProfile {
  if (!profile.discreet) return profile
  const surface = placeholder(profile.kind)
  return { ...profile, surface, site: surface, name: wordFor(profile.kind), part: '', iconHosts: [] }
}

/** Owners of one kind become one share; what follows from their number stays as it is. */
function unnamedSpread({ shares, ...rest }: Spread, { wordFor }: Unnaming): Spread {
  const groups = Map.groupBy(shares, ({ name, discreet }) => (discreet ? wordFor(discreet) : name))
  const summed = [...groups].map(([name, own]) => ({
    name,
    timeMs: own.reduce((sum, { timeMs }) => sum + timeMs, 0),
    share: own.reduce((sum, { share }) => sum + share, 0),
  }))
  return { ...rest, shares: summed.toSorted((a, b) => b.timeMs - a.timeMs) }
}

/** The same data without names: every profile, target and spread in it, however deep. */
function unnamed<Value>(value: Value, unnaming: Unnaming): Value {
  const inner = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(inner)
    if (!isObject(part)) return part
    if (isTarget(part)) return unnamedTarget(part as unknown as Target, unnaming.profileOf)
    if (isProfile(part)) return unnamedProfile(part as unknown as SurfaceProfile, unnaming)
    const copy = Object.fromEntries(Object.entries(part).map(([key, one]) => [key, inner(one)]))
    return isSpread(part) ? unnamedSpread(copy as unknown as Spread, unnaming) : copy
  }
  return inner(value) as Value
}

const sumOfMoney = (one: Money | null, other: Money | null): Money | null =>
  one === null || other === null
    ? (one ?? other)
    : {
        costMinor: one.costMinor + other.costMinor,
        returnMinor: one.returnMinor + other.returnMinor,
        netMinor: one.netMinor + other.netMinor,
      }

const bothAssumed = (one: Assumed, other: Assumed): Assumed => (one === other ? one : 'partly')

/** Lines of the same placeholder and worth become one. */
function merged(lines: readonly SurfaceLine[]): SurfaceLine[] {
  const keyOf = ({ profile: { surface, worth, discreet } }: SurfaceLine, row: number) =>
    discreet ? `${surface} ${worth.worthQuarters} ${worth.source}` : row
  return [
    ...Map.groupBy(
      lines.map((line, row) => ({ line, key: keyOf(line, row) })),
      ({ key }) => key,
    ).values(),
  ]
    .map((group) =>
      group
        .map(({ line }) => line)
        .reduce((sum, line) => ({
          profile: sum.profile,
          timeMs: sum.timeMs + line.timeMs,
          money: sumOfMoney(sum.money, line.money),
          assumed: bothAssumed(sum.assumed, line.assumed),
        })),
    )
    .toSorted((a, b) => b.timeMs - a.timeMs)
}

const byNet = (lines: readonly SurfaceLine[], sign: 1 | -1): SurfaceLine[] =>
  merged(lines).toSorted((a, b) => sign * ((b.money?.netMinor ?? 0) - (a.money?.netMinor ?? 0)))

/** Each target once: several can have become the same kind. */
const distinct = (targets: readonly Target[]): Target[] => [
  ...new Map(targets.map((target) => [JSON.stringify(target), target])).values(),
]

/** The statement as others see it. */
export function unnamedFacts(facts: StatementFacts, unnaming: Unnaming): StatementFacts {
  const { stated, limits, ...rest } = unnamed(facts, unnaming)
  const { statement, best, dearest } = stated
  return {
    ...rest,
    stated: {
      ...stated,
      statement: { ...statement, surfaces: merged(statement.surfaces) },
      best: byNet(best, 1),
      dearest: byNet(dearest, -1),
    },
    limits: {
      ...limits,
      rules: limits.rules.map(({ rule, ...kept }) => ({
        ...kept,
        rule: { ...rule, targets: distinct(rule.targets), except: distinct(rule.except) },
      })),
    },
  }
}

/** The findings of the same period as others see them. */
export function unnamedFindings(
  findings: Findings,
  { stated }: StatementFacts,
  unnaming: Unnaming,
): Findings {
  const { profileOf, wordFor } = unnaming
  const hidden = new Map(
    stated.statement.surfaces.flatMap(({ profile: { site, kind, discreet } }) => {
      const head = headSite(site)
      return discreet ? [[catalogSite(head)?.name ?? head, wordFor(kind)] as const] : []
    }),
  )
  const { take, clean, ...rest } = unnamed(findings, unnaming)
  const lines = take?.lines ?? []
  const hiddenOwners = new Set(
    lines.flatMap((line) => (profileOf(line.take.site).discreet ? [line.owner] : [])),
  )
  return {
    ...rest,
    take: take && {
      ...take,
      lines: lines.map((line) => {
        const { discreet, kind } = profileOf(line.take.site)
        if (!discreet) return line
        const word = wordFor(kind)
        return { ...line, name: word, owner: word, take: { ...line.take, site: placeholder(kind) } }
      }),
      owners: take.owners.filter(({ owner }) => !hiddenOwners.has(owner)),
      unknown: [...new Set(take.unknown.map((name) => hidden.get(name) ?? name))],
    },
    clean: clean && { ...clean, feeds: clean.feeds.filter(({ guide }) => !profileOf(guide.site).discreet) },
  }
}
