/** The schemas of the rows of a file, store by store. Unknown fields stay in their row. */
import * as v from 'valibot'
import type { ExportStore } from './export-file'
import { type ExportFlaw, type FlawName, FLAWS, hostilePart, type PartsLeft } from './export-flaw'
import { MOST_NAME_LENGTH, MOST_RANGES, MOST_TARGETS } from './most'
import { PASSES } from '../firewall/pass'
import { TOTAL_BROWSERS, TOTAL_SOURCES } from '../record/day-total'
import { DAY_MS, isDay } from '../time/local-time'
import { isHost, isHostOf } from '../surface/host'
import { siteOf } from '../surface/surface'
import { KINDS } from '../surface/kind'
import { PAUSE_SECONDS, STRICTNESS } from '../firewall/rule'

/** Each check has its flaw as its error message. */
const as = (flaw: FlawName): FlawName => flaw

const LAST_INSTANT = Date.UTC(3000, 0, 1)

export const isInstant = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) < LAST_INSTANT

/** Whether it can be a site or a part of one: a host, then no spaces, no invisible characters, no mark-up. */
export const isSurface = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= 1000 &&
  /^[^\s\p{C}<>"`\\]+$/u.test(value) &&
  isHost(siteOf(value)) &&
  !['__proto__', 'constructor', 'prototype'].includes(value)

export const isName = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,64}$/.test(value) && value !== '__proto__' && value !== 'constructor'

const day = v.custom<string>(isDay, as('not_day'))
const instant = v.custom<number>(isInstant, as('not_day'))
const surface = v.custom<string>(isSurface, as('not_surface'))
const id = v.custom<string>(isName, as('not_text'))
const text = v.pipe(
  v.string(as('not_text')),
  v.maxLength(1000, as('too_long')),
  v.regex(/^\P{Cc}*$/u, as('not_text')),
)
const name = v.pipe(text, v.maxLength(MOST_NAME_LENGTH, as('too_long')))
const currency = v.pipe(v.string(as('not_text')), v.regex(/^[A-Z]{3}$/, as('not_choice')))
const yesOrNo = v.boolean(as('not_choice'))
const between = (least: number, most: number) =>
  v.pipe(v.number(as('not_number')), v.minValue(least, as('not_number')), v.maxValue(most, as('not_number')))
const whole = (least: number, most: number) => v.pipe(between(least, most), v.integer(as('not_number')))
const amount = whole(0, 1e12)
const choice = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, as('not_choice'))
const record = <Entries extends v.ObjectEntries>(entries: Entries) => v.looseObject(entries, as('not_record'))
const list = <Item extends v.GenericSchema>(item: Item, most: number) =>
  v.pipe(
    v.custom<unknown[]>(Array.isArray, as('not_list')),
    v.maxLength(most, as('too_many')),
    v.array(item, as('not_list')),
  )
const week = <Item extends v.GenericSchema>(item: Item) =>
  v.pipe(
    v.custom<unknown[]>((days) => Array.isArray(days) && days.length === 7, as('not_list')),
    v.array(v.nullable(item), as('not_list')),
  )

const hours = record({ from: whole(0, 23), to: whole(1, 24) })
const percent = whole(0, 500)
const hourTypes = record({
  percent: record({ work: percent, free: percent, night: percent }),
  work: week(hours),
  night: v.nullable(hours),
})

const target = v.variant(
  'type',
  [
    record({ type: v.literal('kind'), kind: choice(KINDS) }),
    record({ type: v.literal('owner'), owner: text, sites: list(surface, MOST_TARGETS) }),
    record({ type: v.literal('site'), site: surface }),
    record({ type: v.literal('surface'), surface }),
  ],
  as('not_choice'),
)

const allowance = v.variant(
  'per',
  [record({ per: v.literal('day'), of: week(amount) }), record({ per: v.literal('week'), of: amount })],
  as('not_choice'),
)

const ranges = list(record({ from: whole(0, 1439), to: whole(1, 1440) }), MOST_RANGES)
const bound = v.variant(
  'type',
  [
    record({ type: v.picklist(['time', 'opens']), allowance }),
    record({ type: v.literal('money'), allowance, currency }),
    record({ type: v.literal('sessions'), minutes: whole(1, 10_080), breakMinutes: whole(1, 10_080) }),
    record({ type: v.literal('hours'), are: choice(['allowed', 'blocked']), ranges: week(ranges) }),
    record({ type: v.literal('cutoff'), evenings: week(whole(0, 1439)), morning: whole(0, 1439) }),
  ],
  as('not_choice'),
)

const rule = record({
  id,
  targets: list(target, MOST_TARGETS),
  except: list(target, MOST_TARGETS),
  bound,
  strictness: choice(STRICTNESS),
  pauseSeconds: whole(PAUSE_SECONDS.min, PAUSE_SECONDS.max),
  hasEmergency: yesOrNo,
  isOn: yesOrNo,
})

const ROWS = {
  surfaces: v.pipe(
    record({
      surface,
      kind: v.optional(choice(KINDS)),
      worthQuarters: v.optional(between(0, 8)),
      name: v.optional(name),
      iconHost: v.optional(text),
      excluded: v.optional(instant),
      joined: v.optional(surface),
      split: v.optional(text),
    }),
    v.check(
      (opinion) => opinion.iconHost === undefined || isHostOf(opinion.iconHost, siteOf(opinion.surface)),
      as('other_site'),
    ),
  ),
  rates: record({ from: day, amountMinor: amount, currency, hourTypes: v.nullable(hourTypes) }),
  ratings: record({
    surface,
    at: instant,
    worthQuarters: between(0, 8),
    drifted: v.optional(v.nullable(yesOrNo)),
    utcOffsetMinutes: v.optional(whole(-1440, 1440)),
    hour: v.optional(whole(0, 23)),
    ms: v.optional(between(0, 1e9)),
  }),
  limits: v.pipe(
    record({
      id,
      createdAt: instant,
      rule,
      next: v.nullable(record({ value: v.nullable(rule), from: instant })),
      heals: v.nullable(record({ value: rule, at: instant, since: instant })),
    }),
    v.check((stored) => stored.rule.id === stored.id, as('not_text')),
  ),
  usage: record({
    rule: id,
    day,
    ms: between(0, 1e12),
    opens: whole(0, 1e9),
    amount: v.nullable(between(0, 1e15)),
    currency: v.optional(v.nullable(currency)),
  }),
  overrides: record({
    rule: id,
    type: choice(PASSES),
    day,
    at: instant,
    until: instant,
    priceMinor: v.nullable(between(-1e15, 1e15)),
    currency: v.nullable(currency),
  }),
  statements: record({
    period: text,
    issuedAt: instant,
    timeMs: between(0, 1e13),
    costMinor: v.nullable(between(-1e15, 1e15)),
    returnMinor: v.nullable(between(-1e15, 1e15)),
    currency: v.nullable(currency),
    checksum: v.optional(between(0, 2 ** 32)),
  }),
  totals: record({
    source: choice(TOTAL_SOURCES),
    day,
    surface,
    ms: whole(1, DAY_MS),
    opens: v.nullable(whole(0, 1e9)),
    batch: v.nullable(instant),
    browser: choice(TOTAL_BROWSERS),
  }),
  log: record({ at: instant, type: id }),
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
