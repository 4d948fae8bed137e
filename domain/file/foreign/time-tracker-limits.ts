/**
 * Limits and categories in a backup of Time Tracker. A limit (`__limit__`) has conditions, addresses with `*`, those after
 * `+` excepted; seconds and visits a day (`time`, `count`) and a week (`weekly`, `weeklyCount`), closed `periods` in minutes
 * of the day, maybe across midnight, and `weekdays` from Monday (0); none are all. Zero is no limit. A category (`__cate__`)
 * has a name and the hosts that belong to it (`autoRules`); a site (`__site__`) may name its category.
 */
import type { ClockRange } from '../../time/interval'
import { DAY_MINUTES } from '../../time/local-time'
import type { Bound } from '../../firewall/rule'
import { MOST_ROWS, MOST_TARGETS } from '../most'
import {
  addIfEmpty,
  closedHours,
  collectLimitLeft,
  type ForeignCategory,
  type ForeignLimit,
  limitName,
  onDays,
  limitMinutes,
  type LimitLeftCollector,
} from './foreign-limits'
import { plainNumber } from './lines'

type Fields = Record<string, unknown>

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {}
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const textsOf = (value: unknown): string[] =>
  listOf(value).filter((one) => typeof one === 'string' && one.trim() !== '') as string[]

/** An amount; 0 for none. */
const amountOf = (value: unknown): number => Math.floor(plainNumber(value) ?? 0)

function daysOf(value: unknown): boolean[] {
  const named = new Set(listOf(value))
  return Array.from({ length: 7 }, (_, day) => named.size === 0 || named.has(day))
}

/** The last minute that the tool can name belongs to a period: until 23:59 is until midnight, as until 0:00 is. */
const endOf = (to: number): number => (to === 0 || to === DAY_MINUTES - 1 ? DAY_MINUTES : to)

/** A weekday is asked for at each moment: of a night across midnight, both parts are of the same day, not of one night. */
const onOneDay = ({ from, to }: ClockRange): ClockRange[] =>
  from < to
    ? [{ from, to }]
    : [
        { from: 0, to },
        { from, to: DAY_MINUTES },
      ]

function periodsOf(value: unknown, days: readonly boolean[]): ClockRange[] {
  const periods = listOf(value).flatMap((period) => {
    const [from, to] = listOf(period).map(plainNumber)
    const isClock = from !== null && from !== undefined && from < DAY_MINUTES && Number.isInteger(from)
    const isEnd = to !== null && to !== undefined && to <= DAY_MINUTES && Number.isInteger(to)
    return isClock && isEnd && from !== to ? [{ from, to: endOf(to) }] : []
  })
  return days.every(Boolean) ? periods : periods.flatMap(onOneDay)
}

function boundsOf(limit: Fields, left: LimitLeftCollector): Bound[] {
  const days = daysOf(limit['weekdays'])
  const [time, count] = [amountOf(limit['time']), amountOf(limit['count'])]
  const [weekly, weeklyCount] = [amountOf(limit['weekly']), amountOf(limit['weeklyCount'])]
  const hours = closedHours(periodsOf(limit['periods'], days), days)
  const bounds: Bound[] = []
  if (time > 0) bounds.push({ type: 'time', allowance: { per: 'day', of: onDays(days, limitMinutes(time)) } })
  if (weekly > 0) bounds.push({ type: 'time', allowance: { per: 'week', of: limitMinutes(weekly) } })
  if (count > 0) bounds.push({ type: 'opens', allowance: { per: 'day', of: onDays(days, count) } })
  if (weeklyCount > 0) bounds.push({ type: 'opens', allowance: { per: 'week', of: weeklyCount } })
  if (hours) bounds.push(hours)
  if (weekly + weeklyCount > 0 && !days.every(Boolean)) left.add('weekdays')
  if (amountOf(limit['visitTime']) > 0) left.add('visit')
  addIfEmpty(bounds, left)
  return bounds
}

function limitOf(limit: Fields): ForeignLimit {
  const left = collectLimitLeft()
  const cond = limit['cond']
  const conditions = textsOf(typeof cond === 'string' ? [cond] : cond).slice(0, MOST_TARGETS)
  return {
    name: limitName(limit['name']),
    targets: conditions.filter((one) => !one.startsWith('+')),
    except: conditions.flatMap((one) => (one.startsWith('+') ? one.slice(1) : [])),
    bounds: boundsOf(limit, left),
    strictness: 'wall',
    carriesOver: false,
    left: left.done(),
  }
}

/** The limits of a parsed backup. */
export const limitsIn = (file: unknown): ForeignLimit[] =>
  listOf(fieldsOf(file)['__limit__'])
    .slice(0, MOST_ROWS.limits)
    .map((limit) => limitOf(fieldsOf(limit)))

/** So many categories are read, and so many hosts of each. */
const MOST_CATEGORIES = 200
const MOST_HOSTS = 5000

/** The categories of a parsed backup. */
export function categoriesIn(file: unknown): ForeignCategory[] {
  const sites = listOf(fieldsOf(file)['__site__']).map(fieldsOf)
  return listOf(fieldsOf(file)['__cate__'])
    .slice(0, MOST_CATEGORIES)
    .map(fieldsOf)
    .map(({ id, name, autoRules }) => ({
      name: limitName(name),
      hosts: [
        ...sites.flatMap(({ host, cate }) => (cate === id && typeof host === 'string' ? host : [])),
        ...textsOf(autoRules),
      ].slice(0, MOST_HOSTS),
    }))
    .filter(({ name }) => name !== '')
}
