/** The choices of the rule form: how much or when, each with the usual values, and what counts as more than that. */
import { parseClock } from '../time/clock-draft'
import { MORNING } from './hours'
import type { Target } from './rule'
import { PAUSE_SECONDS } from './rule'
import { type BoundType, EMPTY_DRAFT, type RuleDraft, type RuleFlaws } from './rule-draft'

/** What limits are mostly about comes first. */
export const USUAL_CHOICES = ['timeDay', 'cutoff', 'entry', 'opensDay'] as const
export const OTHER_CHOICES = [
  'timeWeek',
  'opensWeek',
  'moneyDay',
  'moneyWeek',
  'sessions',
  'blocked',
  'allowed',
  'free',
] as const
export type BoundChoice = (typeof USUAL_CHOICES)[number] | (typeof OTHER_CHOICES)[number]

/** What a choice sets in a draft. */
const SETS: Record<BoundChoice, Pick<RuleDraft, 'type'> & Partial<Pick<RuleDraft, 'per' | 'are'>>> = {
  timeDay: { type: 'time', per: 'day' },
  timeWeek: { type: 'time', per: 'week' },
  opensDay: { type: 'opens', per: 'day' },
  opensWeek: { type: 'opens', per: 'week' },
  moneyDay: { type: 'money', per: 'day' },
  moneyWeek: { type: 'money', per: 'week' },
  sessions: { type: 'sessions' },
  blocked: { type: 'hours', are: 'blocked' },
  allowed: { type: 'hours', are: 'allowed' },
  cutoff: { type: 'cutoff' },
  entry: { type: 'entry' },
  free: { type: 'free' },
}

/** The value that a type begins with; a sum of money is the person's own. */
const USUAL: Record<BoundType, string> = {
  time: '20',
  opens: '5',
  money: '',
  sessions: '',
  hours: '9:00–17:00',
  cutoff: '22:30',
  entry: '',
  free: '',
}

/** The choice that a draft stands for. */
export function choiceOf({ type, per, are }: RuleDraft): BoundChoice {
  if (type === 'hours') return are
  if (type === 'cutoff' || type === 'entry' || type === 'sessions' || type === 'free') return type
  return `${type}${per === 'day' ? 'Day' : 'Week'}`
}

/** The fields that a choice changes. What was typed stays if it means the same. */
export function choosing(draft: RuleDraft, choice: BoundChoice): Partial<RuleDraft> {
  const sets = SETS[choice]
  return sets.type === draft.type
    ? sets
    : { ...sets, isAlike: true, all: USUAL[sets.type], days: EMPTY_DRAFT.days }
}

/** A new rule: twenty minutes a day of what it is about. */
export const newDraft = (target?: Target): RuleDraft => ({
  ...EMPTY_DRAFT,
  all: USUAL.time,
  others: target ? [target] : [],
})

/** Whether the days can have a value each. */
export const hasDays = ({ type, per }: RuleDraft): boolean =>
  !['entry', 'sessions', 'free'].includes(type) && (per === 'day' || type === 'hours' || type === 'cutoff')

/** Whether what is left of a day can be added to the next. */
export const canCarryOver = ({ type, per }: RuleDraft): boolean =>
  per === 'day' && ['time', 'money', 'opens'].includes(type)

/** Gives all days one value, or each its own, which begins with that of all. */
export const alike = ({ all, days }: RuleDraft, isAlike: boolean): Partial<RuleDraft> =>
  isAlike || days.some((day) => day !== '') ? { isAlike } : { isAlike, days: days.map(() => all) }

/** Whether a draft is about every page; the sentence of the form then asks for the exceptions. */
export const isAboutAll = ({ others }: Pick<RuleDraft, 'others'>): boolean =>
  others.some(({ type }) => type === 'everything')

/** Whether a draft uses more than the sentence of the form shows. */
export const usesMore = (draft: RuleDraft): boolean =>
  (draft.except.length > 0 && !isAboutAll(draft)) ||
  (hasDays(draft) && !draft.isAlike) ||
  (draft.type === 'cutoff' && parseClock(draft.morning) !== MORNING) ||
  (draft.type === 'sessions' && draft.breakMinutes !== EMPTY_DRAFT.breakMinutes) ||
  (draft.strictness === 'pause' && draft.pauseSeconds !== String(PAUSE_SECONDS.usual)) ||
  (draft.strictness === 'lock' && !draft.hasEmergency) ||
  (draft.first.length > 0 && draft.type !== 'free' && draft.type !== 'entry') ||
  (draft.carriesOver && canCarryOver(draft))

const FIELDS_IN_MORE: ReadonlySet<string> = new Set(['morning', 'breakMinutes', 'pauseSeconds'])
const FIELDS_OF_FIRST: ReadonlySet<string> = new Set(['first', 'firstMinutes'])

/** Whether one of the flaws is in a field outside the sentence. */
export const isInMore = (draft: RuleDraft, flaws: RuleFlaws): boolean =>
  Object.keys(flaws).some(
    (field) =>
      field.startsWith('day') ||
      FIELDS_IN_MORE.has(field) ||
      (FIELDS_OF_FIRST.has(field) && draft.type !== 'free') ||
      (field === 'except' && !isAboutAll(draft)),
  )
