import { isHours } from '../firewall/hours'
import type { Findings, FindingSettings } from '../insight/findings'
import type { FocusSum } from '../statement/focus-hours'
import type { StatedPromise, StatementFacts } from '../statement/issued-statement'
import { HOUR_MS } from '../time/local-time'
import type { Opening } from '../statement/period-statement'
import { onlyPriceOf } from '../value/rate-history'
import { isCommitmentKept } from '../statement/settlement'
import type { Line } from '../statement/statement'
import { findingsJson } from './findings-json'

const VERSION = 1

const amounts = ({ timeMs, money }: Line) => ({
  seconds: Math.floor(timeMs / 1000),
  costMinor: money?.costMinor ?? null,
  returnMinor: money?.returnMinor ?? null,
  netMinor: money?.netMinor ?? null,
})

const opening = ({ timeMs, ...amountsOf }: Opening) => ({ seconds: Math.floor(timeMs / 1000), ...amountsOf })

const focusOf = ({ count, plannedMs, focusedMs, turnedAway }: FocusSum) => ({
  count,
  plannedSeconds: Math.floor(plannedMs / 1000),
  focusedSeconds: Math.floor(focusedMs / 1000),
  turnedAway,
})

const promiseOf = ({ commitment, actualMs }: StatedPromise) => {
  const { kind, type, minutes, priceMinor, currency, settled } = commitment
  return {
    kind,
    type,
    minutes,
    hourPriceMinor: priceMinor,
    currency,
    seconds: Math.floor(actualMs / 1000),
    kept: isCommitmentKept(commitment),
    settled: settled && {
      at: new Date(settled.at).toISOString(),
      early: settled.isEarly,
      amountMinor: settled.amountMinor,
      formula: settled.formula,
    },
  }
}

/** A statement for other programs; docs/formats.md describes each field. */
export function statementJson(facts: StatementFacts, findings: Findings, settings: FindingSettings): string {
  const { stated, limits, currency, rates, issuedAt, revaluedSince } = facts
  const { focus, totals = [], promises = [] } = facts
  const { period, statement, begins, before, median, dearestHour } = stated
  const insights = findingsJson(findings, settings)
  const instant = (epochMs: number) => new Date(epochMs).toISOString()
  const whole = {
    format: 'zeitwert-statement',
    version: VERSION,
    period,
    issuedAt: instant(issuedAt),
    revaluedSince: revaluedSince === null ? null : instant(revaluedSince),
    currency,
    hourPriceMinor: onlyPriceOf(rates, period),
    rates: rates.map(({ from, amountMinor, hourTypes }) => ({
      from,
      hourPriceMinor: amountMinor,
      hourTypes,
    })),
    total: { ...amounts(statement.total), assumed: statement.total.assumed },
    unpricedSeconds: Math.floor(statement.unpricedMs / 1000),
    before: begins === null ? opening(before) : null,
    median: median && { of: median.of, ...opening(median.opening) },
    kinds: statement.kinds.map((line) => ({ kind: line.kind, ...amounts(line) })),
    surfaces: statement.surfaces.map((line) => ({
      surface: line.profile.surface,
      kind: line.profile.kind,
      worthQuarters: line.profile.worth.worthQuarters,
      worthSource: line.profile.worth.source,
      ...amounts(line),
    })),
    dearestHour: dearestHour && {
      // Local time, without a zone.
      hour: instant(dearestHour.localHour * HOUR_MS).slice(0, 16),
      seconds: Math.floor(dearestHour.timeMs / 1000),
      netMinor: dearestHour.netMinor,
      surface: dearestHour.surface.surface,
    },
    rules: limits.rules.map(({ rule, kept, of, pastMs }) => ({
      targets: rule.targets,
      except: rule.except,
      bound: rule.bound,
      strictness: rule.strictness,
      ...(rule.after && { after: rule.after }),
      ...(rule.carriesOver && { carriesOver: true }),
      kept,
      of,
      pastSeconds: isHours(rule.bound) ? Math.floor(pastMs / 1000) : null,
    })),
    passes: limits.passes,
    ...(focus && { focus: focusOf(focus) }),
    ...(totals.length > 0 && {
      totals: totals.map(({ source, ms }) => ({ source, seconds: Math.floor(ms / 1000) })),
    }),
    ...(promises.length > 0 && { promises: promises.map(promiseOf) }),
    ...(insights && { insights }),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}
