/**
 * LeechBlock: sets of sites, each blocked at some times of day, after so much time, or both. Text: `name=value`, split at
 * the first `=`; JSON: the same names. Only the options named here are read: passwords and codes are not among them.
 */
import type { ClockRange } from '../../time/interval'
import { DAY_MINUTES } from '../../time/local-time'
import { ALWAYS } from '../../firewall/all-hours'
import { type Bound, PAUSE_SECONDS, type Strictness } from '../../firewall/rule'
import {
  addIfEmpty,
  closedHours,
  collectLimitLeft,
  type ForeignLimit,
  limitName,
  onDays,
  limitMinutes,
  type LimitLeftCollector,
} from './foreign-limits'
import { collectTable, refusedAs, type ToolAnswer } from './foreign-table'
import { linesIn } from './lines'

const TOOL = 'leechblock'

/** The most sets that the tool can have. */
const MOST_SETS = 30

/** What is read of each set; in a file, the number of the set follows. */
const OPTIONS = [
  'setName',
  'sites',
  'times',
  'limitMins',
  'limitPeriod',
  'limitOffset',
  'rollover',
  'conjMode',
  'days',
  'blockURL',
  'closeTab',
  'applyFilter',
  'delaySecs',
  'sitesURL',
  'regexpBlock',
  'regexpAllow',
  'regexpKeyword',
] as const
type Option = (typeof OPTIONS)[number]

/** The options of a set as they stand in a file. */
type Options = Partial<Record<Option, unknown>>

