/** The conditions of a rule as typed: what has to come first, and whether what is left is carried over. */
import { canCarry } from './carry-over'
import { type Coverage, coverage, isAllExcepted, type RuleScope } from './coverage'
import { closedMinutesOfWeek, isHours } from './hours'
import type { After, Bound, Rule, Target } from './rule'
import type { Kind } from '../surface/kind'
import type { Opinion } from '../surface/opinion'
import { DAY_MINUTES } from '../time/local-time'
import { type NumberFlaw, parseNumber } from '../value/amount'

export interface ConditionDraft {
  /** What has to come first; empty for nothing. */
  first: readonly Target[]
  firstMinutes: string
  carriesOver: boolean
}

export type ConditionFlaw =
  | 'firstOverlaps'
  | 'firstClosed'
  | 'wantsFirst'
  | 'notANumber'
  | 'notWhole'
  | 'tooSmall'
  | 'tooLongDay'

interface Context {
  rules: readonly Rule[]
  opinions: readonly Opinion[]
  separator: string
}

const isKindIn = ({ targets, except }: RuleScope, kind: Kind): boolean =>
  targets.some((one) => one.type === 'everything' || (one.type === 'kind' && one.kind === kind)) &&
  !isAllExcepted({ type: 'kind', kind }, except)

/** The surfaces that a target names. */
function surfacesIn(target: Target): readonly string[] {
  if (target.type === 'owner') return target.sites
  if (target.type === 'site') return [target.site]
  return target.type === 'surface' ? [target.surface] : []
}

/** Whether a page can be both what comes first and what is closed until then. */
function overlaps(first: readonly Target[], closed: RuleScope, { covers }: Coverage): boolean {
  const wanted = { targets: first, except: [] }
  return (
    [...first, ...closed.targets]
      .flatMap(surfacesIn)
      .some((surface) => covers(wanted, surface) && covers(closed, surface)) ||
    first.some((one) => one.type === 'everything' || (one.type === 'kind' && isKindIn(closed, one.kind)))
  )
}

/** Whether a rule covers all of a target. */
const coversAll = (closed: RuleScope, target: Target, { covers }: Coverage): boolean =>
  target.type === 'kind'
    ? isKindIn(closed, target.kind)
    : target.type !== 'everything' && surfacesIn(target).every((surface) => covers(closed, surface))

/** The least attention that a bound lets through on a day on which it holds, minutes; Infinity if it is not counted in minutes. */
function leastMinutes(bound: Bound): number {
  if (isHours(bound)) return closedMinutesOfWeek(bound, 0).every(Boolean) ? 0 : Infinity
  if (bound.type === 'sessions' || bound.type === 'focus') return Infinity
  const { allowance } = bound
  const amounts = allowance.per === 'week' ? [allowance.of] : allowance.of.filter((amount) => amount !== null)
  const least = Math.min(Infinity, ...amounts)
  return bound.type === 'time' || least === 0 ? least : Infinity
}

/** Whether another rule keeps a person from doing first what they have to. */
const isKeptFrom = (after: After, others: readonly Rule[], covering: Coverage): boolean =>
  after.targets.every((target) =>
    others.some(
      (other) =>
        (Boolean(other.after) || leastMinutes(other.bound) < after.minutes) &&
        coversAll(other, target, covering),
    ),
  )

const NUMBER_FLAWS: Partial<Record<NumberFlaw, ConditionFlaw>> = {
  tooLarge: 'tooLongDay',
  tooManyDecimals: 'notWhole',
  tooSmall: 'tooSmall',
  negative: 'tooSmall',
}

interface ReadAfter {
  after?: After
  flawed?: Partial<Record<keyof ConditionDraft, ConditionFlaw>>
}

/** What has to come first, if anything does, and what is wrong with it. */
function readAfter(
  { first, firstMinutes }: ConditionDraft,
  closed: RuleScope & Pick<Rule, 'id'>,
  { rules, opinions, separator }: Context,
): ReadAfter {
  if (first.length === 0) return {}
  const number = parseNumber(firstMinutes, separator, { digits: 0, min: 1, max: DAY_MINUTES })
  if (!number.ok) return { flawed: { firstMinutes: NUMBER_FLAWS[number.flaw] ?? 'notANumber' } }
  const after = { targets: first, minutes: number.units }
  const covering = coverage(opinions)
  const others = rules.filter(
    ({ id, isOn, strictness }) =>
      id !== closed.id && isOn && (strictness === 'wall' || strictness === 'lock'),
  )
  if (overlaps(first, closed, covering)) return { flawed: { first: 'firstOverlaps' } }
  return isKeptFrom(after, others, covering) ? { flawed: { first: 'firstClosed' } } : { after }
}

/** The conditions of a rule; those that it does not have are left out. A pause or lock at every visit opens after nothing. */
export function readConditions(
  draft: ConditionDraft & { type: string },
  closed: RuleScope & Pick<Rule, 'id'>,
  bound: Bound | null,
  context: Context,
): ReadAfter & { carriesOver?: boolean } {
  const carriesOver = draft.carriesOver && bound !== null && canCarry(bound)
  return {
    ...(draft.type !== 'entry' && readAfter(draft, closed, context)),
    ...(carriesOver && { carriesOver }),
  }
}
