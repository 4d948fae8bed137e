/** The fields of rules, and of what the log says of them, in a file. */
import * as v from 'valibot'
import { MOST_RANGES, MOST_TARGETS } from './most'
import { isLengthFit, LONGEST_FOCUS } from '../firewall/focus'
import { boundOfRow } from '../firewall/focus-row'
import { PAUSE_SECONDS, STRICTNESS } from '../firewall/rule'
import { KINDS } from '../surface/kind'
import { DAY_MS, type Day } from '../time/local-time'
import {
  asFlaw,
  dayField,
  instantField,
  surfaceField,
  idField,
  textField,
  currencyField,
  yesOrNoField,
  wholeBetween,
  amountField,
  choiceAmong,
  recordOf,
  listOf,
  weekOfFields,
} from './row-fields'

const targetField = v.variant(
  'type',
  [
    recordOf({ type: v.literal('everything') }),
    recordOf({ type: v.literal('kind'), kind: choiceAmong(KINDS) }),
    recordOf({ type: v.literal('owner'), owner: textField, sites: listOf(surfaceField, MOST_TARGETS) }),
    recordOf({ type: v.literal('site'), site: surfaceField }),
    recordOf({ type: v.literal('surface'), surface: surfaceField }),
  ],
  asFlaw('not_choice'),
)

const allowance = v.variant(
  'per',
  [
    recordOf({ per: v.literal('day'), of: weekOfFields(amountField) }),
    recordOf({ per: v.literal('week'), of: amountField }),
  ],
  asFlaw('not_choice'),
)

const breaks = {
  workMinutes: v.nullable(wholeBetween(1, LONGEST_FOCUS)),
  breakMinutes: wholeBetween(0, LONGEST_FOCUS),
}
const ranges = listOf(recordOf({ from: wholeBetween(0, 1439), to: wholeBetween(1, 1440) }), MOST_RANGES)
const bound = v.variant(
  'type',
  [
    recordOf({ type: v.picklist(['time', 'opens']), allowance }),
    recordOf({ type: v.literal('money'), allowance, currency: currencyField }),
    recordOf({
      type: v.literal('sessions'),
      minutes: wholeBetween(1, 10_080),
      breakMinutes: wholeBetween(1, 10_080),
    }),
    recordOf({
      type: v.literal('hours'),
      are: choiceAmong(['allowed', 'blocked']),
      ranges: weekOfFields(ranges),
    }),
    recordOf({
      type: v.literal('cutoff'),
      evenings: weekOfFields(wholeBetween(0, 1439)),
      morning: wholeBetween(0, 1439),
    }),
    v.pipe(
      recordOf({ type: v.literal('focus'), startedAt: instantField, endsAt: instantField, ...breaks }),
      v.check((focus) => isLengthFit(focus), asFlaw('ends_before')),
    ),
  ],
  asFlaw('not_choice'),
)

export const ruleField = recordOf({
  id: idField,
  targets: listOf(targetField, MOST_TARGETS),
  except: listOf(targetField, MOST_TARGETS),
  bound,
  strictness: choiceAmong(STRICTNESS),
  pauseSeconds: wholeBetween(PAUSE_SECONDS.min, PAUSE_SECONDS.max),
  hasEmergency: yesOrNoField,
  isOn: yesOrNoField,
  after: v.optional(
    v.nullable(recordOf({ targets: listOf(targetField, MOST_TARGETS), minutes: wholeBetween(1, 1440) })),
  ),
  carriesOver: v.optional(yesOrNoField),
})

/** A focus hour names sites and kinds; other entries of the log name nothing. */
const focusEntry = v.pipe(
  recordOf({
    at: instantField,
    type: idField,
    utcOffsetMinutes: wholeBetween(-1440, 1440),
    id: idField,
    until: instantField,
    named: listOf(targetField, MOST_TARGETS),
    strictness: choiceAmong(STRICTNESS),
    ...breaks,
    turnedAway: wholeBetween(0, 1e9),
    endedAt: v.optional(instantField),
  }),
  v.check((row) => isLengthFit(boundOfRow(row)), asFlaw('ends_before')),
)
/** Whether an instant can be on the person's day of a name, wherever they were. */
const isDayNear = (day: Day, at: number): boolean => Math.abs(at - Date.parse(day) - DAY_MS) <= 2 * DAY_MS

/** How a rule stood from an instant on. */
const ruleEntry = v.pipe(
  recordOf({
    at: instantField,
    type: idField,
    id: idField,
    rule: v.nullable(ruleField),
    day: v.optional(dayField),
    isWhole: v.optional(v.literal(true, asFlaw('not_choice'))),
    since: v.optional(instantField),
    nameless: v.optional(v.literal(true, asFlaw('not_choice'))),
  }),
  v.check(({ id, rule }) => rule === null || rule.id === id, asFlaw('not_text')),
  v.check(({ at, day }) => day === undefined || isDayNear(day, at), asFlaw('not_day')),
)
const plainEntry = recordOf({ at: instantField, type: idField })
const typeOf = (row: unknown): unknown => (row as { type?: unknown } | null)?.type

/** The schema of an entry of the log by its type. */
export const entryOf = (row: unknown) =>
  typeOf(row) === 'focus' ? focusEntry : typeOf(row) === 'rule' ? ruleEntry : plainEntry
