/** The schemas of the rows of a file, store by store. Unknown fields stay in their row. */
import * as v from 'valibot'
import type { ExportStore } from './export-file'
import { type ExportFlaw, type FlawName, FLAWS, hostilePart, type PartsLeft } from './export-flaw'
import { PASSES } from '../firewall/pass'
import { TOTAL_BROWSERS, type TotalSource } from '../record/day-total'
import { isTotalSource } from '../record/total-source'
import { DAY_MS } from '../time/local-time'
import {
  asFlaw,
  dayField,
  instantField,
  surfaceField,
  idField,
  textField,
  currencyField,
  yesOrNoField,
  numberBetween,
  wholeBetween,
  choiceAmong,
  recordOf,
} from './row-fields'
import { entryOf } from './rule-fields'
import { commitmentRow, opinionRow, rateRow, ruleRow, useRow } from './said-rows'

const ROWS = {
  surfaces: opinionRow,
  rates: rateRow,
  ratings: recordOf({
    surface: surfaceField,
    at: instantField,
    worthQuarters: v.optional(numberBetween(0, 8)),
    drifted: v.optional(v.nullable(yesOrNoField)),
    utcOffsetMinutes: v.optional(wholeBetween(-1440, 1440)),
    hour: v.optional(wholeBetween(0, 23)),
    ms: v.optional(numberBetween(0, 1e9)),
  }),
  limits: ruleRow,
  usage: useRow,
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
    source: v.custom<TotalSource>(isTotalSource, asFlaw('not_choice')),
    day: dayField,
    surface: surfaceField,
    ms: wholeBetween(1, DAY_MS),
    opens: v.nullable(wholeBetween(0, 1e9)),
    batch: v.nullable(instantField),
    browser: choiceAmong(TOTAL_BROWSERS),
  }),
  commitments: commitmentRow,
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
