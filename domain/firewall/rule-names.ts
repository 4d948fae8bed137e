/** What rules name: which sites, and a rule without them. */
import type { After, Rule, StoredRule, Target } from './rule'
import { isOfSite } from './target-of-site'

const withoutTargets = (rule: Rule, isGone: (target: Target) => boolean): Rule => {
  const left = (targets: readonly Target[]): Target[] => targets.filter((target) => !isGone(target))
  const after: After | null = rule.after ? { ...rule.after, targets: left(rule.after.targets) } : null
  return {
    ...rule,
    targets: left(rule.targets),
    except: left(rule.except),
    ...(after && { after: after.targets.length > 0 ? after : null }),
  }
}

/** What a rule allows, without any site that it names. */
export const nameless = (rule: Rule): Rule =>
  withoutTargets(rule, ({ type }) => type === 'site' || type === 'surface')

const namesSite = ({ targets, except, after }: Rule, site: string): boolean =>
  [...targets, ...except, ...(after?.targets ?? [])].some((target) => isOfSite(target, site))

/** Whether a stored rule names a site, also in what waits or returns. */
export const isAboutSite = ({ rule, next, heals }: StoredRule, site: string): boolean =>
  [rule, next?.value, heals?.value].some((one) => one && namesSite(one, site))

/** A rule without one site, maybe about nothing then; the same rule if it does not name it. */
export const withoutSiteIn = (rule: Rule, site: string): Rule =>
  namesSite(rule, site) ? withoutTargets(rule, (target) => isOfSite(target, site)) : rule

/** What a rule allows, about what another one is about. */
export function withNamesOf({ after: _after, ...rule }: Rule, { targets, except, after }: Rule): Rule {
  return { ...rule, targets, except, ...(after !== undefined && { after }) }
}
