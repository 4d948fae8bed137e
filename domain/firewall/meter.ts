/**
 * Counts the use of rules with the same `step` that counts attention. It sees the set of rules that cover the
 * page in front instead of a surface. So pauses and exclusions of the record do not stop it, and it stores no
 * surface.
 */
import { type Attention, type Observation, type Policy, step } from '../record/attention'
import { lengthened } from '../record/beat'
import type { Span } from '../record/span'

export interface Meter {
  attention: Attention | null
  /** The span in progress, as far as it has been counted. */
  counted: Span | null
}

/** The part of the policy that the meter does not set itself. */
export type MeterPolicy = Omit<Policy, 'device' | 'kindOf'>

const policyOf = (policy: MeterPolicy): Policy => ({ ...policy, device: 'use', kindOf: () => 'other' })

/** A stretch of attention to add to the use of a rule or, if `sign` is −1, to subtract from it. */
export interface Count {
  rule: string
  stretch: Span
  sign: 1 | -1
}

const SEPARATOR = ' '

/** An observation with a page's rules in place of its surface. `page` is null if no rule covers it. */
export const observationFor = (
  rules: readonly string[],
  { at, presence }: Pick<Observation, 'at' | 'presence'>,
  needsNoInput: boolean,
): Observation => ({
  at,
  presence,
  page: rules.length === 0 ? null : { site: '', surface: rules.toSorted().join(SEPARATOR) },
  audible: needsNoInput,
  fullscreen: false,
})

const counts = (span: Span, from: number, to: number, sign: 1 | -1): Count[] =>
  to > from
    ? span.surface
        .split(SEPARATOR)
        .map((rule) => ({ rule, stretch: { ...span, start: from, end: to }, sign }))
    : []

/** The difference between two sets of stretches. Both are keyed by span id, which is made from the start. */
function difference(before: ReadonlyMap<string, Span>, after: ReadonlyMap<string, Span>): Count[] {
  const found: Count[] = []
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(id), after.get(id)]
    const one = (old ?? now) as Span
    const oldEnd = old?.end ?? one.start
    const nowEnd = now?.end ?? one.start
    found.push(...counts(one, oldEnd, nowEnd, 1), ...counts(one, nowEnd, oldEnd, -1))
  }
  return found
}

const byId = (spans: readonly Span[]): Map<string, Span> => new Map(spans.map((span) => [span.id, span]))

/** Counts the attention since the last observation, and subtracts what is taken back. */
export function count(
  meter: Meter,
  observed: Observation,
  policy: MeterPolicy,
): { meter: Meter; counts: Count[] } {
  const { state, spans, dropped } = step(meter.attention, observed, policyOf(policy))
  const recent = meter.attention?.recent ?? []
  const before = byId(meter.counted ? [...recent, meter.counted] : recent)
  const after = byId([...recent, ...spans, ...(state.open ? [state.open] : [])])
  for (const id of dropped) after.delete(id)
  return { meter: { attention: state, counted: state.open }, counts: difference(before, after) }
}

/**
 * Notes between observations that the worker is awake, on a new day or in another time zone too. Nothing is counted
 * until the next observation.
 */
export function beatOf(meter: Meter, at: number, policy: MeterPolicy): Meter {
  const attention = meter.attention && lengthened(meter.attention, at, policyOf(policy))
  return attention ? { ...meter, attention } : meter
}
