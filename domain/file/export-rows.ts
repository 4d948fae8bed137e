/** The schemas of the rows of a file, store by store. Unknown fields stay in their row. */
import * as v from 'valibot'
import type { ExportStore } from './export-file'
import { type ExportFlaw, type FlawName, FLAWS, hostilePart, type PartsLeft } from './export-flaw'
import { COMMITMENT_TYPES, commitmentId, GOAL_NOTICES, MOST_COMMITTED_MINUTES } from '../statement/commitment'
import { PASSES } from '../firewall/pass'
import { TOTAL_BROWSERS, TOTAL_SOURCES } from '../record/day-total'
import { DAY_MS } from '../time/local-time'
import { isHostOf } from '../surface/host'
import { siteOf } from '../surface/surface'
import { KINDS } from '../surface/kind'
import {
  asFlaw,
  dayField,
  instantField,
  surfaceField,
  idField,
  textField,
  nameField,
  currencyField,
  yesOrNoField,
  numberBetween,
  wholeBetween,
  amountField,
  choiceAmong,
  recordOf,
  listOf,
  weekOfFields,
} from './row-fields'
import { entryOf, ruleField } from './rule-fields'

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

const ROWS = {
  surfaces: v.pipe(
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
  ),
  rates: recordOf({
    from: dayField,
    amountMinor: amountField,
    currency: currencyField,
    hourTypes: v.nullable(hourTypes),
  }),
  ratings: recordOf({
    surface: surfaceField,
    at: instantField,
    worthQuarters: v.optional(numberBetween(0, 8)),
    drifted: v.optional(v.nullable(yesOrNoField)),
    utcOffsetMinutes: v.optional(wholeBetween(-1440, 1440)),
    hour: v.optional(wholeBetween(0, 23)),
    ms: v.optional(numberBetween(0, 1e9)),
  }),
  limits: v.pipe(
    recordOf({
      id: idField,
      createdAt: instantField,
      rule: ruleField,
      next: v.nullable(recordOf({ value: v.nullable(ruleField), from: instantField })),
      heals: v.nullable(recordOf({ value: ruleField, at: instantField, since: instantField })),
    }),
    v.check((stored) => stored.rule.id === stored.id, asFlaw('not_text')),
  ),
  usage: recordOf({
    rule: idField,
    day: dayField,
    ms: numberBetween(0, 1e12),
    opens: wholeBetween(0, 1e9),
    amount: v.nullable(numberBetween(0, 1e15)),
    currency: v.optional(v.nullable(currencyField)),
    firstMs: v.optional(numberBetween(0, 1e12)),
    carried: v.optional(recordOf({ amount: numberBetween(0, 1e12), currency: v.nullable(currencyField) })),
  }),
  overrides: recordOf({
    rule: idField,
    type: choiceAmong(PASSES),
    day: dayField,
    at: instantField,
    until: instantField,
    priceMinor: v.nullable(numberBetween(-1e15, 1e15)),
    currency: v.nullable(currencyField),
  }),
  statements: recordOf({
    period: textField,
    issuedAt: instantField,
    timeMs: numberBetween(0, 1e13),
    costMinor: v.nullable(numberBetween(-1e15, 1e15)),
    returnMinor: v.nullable(numberBetween(-1e15, 1e15)),
    currency: v.nullable(currencyField),
    checksum: v.optional(numberBetween(0, 2 ** 32)),
  }),
  totals: recordOf({
    source: choiceAmong(TOTAL_SOURCES),
    day: dayField,
    surface: surfaceField,
    ms: wholeBetween(1, DAY_MS),
    opens: v.nullable(wholeBetween(0, 1e9)),
    batch: v.nullable(instantField),
    browser: choiceAmong(TOTAL_BROWSERS),
  }),
  commitments: v.pipe(
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
  ),
  log: v.lazy(entryOf),
} satisfies Record<ExportStore, v.GenericSchema>

const isFlaw = (message: string): message is FlawName => FLAWS.includes(message as FlawName)

type Issue = v.BaseIssue<unknown>

const flawOf = ({ message, received }: Issue): FlawName => {
  if (received === 'undefined') return 'missing'
  return isFlaw(message) ? message : 'not_choice'
}

const pathOf = ({ path }: Issue): string =>
  path?.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('') ?? ''

/** The first flaw of a row; null if it has none. */
export function flawInRow(
  store: ExportStore,
  row: unknown,
  path: string,
  budget: PartsLeft,
): ExportFlaw | null {
  const hostile = hostilePart(row, path, budget)
  if (hostile) return hostile
  const { issues } = v.safeParse(ROWS[store] as v.GenericSchema, row, { abortEarly: true })
  const issue = issues?.[0]
  return issue ? { path: path + pathOf(issue), flaw: flawOf(issue) } : null
}
