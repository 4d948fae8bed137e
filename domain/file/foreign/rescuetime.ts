/**
 * RescueTime: CSV of `Date`, `Time Spent (seconds)`, …, `Activity`, …, in steps of five minutes, an hour or a day; `Date` is
 * the local start of a step. An activity is a host, a program, or a name of RescueTime's own.
 */
import Papa from 'papaparse'
import { isHost } from '../../surface/host'
import { addDays, type Day, isDate, weekday } from '../../time/local-time'
import { collectTable, refusedAs, type ToolAnswer } from './foreign-table'
import { hostIn } from './hosts'
import { firstLines, linesIn, remembering, wholeIn } from './lines'

const TOOL = 'rescuetime'

/** RescueTime's own names of sites. */
const NAMED: Readonly<Record<string, string>> = {
  gmail: 'mail.google.com',
  'google documents': 'docs.google.com',
  'google docs': 'docs.google.com',
  'google spreadsheets': 'docs.google.com',
  'google sheets': 'docs.google.com',
  'google presentations': 'docs.google.com',
  'google slides': 'docs.google.com',
  'google drive': 'drive.google.com',
  'google calendar': 'calendar.google.com',
  'google maps': 'maps.google.com',
  'google keep': 'keep.google.com',
  'google meet': 'meet.google.com',
  'google news': 'news.google.com',
  'google translate': 'translate.google.com',
}

/** Files that a system runs look like hosts. */
const RUNS = /\.(?:exe|bat|cmd|msc|msi|dmg|jar|pkg|lnk)$/i

/** The host that an activity is; null for a program. */
function hostOfActivity(activity: string): string | null {
  const named = NAMED[activity.trim().toLowerCase()]
  if (named !== undefined) return named
  const host = hostIn(activity)
  return host.includes('.') && !RUNS.test(host) && isHost(host) ? host : null
}

const cellsOf = (line: string): string[] =>
  line.includes('"') ? (Papa.parse<string[]>(line, { delimiter: ',' }).data[0] ?? []) : line.split(',')

interface Columns {
  date: number
  seconds: number
  activity: number
}

function columnsOf(line: string): Columns {
  const names = cellsOf(line).map((name) => name.trim().toLowerCase())
  return {
    date: names.indexOf('date'),
    seconds: names.indexOf('time spent (seconds)'),
    activity: names.indexOf('activity'),
  }
}

/** Whether a text is a report of this tool. */
export const isRescueTime = (text: string): boolean => columnsOf(firstLines(text, 1)[0] ?? '').seconds >= 0

const MIDNIGHT = /^\d{4}-\d\d-\d\d(?:[T ]00:00(?::00)?)?$/

/** Whether the rows are weeks or months: all begin at midnight, and the days are too far apart. */
function isTooCoarse(starts: ReadonlySet<string>, days: readonly Day[]): boolean {
  if (days.length < 2 || [...starts].some((start) => !MIDNIGHT.test(start))) return false
  const isApart = days.every((day, index) => index === 0 || day >= addDays(days[index - 1] as Day, 7))
  const isAlike = (partOf: (day: Day) => number) => new Set(days.map(partOf)).size === 1
  return isApart && (isAlike(weekday) || isAlike((day) => Number(day.slice(8))))
}

/** Reads a report. Only one by day and activity says how long a site was used on a day. */
export function readRescueTime(text: string): ToolAnswer {
  const table = collectTable(TOOL)
  const starts = new Set<string>()
  const hasDate = remembering(isDate)
  const hostOf = remembering(hostOfActivity)
  let columns: Columns | null = null
  for (const line of linesIn(text)) {
    if (columns === null) {
      columns = columnsOf(line)
      if (columns.date < 0 || columns.activity < 0) return refusedAs('otherReport', TOOL)
      continue
    }
    const cells = cellsOf(line)
    const [start = '', activity = ''] = [cells[columns.date], cells[columns.activity]]
    const [day = '', seconds] = [start.slice(0, 10), wholeIn(cells[columns.seconds]?.trim())]
    if (!hasDate(day) || seconds === null || activity === '') {
      table.leave('unreadable', 0)
      continue
    }
    if (starts.size < 100_000) starts.add(start)
    const host = hostOf(activity)
    if (host === null) table.leave('program', seconds * 1000, activity)
    else table.add({ day, host, ms: seconds * 1000, opens: null })
  }
  const days = [...new Set([...starts].map((start) => start.slice(0, 10)))].toSorted()
  if (isTooCoarse(starts, days)) return refusedAs('otherReport', TOOL)
  return { tables: [table.done()] }
}
