/** A rule as typed into its form, and the flaws of each field. */
import { namesCurrency, type NumberFlaw, parseNumber, withoutSigns } from '../value/amount'
import { parseRanges } from '../time/clock-draft'
import { isAllExcepted } from './coverage'
import { ALWAYS, FREE } from './all-hours'
import { isLeftOut } from './left-out'
import { type ConditionDraft, type ConditionFlaw, readConditions } from './condition-draft'
import { readCutoff } from './cutoff-draft'
import { closedMinutesOfWeek } from './hours'
import type { Kind } from '../surface/kind'
import { DAY_MINUTES } from '../time/local-time'
import type { Opinion } from '../surface/opinion'
import { isThere } from './same-rule'
import { type Bound, PAUSE_SECONDS, type Rule, type Strictness, type Target, type Week } from './rule'
import { minorDigits } from '../value/minor-units'

/** The types of bound in the form; `entry` means every visit, at any hour, and `free` that something else only has to come first. */
export const BOUND_TYPES = ['time', 'money', 'opens', 'sessions', 'hours', 'cutoff', 'entry', 'free'] as const
export type BoundType = (typeof BOUND_TYPES)[number]

export interface RuleDraft extends ConditionDraft {
  id: string
  kinds: readonly Kind[]
  /** Sites, parts of sites and owners. */
  others: readonly Target[]
  except: readonly Target[]
  type: BoundType
  per: 'day' | 'week'
  /** Whether all days share one value. */
  isAlike: boolean
  all: string
  /** Monday first; empty for a day without the rule. */
  days: readonly string[]
  minutes: string
  breakMinutes: string
  are: 'allowed' | 'blocked'
  morning: string
  strictness: Strictness
  pauseSeconds: string
  hasEmergency: boolean
  /** A rule that is switched off stays off when it is edited. */
  isOn: boolean
}

export type RuleFlaw =
  | ConditionFlaw
  | 'unknown'
  | 'excluded'
  | 'noTarget'
  | 'again'
  | 'nothingLeft'
  | 'otherCurrency'
  | 'zero'
  | 'tooLongWeek'
  | 'noRate'
  | 'notATime'
  | 'whichHalf'
  | 'emptyRange'
  | 'neverOpens'
  | 'neverCloses'
  | 'noDay'
  | 'pauseSeconds'

/** By field; days as `day0` to `day6`. */
export type RuleFlaws = Partial<Record<string, RuleFlaw>>

export interface DraftContext {
  /** The existing rules. */
  rules: readonly Rule[]
  /** The person's opinions of surfaces: a rule for nothing but excluded sites would do nothing. */
  opinions: readonly Opinion[]
  /** The language's decimal separator. */
  separator: string
  /** All signs of the currency. */
  signs: readonly string[]
  /** ISO 4217; null without a rate. */
  currency: string | null
}

export const EMPTY_DRAFT: RuleDraft = {
  id: '',
  kinds: [],
  others: [],
  except: [],
  type: 'time',
  per: 'day',
  isAlike: true,
  all: '',
  days: ['', '', '', '', '', '', ''],
  minutes: '20',
  breakMinutes: '40',
  are: 'blocked',
  morning: '6:00',
  strictness: 'wall',
  pauseSeconds: String(PAUSE_SECONDS.usual),
  hasEmergency: true,
  isOn: true,
  first: [],
  firstMinutes: '20',
  carriesOver: false,
}

export const WEEK_MINUTES = 7 * DAY_MINUTES

type Read<Value> = { value: Value } | { flaw: RuleFlaw }

const MOST_MONEY = 100_000_000

/** Reads an amount in the unit of the bound. */
function readAmount(
  typed: string,
  draft: RuleDraft,
  { separator, signs, currency }: DraftContext,
): Read<number> {
  const { type, per, strictness } = draft
  const digits = type !== 'money' ? 0 : currency === null ? 2 : minorDigits(currency)
  const text = type === 'money' ? withoutSigns(typed, signs) : typed
  if (type === 'money' && namesCurrency(text)) return { flaw: 'otherCurrency' }
  const number = parseNumber(text, separator, { digits, min: 0, max: MOST_MONEY })
  if (!number.ok)
    return { flaw: number.flaw === 'tooManyDecimals' && digits === 0 ? 'notWhole' : 'notANumber' }
  if (number.units === 0 && strictness !== 'lock') return { flaw: 'zero' }
  if (type === 'time' && per === 'day' && number.units > DAY_MINUTES) return { flaw: 'tooLongDay' }
  if (type === 'time' && number.units > WEEK_MINUTES) return { flaw: 'tooLongWeek' }
  return { value: number.units }
}

const readRanges = (typed: string): Read<ReturnType<typeof parseRanges> & { ok: true }> => {
  const read = parseRanges(typed)
  return read.ok ? { value: read } : { flaw: read.flaw }
}

