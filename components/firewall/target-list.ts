/** What the fields of a rule form know about their lists of targets. */
import type { Target } from '../../domain/firewall/rule'
import type { RuleFlaw } from '../../domain/firewall/rule-draft'
import { type Findable, findTargets } from '../../domain/firewall/target-search'
import { nameWithAmount } from '../../domain/firewall/name-with-amount'
import { t } from '../../platform/i18n'
import { listedOr } from '../figure/format'
import type { TargetListProps } from './target-input'

const EVERYTHING: Target = { type: 'everything' }

/** How many names are said of those that a typed text may mean. */
const SAID = 3

type Suggest = TargetListProps['suggest']

/** Suggests what is not in the list yet. What a rule is about can also be every page, or come with its amount. */
const suggesting =
  (all: readonly Findable[], targets: readonly Target[], isMain: boolean): Suggest =>
  (typed) => {
    const found = findTargets(all, typed, isMain ? targets : [...targets, EVERYTHING])
    const amount = isMain && found.length === 0 ? nameWithAmount(typed) : null
    const named = amount ? findTargets(all, amount.name, targets).slice(0, 1) : []
    return amount ? named.map((one) => ({ ...one, amount })) : found
  }

/** What is wrong with a list; of a text that may mean several things, what to choose. */
function targetProblem(flaw: RuleFlaw | undefined, typed: string, suggest: Suggest): string | null {
  if (!flaw) return null
  const names = flaw === 'unknown' ? suggest(typed).map(({ name }) => name) : []
  return names.length > 0 ? t('rule_flaw_unclear', listedOr(names.slice(0, SAID))) : t(`rule_flaw_${flaw}`)
}

export function withSuggestions(
  list: Omit<TargetListProps, 'suggest' | 'problem'>,
  all: readonly Findable[],
  flaw: RuleFlaw | undefined,
  isMain: boolean,
): TargetListProps {
  const suggest = suggesting(all, list.targets, isMain)
  return { ...list, suggest, problem: targetProblem(flaw, list.typed, suggest) }
}