/** A set as the tool understands it. */
export interface LeechBlockSet {
  name: string
  /** With the signs before them: `+`, `~`, `>`. */
  sites: string[]
  ranges: ClockRange[]
  limitSeconds: number | null
  periodSeconds: number | null
  offsetHours: number
  rollover: boolean
  /** Whether times and limit have to be met both, or one of them. */
  combine: 'and' | 'or'
  /** Sunday first. */
  days: boolean[]
  /** Null if pages are not only delayed. */
  delaySeconds: number | null
  isFiltered: boolean
  hasList: boolean
  regexps: [block: string, allow: string, keyword: string]
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const isYes = (value: unknown): boolean => value === true || value === 'true'

/** A number that is not negative; null for anything else. */
function numberIn(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : textOf(value)
  return /^\d{1,9}(?:\.\d{1,6})?$/.test(text) ? Number(text) : null
}

/** A bit mask from Sunday on, or seven booleans. Without either, every day. */
function daysIn(value: unknown): boolean[] {
  const all = Array.from({ length: 7 }, (_, day) => day)
  if (Array.isArray(value)) return all.map((day) => value[day] === true)
  const mask = numberIn(value) ?? 127
  return all.map((day) => Math.floor(mask / 2 ** day) % 2 === 1)
}

const minuteIn = (hours = '', minutes = ''): number =>
  Math.min(DAY_MINUTES, Number(hours) * 60 + Number(minutes))

/** `0900-1200,1330-1700`. What has no length, or goes across midnight, the tool ignores. */
const rangesIn = (text: string): ClockRange[] =>
  text.split(/[,\s]+/).flatMap((part) => {
    const [, ...parts] = /^(\d\d)(\d\d)-(\d\d)(\d\d)$/.exec(part) ?? []
    if (parts.length === 0) return []
    const [from, to] = [minuteIn(parts[0], parts[1]), minuteIn(parts[2], parts[3])]
    return from < to ? [{ from, to }] : []
  })

/** The page that delays: also in another language, and as the versions before Firefox 57 called it. */
const DELAYING = /^(?:\w+\/|chrome:\/\/leechblock\/content\/)?delayed\w*\.x?html/

function setOf(options: Options): LeechBlockSet {
  const minutes = numberIn(options.limitMins)
  // A tab that is closed shows no page at all.
  const isClosed = isYes(options.closeTab)
  const isDelayed = !isClosed && DELAYING.test(textOf(options.blockURL))
  return {
    name: limitName(options.setName),
    sites: textOf(options.sites).split(/\s+/).filter(Boolean),
    ranges: rangesIn(textOf(options.times)),
    limitSeconds: minutes === null ? null : minutes * 60,
    periodSeconds: minutes === null ? null : numberIn(options.limitPeriod),
    offsetHours: Number(textOf(options.limitOffset)) || 0,
    rollover: isYes(options.rollover),
    combine: isYes(options.conjMode) ? 'and' : 'or',
    days: daysIn(options.days),
    delaySeconds: isDelayed ? numberIn(options.delaySecs) : null,
    isFiltered: !isClosed && isYes(options.applyFilter),
    hasList: textOf(options.sitesURL) !== '',
    regexps: [textOf(options.regexpBlock), textOf(options.regexpAllow), textOf(options.regexpKeyword)],
  }
}

const PERIODS = { day: 86_400, week: 604_800 } as const

/** The bounds of a set, with what of them is left out. Weekdays begin on Monday here. */
function boundsOf(set: LeechBlockSet, left: LimitLeftCollector): Bound[] {
  const { ranges, limitSeconds, periodSeconds, combine } = set
  const days = [...set.days.slice(1), set.days[0] === true]
  if (!days.some(Boolean)) {
    left.add('noDay')
    return []
  }
  const hours = closedHours(ranges, days)
  const more = hours ? [hours] : []
  // Minutes without a period limit nothing there.
  if (limitSeconds === null || periodSeconds === null) return more
  const isWeek = periodSeconds === PERIODS.week
  if (combine === 'and' && limitSeconds === 0) return more
  if (!isWeek && periodSeconds !== PERIODS.day) left.add('period')
  if (combine === 'and') {
    left.add('together')
    return []
  }
  if (limitSeconds === 0)
    return [
      days.every(Boolean)
        ? ALWAYS
        : ({ ...ALWAYS, ranges: onDays(days, [{ from: 0, to: DAY_MINUTES }]) } as Bound),
    ]
  if (!isWeek && periodSeconds !== PERIODS.day) return more
  // Its weeks begin on Sunday.
  if (set.offsetHours !== 0 || isWeek) left.add('dayStart')
  if (isWeek && set.rollover) left.add('rollover')
  if (isWeek && !days.every(Boolean)) left.add('weekdays')
  const minutes = limitMinutes(limitSeconds)
  const allowance = isWeek
    ? ({ per: 'week', of: minutes } as const)
    : ({ per: 'day', of: onDays(days, minutes) } as const)
  return [...more, { type: 'time', allowance }]
}

/** What happens to pages: a delay is a pause, and what only spoils the view closes nothing. */
function strictnessOf(set: LeechBlockSet, left: LimitLeftCollector): Strictness {
  if (set.isFiltered) {
    left.add('filter')
    return 'notice'
  }
  if (set.delaySeconds === null) return 'wall'
  if (set.delaySeconds > PAUSE_SECONDS.max) left.add('longPause')
  return 'pause'
}

/** A set as a limit. `sites` with signs before them that no rule here has are left out by name. */
export function limitOfSet(set: LeechBlockSet): ForeignLimit {
  const left = collectLimitLeft()
  const [targets, except]: [string[], string[]] = [[], []]
  for (const site of set.sites) {
    const sign = site.charAt(0)
    if (sign === '~') left.add('keyword', site)
    else if (sign === '>') left.add('referrer', site)
    else if (sign === '+') except.push(site.slice(1))
    else if (sign !== '#') targets.push(site)
  }
  const [block, allow, keyword] = set.regexps
  for (const regexp of [block, allow]) if (regexp !== '') left.add('regexp', regexp)
  if (keyword !== '') left.add('keyword', keyword)
  if (set.hasList) left.add('list')
  const bounds = boundsOf(set, left)
  const strictness = strictnessOf(set, left)
  addIfEmpty(bounds, left)
  return {
    name: set.name,
    targets,
    except,
    bounds,
    strictness,
    carriesOver: set.rollover,
    left: left.done(),
    ...(set.delaySeconds !== null && { pauseSeconds: set.delaySeconds }),
  }
}

const NAME = new RegExp(`^(${OPTIONS.join('|')})([1-9]\\d?)$`)

/** The sets in some options; others than those in `OPTIONS` are not looked at. */
function setsIn(options: Iterable<readonly [name: string, value: unknown]>): LeechBlockSet[] {
  const sets: Options[] = []
  for (const [name, value] of options) {
    const [, option, number] = NAME.exec(name) ?? []
    const index = Number(number) - 1
    if (option !== undefined && index < MOST_SETS) (sets[index] ??= {})[option as Option] = value
  }
  return Array.from(sets, (set) => setOf(set ?? {}))
}

/** The options in a text, up to the first `=` of each line. */
function* optionsIn(text: string): Generator<[string, string]> {
  for (const line of linesIn(text)) {
    const at = line.indexOf('=')
    if (at > 0) yield [line.slice(0, at), line.slice(at + 1).replaceAll('\\n', ' ')]
  }
}

/** The sets of a text, or of a parsed file. */
export const leechBlockSets = (file: unknown): LeechBlockSet[] =>
  setsIn(typeof file === 'string' ? optionsIn(file) : Object.entries(file as object))

/** Whether a parsed file is a list of options. */
export const isLeechBlock = (file: unknown): boolean =>
  typeof file === 'object' && file !== null && ('sites1' in file || 'setName1' in file)

/** The same of a text. */
export const isLeechBlockText = (text: string): boolean => /^(?:setName|sites)1=/m.test(text.slice(0, 4000))

/** Reads options, as a text or parsed. A set without sites is one that was never filled in. */
export function readLeechBlock(file: unknown): ToolAnswer {
  const sets = leechBlockSets(file).filter(
    ({ sites, regexps, hasList }) => sites.length > 0 || hasList || regexps.some((regexp) => regexp !== ''),
  )
  if (sets.length === 0) return refusedAs('noLimits', TOOL)
  return { tables: [{ ...collectTable(TOOL).done(), limits: sets.map(limitOfSet) }] }
}
