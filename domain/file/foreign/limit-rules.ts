/** The rules that the limits of another tool become: off, until the person switches each on. */
import { canCarry } from '../../firewall/carry-over'
import { isAllExcepted, isSameTarget, targetAt } from '../../firewall/coverage'
import { newRule, PAUSE_SECONDS, type Rule, type Target } from '../../firewall/rule'
import { isSameScope } from '../../firewall/same-rule'
import { type Split, typedPlace } from '../../surface/address'
import type { SurfaceRules } from '../../surface/surface-rules'
import { MOST_TARGETS } from '../most'
import { isSurface } from '../row-fields'
import {
  collectLimitLeft,
  type ForeignLimit,
  type LimitLeft,
  type LimitLeftReason,
  type LimitLeftCollector,
} from './foreign-limits'
import { hostIn } from './hosts'

/** What a limit becomes, and what of it is left out. */
export interface ForeignRules {
  name: string
  rules: Rule[]
  left: LimitLeft[]
}

type Sites = Pick<SurfaceRules, 'splits' | 'isExcluded'>

/** The surface of a path if the path is all of it: one segment less leads elsewhere. */
function wholePart(host: string, path: string, splits: readonly Split[]): string | null {
  const surfaceOf = (end: string) => typedPlace(`${host}${end}`, splits)?.surface
  const surface = surfaceOf(path)
  const shorter = surfaceOf(path.slice(0, path.lastIndexOf('/')))
  return surface === undefined || !surface.includes('/') || surface === shorter ? null : surface
}

/** The target that an address stands for, or why there is none. */
function targetOf(written: string, splits: readonly Split[]): Target | LimitLeftReason {
  const text = written.trim().replace(/^(?:\*|https?):\/\//i, '')
  if (/^\*+(?:\/\**)?$/.test(text)) return { type: 'everything' }
  if (text === 'FILE') return { type: 'site', site: 'file' }
  const at = text.indexOf('/')
  const [start, end] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
  const host = hostIn(start.replace(/^\*{1,2}\./, '').replace(/\*+$/, ''))
  const path = end.replace(/[/*]+$/, '')
  // `google.*` is one site in each country.
  if (/:\d+$|\.\*+$/.test(start) || host.includes('*') || /[*?#]/.test(path)) return 'address'
  const place = typedPlace(host, splits)
  if (place === null || !isSurface(place.surface)) return 'noSite'
  if (path === '') return targetAt(place)
  const surface = wholePart(host, path, splits)
  return surface !== null && isSurface(surface) ? { type: 'surface', surface } : 'address'
}

/** The targets of some addresses, each once; `sign` stands before the names of those that are left out. */
function targetsOf(
  addresses: readonly string[],
  { splits, isExcluded }: Sites,
  left: LimitLeftCollector,
  sign: string,
): Target[] {
  const targets: Target[] = []
  for (const address of addresses) {
    const target = targetOf(address, splits)
    if (typeof target === 'string') left.add(target, `${sign}${address}`)
    else if (
      (target.type === 'site' && isExcluded(target.site)) ||
      (target.type === 'surface' && isExcluded(target.surface))
    )
      left.add('excluded', `${sign}${address}`)
    else if (targets.length === MOST_TARGETS) left.add('tooMany', `${sign}${address}`)
    else if (!targets.some((one) => isSameTarget(one, target))) targets.push(target)
  }
  return targets
}

/** Everything includes all that is named beside it, a site all of its parts. */
const withoutIncluded = (targets: readonly Target[]): Target[] =>
  targets.filter((target) => {
    const others = targets.filter((other) => other !== target)
    return target.type === 'everything' || !isAllExcepted(target, others)
  })

function rulesOf(limit: ForeignLimit, sites: Sites): ForeignRules {
  const left = collectLimitLeft()
  for (const { why, names } of limit.left) left.add(why, ...names)
  const targets = withoutIncluded(targetsOf(limit.targets, sites, left, ''))
  const except = targetsOf(limit.except, sites, left, '+')
  const { bounds, strictness, carriesOver, pauseSeconds = PAUSE_SECONDS.usual } = limit
  const seconds = Math.min(PAUSE_SECONDS.max, Math.max(PAUSE_SECONDS.min, Math.round(pauseSeconds)))
  const isAboutNothing = targets.every((target) => isAllExcepted(target, except))
  if (isAboutNothing && bounds.length > 0) left.add('noTarget')
  const rules = isAboutNothing
    ? []
    : bounds.map((bound) => ({
        ...newRule(targets, bound, strictness, seconds),
        except,
        isOn: false,
        ...(carriesOver && canCarry(bound) && { carriesOver: true }),
      }))
  return { name: limit.name, rules, left: left.done() }
}

/** What limits become by our own rules for sites. */
export const rulesOfLimits = (limits: readonly ForeignLimit[], sites: Sites): ForeignRules[] =>
  limits.map((limit) => rulesOf(limit, sites))

const sorted = (targets: readonly Target[]): Target[] => {
  const words = (target: Target) => JSON.stringify(target)
  return targets.toSorted((a, b) => (words(a) < words(b) ? -1 : 1))
}

/** A rule with its sites in an order that does not depend on the tool's. */
const inOrder = (rule: Rule): Rule => ({
  ...rule,
  targets: sorted(rule.targets),
  except: sorted(rule.except),
})

const isThere = (rule: Rule, others: readonly Rule[]): boolean =>
  others.some((other) => other.strictness === rule.strictness && isSameScope(inOrder(other), inOrder(rule)))

/** The rules that are new beside those `here`, each once, whether the others are on or off. */
export function rulesToBring(brought: readonly ForeignRules[], here: readonly Rule[]): Rule[] {
  const adding: Rule[] = []
  for (const rule of brought.flatMap(({ rules }) => rules))
    if (!isThere(rule, [...here, ...adding])) adding.push(rule)
  return adding
}
