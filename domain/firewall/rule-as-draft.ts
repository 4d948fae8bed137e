import { typedClock, typedRanges } from '../time/clock-draft'
import type { Bound, Rule, Week } from './rule'
import { ALWAYS, FREE } from './all-hours'
import { EMPTY_DRAFT, type RuleDraft } from './rule-draft'
import { minorDigits } from '../value/minor-units'

const weekOf = <Value>(week: Week<Value>, write: (value: Value) => string) => {
  const days = week.map((value) => (value === null ? '' : write(value)))
  const isAlike = days.every((day) => day !== '' && day === days[0])
  return isAlike ? { isAlike, all: days[0] ?? '' } : { isAlike, days }
}

function boundDraft(bound: Bound, separator: string): Partial<RuleDraft> {
  if (bound.type === 'sessions')
    return { type: 'sessions', minutes: String(bound.minutes), breakMinutes: String(bound.breakMinutes) }
  if (bound.type === 'cutoff')
    return { type: 'cutoff', morning: typedClock(bound.morning), ...weekOf(bound.evenings, typedClock) }
  if (bound.type === 'hours') {
    if (JSON.stringify(bound) === JSON.stringify(ALWAYS)) return { type: 'entry' }
    if (JSON.stringify(bound) === JSON.stringify(FREE)) return { type: 'free' }
    return { type: 'hours', are: bound.are, ...weekOf(bound.ranges, typedRanges) }
  }
  // A focus hour is in no form: it has commands of its own.
  if (bound.type === 'focus') return {}
  const digits = bound.type === 'money' ? minorDigits(bound.currency) : 0
  const write = (amount: number) => (amount / 10 ** digits).toFixed(digits).replace('.', separator)
  const { allowance } = bound
  const typed =
    allowance.per === 'week' ? { isAlike: true, all: write(allowance.of) } : weekOf(allowance.of, write)
  return { type: bound.type, per: allowance.per, ...typed }
}

/** The fields of the rule form, filled in from a rule. `readRule` gives the same rule back. */
export const ruleAsDraft = (rule: Rule, separator: string): RuleDraft => ({
  ...EMPTY_DRAFT,
  id: rule.id,
  kinds: rule.targets.flatMap((target) => (target.type === 'kind' ? target.kind : [])),
  others: rule.targets.filter(({ type }) => type !== 'kind'),
  except: rule.except,
  ...boundDraft(rule.bound, separator),
  strictness: rule.strictness,
  pauseSeconds: String(rule.pauseSeconds),
  hasEmergency: rule.hasEmergency,
  isOn: rule.isOn,
  first: rule.after?.targets ?? [],
  firstMinutes: String(rule.after?.minutes ?? EMPTY_DRAFT.firstMinutes),
  carriesOver: rule.carriesOver ?? false,
})
