/** The schemas of rows that files and other devices bring: what the person said, rules and their use. */
import * as v from 'valibot'
import { COMMITMENT_TYPES, commitmentId, GOAL_NOTICES, MOST_COMMITTED_MINUTES } from '../statement/commitment'
import { isHostOf } from '../surface/host'
import { siteOf } from '../surface/surface'
import { KINDS } from '../surface/kind'
import { hostilePart } from './export-flaw'
import { MOST_PARTS_OF_A_ROW } from './most'
import {
  amountField,
  asFlaw,
  choiceAmong,
  currencyField,
  dayField,
  idField,
  instantField,
  listOf,
  nameField,
  numberBetween,
  recordOf,
  surfaceField,
  textField,
  weekOfFields,
  wholeBetween,
  yesOrNoField,
} from './row-fields'
import { ruleField } from './rule-fields'

const hours = recordOf({ from: wholeBetween(0, 23), to: wholeBetween(1, 24) })
const percent = wholeBetween(0, 500)
const hourTypes = recordOf({
  percent: recordOf({ work: percent, free: percent, night: percent }),
  work: weekOfFields(hours),
  night: v.nullable(hours),
})

const settlement = recordOf({
  at: instantField,
  isEarly: yesOrNoField,
  actualMs: wholeBetween(0, 1e12),
  elapsedMs: wholeBetween(0, 1e9),
  lengthMs: wholeBetween(1, 1e9),
  amountMinor: wholeBetween(-1e15, 1e15),
  currency: currencyField,
  formula: wholeBetween(1, 1000),
})

export const opinionRow = v.pipe(
  recordOf({
    surface: surfaceField,
    kind: v.optional(choiceAmong(KINDS)),
    worthQuarters: v.optional(numberBetween(0, 8)),
    name: v.optional(nameField),
    iconHost: v.optional(textField),
    excluded: v.optional(instantField),
    asked: v.optional(instantField),
    joined: v.optional(surfaceField),
    split: v.optional(textField),
  }),
  v.check(
    (opinion) => opinion.iconHost === undefined || isHostOf(opinion.iconHost, siteOf(opinion.surface)),
    asFlaw('other_site'),
  ),
)

export const rateRow = recordOf({
  from: dayField,
  amountMinor: amountField,
  currency: currencyField,
  hourTypes: v.nullable(hourTypes),
})

export const ruleRow = v.pipe(
  recordOf({
    id: idField,
    createdAt: instantField,
    rule: ruleField,
    next: v.nullable(recordOf({ value: v.nullable(ruleField), from: instantField })),
    heals: v.nullable(recordOf({ value: ruleField, at: instantField, since: instantField })),
  }),
  v.check((stored) => stored.rule.id === stored.id, asFlaw('not_text')),
)

export const useRow = recordOf({
  rule: idField,
  day: dayField,
  ms: numberBetween(0, 1e12),
  opens: wholeBetween(0, 1e9),
  amount: v.nullable(numberBetween(0, 1e15)),
  currency: v.optional(v.nullable(currencyField)),
  firstMs: v.optional(numberBetween(0, 1e12)),
  carried: v.optional(recordOf({ amount: numberBetween(0, 1e12), currency: v.nullable(currencyField) })),
})

export const commitmentRow = v.pipe(
  recordOf({
    id: idField,
    week: dayField,
    kind: choiceAmong(KINDS),
    type: choiceAmong(COMMITMENT_TYPES),
    minutes: wholeBetween(1, MOST_COMMITTED_MINUTES),
    priceMinor: amountField,
    currency: currencyField,
    madeAt: instantField,
    dayStartHour: wholeBetween(0, 23),
    deletedMs: wholeBetween(0, 1e12),
    told: listOf(choiceAmong(GOAL_NOTICES), GOAL_NOTICES.length),
    settled: v.nullable(settlement),
  }),
  v.check((commitment) => commitment.id === commitmentId(commitment), asFlaw('not_text')),
)

/** Whether a row fits its schema, and is not nested too deep or too large. */
export const fits = (schema: v.GenericSchema, row: unknown): boolean =>
  hostilePart(row, '', { parts: MOST_PARTS_OF_A_ROW }) === null && v.is(schema, row)
