/** What the fields of a rule form know about their lists of targets. */
import type { Target } from '../../domain/firewall/rule'
import type { RuleFlaw } from '../../domain/firewall/rule-draft'
import { type Findable, findTargets, knownStart } from '../../domain/firewall/target-search'
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

/**
 * What is wrong with a list; of a text that may mean several things, what to choose; of one that begins with a name,
 * what of it is not known.
 */
function targetProblem(
  flaw: RuleFlaw | undefined,
  typed: string,
  suggest: Suggest,
  all: readonly Findable[],
): string | null {
  if (!flaw) return null
  if (flaw !== 'unknown') return t(`rule_flaw_${flaw}`)
  const names = suggest(typed).map(({ name }) => name)
  if (names.length > 0) return t('rule_flaw_unclear', listedOr(names.slice(0, SAID)))
  const start = knownStart(all, typed)
  return start ? t('rule_flaw_known_start', start.name, start.rest) : t('rule_flaw_unknown')
}

export function withSuggestions(
  list: Omit<TargetListProps, 'suggest' | 'problem'>,
  all: readonly Findable[],
  flaw: RuleFlaw | undefined,
  isMain: boolean,
): TargetListProps {
  const suggest = suggesting(all, list.targets, isMain)
  return { ...list, suggest, problem: targetProblem(flaw, list.typed, suggest, all) }
}
