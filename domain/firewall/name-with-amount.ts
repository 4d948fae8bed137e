/** Reads a name that is followed by an amount, as one types a whole limit: `Instagram 20 min a day`. */
import { DAY_MINUTES } from '../time/local-time'
import { type BoundChoice, choosing } from './bound-choice'
import { type RuleDraft, WEEK_MINUTES } from './rule-draft'

type Amounted = Extract<BoundChoice, 'timeDay' | 'timeWeek' | 'opensDay' | 'opensWeek'>

export interface LimitAmount {
  /** Minutes, or visits. */
  choice: Amounted
  amount: number
}

/** What may follow the amount, in English and German; one that is not typed whole yet counts, too. */
const A_DAY = ['a day', 'per day', 'each day', 'every day', 'daily', '/day', '/ day', '/d']
const AM_TAG = ['am tag', 'pro tag', 'den tag', 'jeden tag', 'täglich', '/tag', '/ tag']
const A_WEEK = ['a week', 'per week', 'each week', 'every week', 'weekly', '/week', '/ week']
const IN_DER_WOCHE = [
  'in der woche',
  'pro woche',
  'die woche',
  'jede woche',
  'wöchentlich',
  '/woche',
  '/ woche',
]
const DAYS = [...A_DAY, ...AM_TAG]
const WEEKS = [...A_WEEK, ...IN_DER_WOCHE]

const NUMBER = String.raw`\d{1,4}(?:[.,]\d{1,2})?`
const HOURS = String.raw`(?:hours?|hrs?|h|stunden?|std\.?)`
const MINUTES = String.raw`(?:minutes?|minuten?|mins?\.?|m)`
const VISITS = String.raw`(?:visits?|times|besuche?|mal|x)`
const NAME = String.raw`(?<name>.*\S)\s+`

/** Minutes alone, hours with or without minutes, or visits; then the rest. */
const FORMS = [
  new RegExp(
    `^${NAME}(?<hours>${NUMBER})\\s*${HOURS}(?:\\s*(?<minutes>\\d{1,2})\\s*${MINUTES}?)?(?<rest>(?![\\p{L}\\d]).*)$`,
    'iu',
  ),
  new RegExp(`^${NAME}(?<minutes>${NUMBER})\\s*${MINUTES}(?<rest>(?![\\p{L}\\d]).*)$`, 'iu'),
  new RegExp(`^${NAME}(?<visits>\\d{1,4})\\s*${VISITS}(?<rest>(?![\\p{L}\\d]).*)$`, 'iu'),
]

/** Whether the rest means a day or a week; nothing means a day. Null if it means neither. */
function periodOf(rest: string): 'Day' | 'Week' | null {
  const words = rest.trim().toLowerCase().replaceAll(/\s+/g, ' ').replace(/\.$/, '')
  if (DAYS.some((phrase) => phrase.startsWith(words))) return 'Day'
  return WEEKS.some((phrase) => phrase.startsWith(words)) ? 'Week' : null
}

const numberIn = (text = '0'): number => Number(text.replace(',', '.'))

/** The name and the amount; null if there are not both, or if no limit has such an amount. */
export function nameWithAmount(typed: string): (LimitAmount & { name: string }) | null {
  const groups = FORMS.map((form) => form.exec(typed.trim())?.groups).find(Boolean)
  const period = groups ? periodOf(groups['rest'] ?? '') : null
  if (!groups || period === null) return null
  const name = (groups['name'] ?? '').replace(/[\s,:–-]+$/, '')
  const { visits } = groups
  if (visits !== undefined)
    return numberIn(visits) > 0 ? { name, choice: `opens${period}`, amount: numberIn(visits) } : null
  const minutes = Math.round(numberIn(groups['hours']) * 60 + numberIn(groups['minutes']))
  const isPossible = minutes > 0 && minutes <= (period === 'Day' ? DAY_MINUTES : WEEK_MINUTES)
  return isPossible ? { name, choice: `time${period}`, amount: minutes } : null
}

/** What the amount sets in the draft of a rule. */
export const withAmount = (draft: RuleDraft, { choice, amount }: LimitAmount): RuleDraft => ({
  ...draft,
  ...choosing(draft, choice),
  isAlike: true,
  all: String(amount),
})