/** Reads one value for each day of the week; null for a day without one. Flaws are stored by field. */
function readWeek<Value>(
  { isAlike, all, days }: RuleDraft,
  read: (typed: string) => Read<Value>,
  flaws: RuleFlaws,
): Week<Value> {
  const one = (typed: string, field: string): Value | null => {
    const result = read(typed)
    if ('value' in result) return result.value
    flaws[field] = result.flaw
    return null
  }
  if (isAlike) {
    const value = one(all, 'all')
    return days.map(() => value)
  }
  if (days.every((typed) => typed.trim() === '')) flaws['days'] = 'noDay'
  return days.map((typed, day) => (typed.trim() === '' ? null : one(typed, `day${day}`)))
}

function readAllowance(draft: RuleDraft, context: DraftContext, flaws: RuleFlaws): Bound | null {
  const type = draft.type as 'time' | 'money' | 'opens'
  const { currency } = context
  if (type === 'money' && currency === null) flaws['type'] = 'noRate'
  const read = (typed: string) => readAmount(typed, draft, context)
  const week =
    draft.per === 'week' ? readWeek({ ...draft, isAlike: true }, read, flaws) : readWeek(draft, read, flaws)
  const allowance =
    draft.per === 'week' ? ({ per: 'week', of: week[0] ?? 0 } as const) : ({ per: 'day', of: week } as const)
  if (type !== 'money') return { type, allowance }
  return currency === null ? null : { type, allowance, currency }
}

const SESSION_FLAWS: Partial<Record<NumberFlaw, RuleFlaw>> = {
  tooLarge: 'tooLongDay',
  tooManyDecimals: 'notWhole',
  tooSmall: 'tooSmall',
  negative: 'tooSmall',
}

function readSessions(
  { minutes, breakMinutes }: RuleDraft,
  { separator }: DraftContext,
  flaws: RuleFlaws,
): Bound {
  const read = (typed: string, field: string): number => {
    const number = parseNumber(typed, separator, { digits: 0, min: 1, max: DAY_MINUTES })
    if (number.ok) return number.units
    flaws[field] = SESSION_FLAWS[number.flaw] ?? 'notANumber'
    return 0
  }
  return {
    type: 'sessions',
    minutes: read(minutes, 'minutes'),
    breakMinutes: read(breakMinutes, 'breakMinutes'),
  }
}

function readHours(draft: RuleDraft, flaws: RuleFlaws): Bound {
  const week = readWeek(draft, readRanges, flaws)
  const bound = { type: 'hours', are: draft.are, ranges: week.map((read) => read?.ranges ?? null) } as const
  const isOk = Object.keys(flaws).length === 0
  const isShut = draft.strictness === 'wall' || draft.strictness === 'notice'
  // Ranges lie on their own days, wherever the person's day starts.
  const closed = closedMinutesOfWeek(bound, 0)
  const field = draft.isAlike ? 'all' : 'days'
  if (isOk && isShut && closed.every(Boolean)) flaws[field] = 'neverOpens'
  if (isOk && !closed.some(Boolean)) flaws[field] = 'neverCloses'
  return bound
}

function readBound(draft: RuleDraft, context: DraftContext, flaws: RuleFlaws): Bound | null {
  if (draft.type === 'entry') return ALWAYS
  if (draft.type === 'free') {
    if (draft.first.length === 0) flaws['first'] = 'wantsFirst'
    return FREE
  }
  if (draft.type === 'sessions') return readSessions(draft, context, flaws)
  if (draft.type === 'hours') return readHours(draft, flaws)
  return draft.type === 'cutoff'
    ? readCutoff(draft.morning, (read) => readWeek(draft, read, flaws), flaws)
    : readAllowance(draft, context, flaws)
}

/** Reads the draft; `rule` is null while there are flaws. */
export function readRule(draft: RuleDraft, context: DraftContext): { rule: Rule | null; flaws: RuleFlaws } {
  const flaws: RuleFlaws = {}
  const targets: Target[] = [...draft.kinds.map((kind): Target => ({ type: 'kind', kind })), ...draft.others]
  if (targets.length === 0) flaws['targets'] = 'noTarget'
  else if (targets.every((target) => isLeftOut(target, context.opinions))) flaws['targets'] = 'excluded'
  else if (targets.every((target) => isAllExcepted(target, draft.except))) flaws['except'] = 'nothingLeft'
  const strictness = draft.type === 'entry' && draft.strictness !== 'lock' ? 'pause' : draft.strictness
  const pause = parseNumber(draft.pauseSeconds, context.separator, { digits: 0, ...PAUSE_SECONDS })
  if (strictness === 'pause' && !pause.ok) flaws['pauseSeconds'] = 'pauseSeconds'
  const bound = readBound({ ...draft, strictness }, context, flaws)
  const { id, except, hasEmergency, isOn } = draft
  const { flawed, ...conditions } = readConditions(draft, { id, targets, except }, bound, context)
  Object.assign(flaws, flawed)
  if (bound === null || Object.keys(flaws).length > 0) return { rule: null, flaws }
  const pauseSeconds = pause.ok ? pause.units : PAUSE_SECONDS.usual
  const rule = { id, targets, except, bound, strictness, pauseSeconds, hasEmergency, isOn, ...conditions }
  return isThere(rule, context.rules) ? { rule: null, flaws: { targets: 'again' } } : { rule, flaws }
}
