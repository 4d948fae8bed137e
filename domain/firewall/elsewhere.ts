/**
 * What rules have used on the person's other devices. It counts beside a rule's own use, and is never written to the
 * rule's own rows: those go to the other devices, where it would count twice.
 */
import type { Session } from './session'
import { byUsageKey, type UsageRow } from './usage-row'
import { carriedBack } from './use-in-period'
import { type Calendar, type Ration, weekAt } from './ration'
import type { StoredRule } from './rule'
import { DAY_MS } from '../time/local-time'

/** What rules have used on another device, as it last said. */
export interface ElsewhereUse {
  /** Its id. */
  device: string
  /** As the person named it. */
  name: string
  /** When it said so, epoch ms. */
  at: number
  /** Its own use of the last eight days; never `carried`. */
  rows: readonly UsageRow[]
  /** Its sessions by rule id. */
  sessions: Readonly<Record<string, Session>>
}

type UseOfRules = Pick<ElsewhereUse, 'rows' | 'sessions'>

/** A row of the store `devices`: a device that was heard of. */
export interface HeardDevice {
  id: string
  name: string
  /** When it last said something, epoch ms. */
  at: number
  /** Counts what it said. */
  seq: number
  use: UseOfRules
}

/** What was carried over is part of the allowance, which each device finds by itself. */
function withoutCarried(row: UsageRow): UsageRow {
  const { carried: _carried, ...used } = row
  return used
}

/** Each device once, as it last spoke, in the order of the ids, so that sums do not depend on the order given. */
export function onceEach(devices: readonly ElsewhereUse[]): readonly ElsewhereUse[] {
  const latest = new Map<string, ElsewhereUse>()
  for (const one of devices)
    if (one.at >= (latest.get(one.device)?.at ?? -Infinity)) latest.set(one.device, one)
  return [...latest.values()]
    .toSorted((a, b) => (a.device < b.device ? -1 : 1))
    .map((one) => ({ ...one, rows: one.rows.map(withoutCarried) }))
}

/** The sessions of a rule. */
export const sessionsOf = (devices: readonly ElsewhereUse[], rule: string): Session[] =>
  devices.flatMap(({ sessions }) => sessions[rule] ?? [])

/** The use of some rules alone, by their ids. */
export const useOfRules = ({ rows, sessions }: UseOfRules, ids: ReadonlySet<string>): UseOfRules => ({
  rows: rows.filter(({ rule }) => ids.has(rule)),
  sessions: Object.fromEntries(Object.entries(sessions).filter(([rule]) => ids.has(rule))),
})

/** Sessions more than a day ahead say nothing: one of the two clocks is wrong by days, and they would never end. */
const untilTomorrow = (sessions: ElsewhereUse['sessions'], at: number): ElsewhereUse['sessions'] =>
  Object.fromEntries(Object.entries(sessions).filter(([, { lastAt }]) => lastAt - at <= DAY_MS))

/** What matters here of the firewall state at an instant. */
interface Moment {
  at: number
  rules: readonly StoredRule[]
  state: { lastRation: Ration | null }
  terms: { ration: Ration }
  calendar: Calendar
}

/**
 * What counts beside the use of rules now. After the clock was set back by days, the earlier day has at least the use of
 * the later one, as for a rule's own use.
 */
export function elsewhereNow(
  devices: readonly ElsewhereUse[],
  { rules, state: { lastRation: last }, terms: { ration }, calendar, at }: Moment,
): readonly ElsewhereUse[] {
  if (devices.length === 0) return devices
  const ids = new Set(rules.map(({ id }) => id))
  const known = devices.map((one) => {
    const { rows, sessions } = useOfRules(one, ids)
    return { ...one, rows, sessions: untilTomorrow(sessions, at) }
  })
  if (last === null || last.day <= ration.day) return known
  const from = { ...last, week: weekAt(null, last.day, calendar.weekStart) }
  const inForce = rules.map(({ rule }) => rule)
  return known.map((one) => ({
    ...one,
    rows: [...carriedBack(byUsageKey(one.rows), inForce, from, ration, calendar).values()],
  }))
}
