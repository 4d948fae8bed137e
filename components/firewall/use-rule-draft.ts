import { useState } from 'preact/hooks'
import { isSameTarget } from '../../domain/firewall/coverage'
import type { Rule, Target } from '../../domain/firewall/rule'
import { type DraftContext, readRule, type RuleDraft, type RuleFlaws } from '../../domain/firewall/rule-draft'
import { type LimitAmount, nameWithAmount, withAmount } from '../../domain/firewall/name-with-amount'
import { KINDS } from '../../domain/surface/kind'
import { reasonOf } from '../page/describe-trouble'
import type { FindTarget } from './target-input'

/** What a rule is about, its exceptions, and what has to come first. */
const LISTS = ['targets', 'except', 'first'] as const
export type TargetList = (typeof LISTS)[number]

const without = (targets: readonly Target[], target: Target) =>
  targets.filter((one) => !isSameTarget(one, target))

/** The draft with a target in a list, and in it once; kinds have a field of their own. Every page stands alone. */
function withTarget(before: RuleDraft, list: TargetList, target: Target): RuleDraft {
  if (list !== 'targets') return { ...before, [list]: [...without(before[list], target), target] }
  if (target.type === 'everything') return { ...before, kinds: [], others: [target] }
  const draft = { ...before, others: before.others.filter(({ type }) => type !== 'everything') }
  if (target.type !== 'kind') return { ...draft, others: [...without(draft.others, target), target] }
  return { ...draft, kinds: KINDS.filter((kind) => kind === target.kind || draft.kinds.includes(kind)) }
}

function withoutTarget(draft: RuleDraft, list: TargetList, target: Target): RuleDraft {
  if (list !== 'targets') return { ...draft, [list]: without(draft[list], target) }
  if (target.type !== 'kind') return { ...draft, others: without(draft.others, target) }
  return { ...draft, kinds: draft.kinds.filter((kind) => kind !== target.kind) }
}

/** What a draft is about. */
export const targetsOf = ({ kinds, others }: RuleDraft): Target[] => [
  ...kinds.map((kind): Target => ({ type: 'kind', kind })),
  ...others,
]

/** What typed words change in a draft. */
type Adding = (before: RuleDraft) => RuleDraft

const addingOf =
  (list: TargetList, target: Target, amount: LimitAmount | null): Adding =>
  (before) => {
    const next = withTarget(before, list, target)
    return amount ? withAmount(next, amount) : next
  }

type Find = (typed: string, list: TargetList) => ReturnType<FindTarget>

/** What a typed text adds: a target, or one with its amount. Null if there is no such target. */
async function readTyped(text: string, list: TargetList, find: Find): Promise<Adding | null> {
  const target = await find(text, list)
  if (target !== null) return addingOf(list, target, null)
  const amount = list === 'targets' ? nameWithAmount(text) : null
  const named = amount && (await find(amount.name, list))
  return named && addingOf(list, named, amount)
}

/** The draft of a rule. Targets that were typed but not added are added on saving, so that nothing is lost. */
export function useRuleDraft(begin: RuleDraft, find: Find) {
  const [draft, setDraft] = useState(begin)
  const [flaws, setFlaws] = useState<RuleFlaws>({})
  const [failed, setFailed] = useState('')
  const [typed, setTyped] = useState<Record<TargetList, string>>({ targets: '', except: '', first: '' })

  // An edit may have fixed the flaws; those that remain are shown on saving.
  const clearFlaws = () => {
    setFlaws({})
    setFailed('')
  }
  const edit = (to: (before: RuleDraft) => RuleDraft) => {
    setDraft(to)
    clearFlaws()
  }
  const type = (list: TargetList, text: string) => {
    setTyped((before) => ({ ...before, [list]: text }))
    clearFlaws()
  }

  /** Adds what is typed. Undefined if nothing is typed, null if there is no such target. */
  const addTyped = async (list: TargetList): Promise<Adding | null | undefined> => {
    const text = typed[list]
    if (text.trim() === '') return undefined
    const adding = await readTyped(text, list, find)
    if (adding === null) {
      setFlaws({ [list]: 'unknown' })
      return null
    }
    setDraft(adding)
    // Keeps what was typed in the meantime.
    setTyped((now) => (now[list] === text ? { ...now, [list]: '' } : now))
    return adding
  }
  const add = (list: TargetList): Promise<boolean> =>
    addTyped(list).then(Boolean, (error: unknown) => {
      setFailed(reasonOf(error))
      return false
    })

  /** Adds the typed targets and returns the rule; null if something is wrong, which is then shown. */
  const finish = async (context: DraftContext): Promise<Rule | null> => {
    let whole = draft
    for (const list of LISTS) {
      const adding = await addTyped(list)
      if (adding === null) return null
      if (adding) whole = adding(whole)
    }
    const read = readRule(whole, context)
    setFlaws(read.flaws)
    return read.rule
  }

  /** What a field needs to know and to do about one list. */
  const lists = (list: TargetList) => ({
    targets: list === 'targets' ? targetsOf(draft) : draft[list],
    typed: typed[list],
    onType: (text: string) => type(list, text),
    onPick: (target: Target, amount: LimitAmount | null) => {
      edit(addingOf(list, target, amount))
      type(list, '')
    },
    onRemove: (target: Target) => edit((before) => withoutTarget(before, list, target)),
    onAdd: () => add(list),
  })
  const change = (part: Partial<RuleDraft>) => edit((before) => ({ ...before, ...part }))
  return { draft, flaws, failed, change, finish, fail: setFailed, lists }
}
