/** Which pages a rule is about, by what the person and the catalogue say of surfaces. */
import { ownerOf } from './catalog/owners'
import type { Kind } from './kind'
import type { Opinion } from './opinion'
import { recordingRules } from './recording-rules'
import type { Rule, Target } from './rule'
import type { Split } from './site'
import { siteOf } from './surface'

export interface Coverage {
  splits: readonly Split[]
  kindOf: (surface: string) => Kind
  covers: (rule: Rule, surface: string) => boolean
}

/** A surface that counts as another one is met by the rules for both; an excluded one by none. */
export function coverage(opinions: readonly Opinion[]): Coverage {
  const { splits, isExcluded, kindOf, countedWith } = recordingRules(opinions)
  const known = new Map<string, Target[]>()

  /** All targets that would meet a surface. */
  const describe = (surface: string): Target[] => {
    const counted = countedWith(surface)[0] ?? surface
    const sites = [...new Set([siteOf(surface), siteOf(counted)])]
    return [
      { type: 'kind', kind: kindOf(surface) },
      ...[...new Set([surface, counted])].map((one): Target => ({ type: 'surface', surface: one })),
      ...sites.map((site): Target => ({ type: 'site', site })),
      ...sites.map((site): Target => ({ type: 'owner', owner: ownerOf(site) })),
    ]
  }
  const targetsOf = (surface: string): Target[] => {
    const targets = known.get(surface) ?? (isExcluded(surface) ? [] : describe(surface))
    known.set(surface, targets)
    return targets
  }
  return {
    splits,
    kindOf,
    covers: ({ targets, except }, surface) => {
      const own = targetsOf(surface)
      const meets = (target: Target) => own.some((one) => isSame(one, target))
      return targets.some(meets) && !except.some(meets)
    },
  }
}

/** What a target names, without its type. */
export const nameIn = (target: Target): string => {
  if (target.type === 'kind') return target.kind
  if (target.type === 'owner') return target.owner
  return target.type === 'site' ? target.site : target.surface
}

export const isSame = (a: Target, b: Target): boolean => a.type === b.type && nameIn(a) === nameIn(b)
