import { useState } from 'preact/hooks'
import type { Rule, Target } from '../../domain/firewall/rule'
import { type DraftContext, readRule, type RuleDraft, type RuleFlaws } from '../../domain/firewall/rule-draft'
import { reasonOf } from '../page/describe-trouble'
import { type FindTarget, type TargetList, withoutTarget } from './target-fields'

const LISTS = ['others', 'except'] as const

const withTarget = (draft: RuleDraft, list: TargetList, target: Target): RuleDraft => ({
  ...draft,
  [list]: [...withoutTarget(draft[list], target), target],
})

/** The draft of a rule. Targets that were typed but not added are added on saving, so that nothing is lost. */
export function useRuleDraft(begin: RuleDraft, find: FindTarget) {
  const [draft, setDraft] = useState(begin)
  const [flaws, setFlaws] = useState<RuleFlaws>({})
  const [failed, setFailed] = useState('')
  const [typed, setTyped] = useState<Record<TargetList, string>>({ others: '', except: '' })

  // An edit may have fixed the flaws; those that remain are shown on saving.
  const clearFlaws = () => {
    setFlaws({})
    setFailed('')
  }
  const change = (part: Partial<RuleDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    clearFlaws()
  }
  const type = (list: TargetList, text: string) => {
    setTyped((before) => ({ ...before, [list]: text }))
    clearFlaws()
  }

  /** Adds the typed target. Undefined if nothing is typed, null if there is no such target. */
  const addTyped = async (list: TargetList): Promise<Target | null | undefined> => {
    const text = typed[list]
    if (text.trim() === '') return undefined
    const target = await find(text)
    if (target === null) {
      setFlaws({ [list === 'others' ? 'targets' : 'except']: 'unknown' })
      return null
    }
    setDraft((before) => withTarget(before, list, target))
    // Keeps what was typed in the meantime.
    setTyped((now) => (now[list] === text ? { ...now, [list]: '' } : now))
    return target
  }
  const add = (list: TargetList) => {
    addTyped(list).catch((error: unknown) => setFailed(reasonOf(error)))
  }

  /** Adds the typed targets and returns the rule; null if something is wrong, which is then shown. */
  const finish = async (context: DraftContext): Promise<Rule | null> => {
    let whole = draft
    for (const list of LISTS) {
      const target = await addTyped(list)
      if (target === null) return null
      if (target) whole = withTarget(whole, list, target)
    }
    const read = readRule(whole, context)
    setFlaws(read.flaws)
    return read.rule
  }

  return { draft, flaws, failed, typed, change, type, add, finish, fail: setFailed }
}
