import { describe, expect, test } from 'vitest'
import { readForeign } from '../../../../domain/file/foreign/recognise'
import {
  broughtBy,
  byDayAndHost,
  foreignText,
  refusalOf,
  sumOfTimes,
  tableOf,
  TODAY,
} from '../../../fixtures/foreign-files'

interface Expected {
  files: Record<string, { seconds: number; sessions: number; from: string; to: string; rows?: number }>
  days: Record<string, Record<string, [seconds: number, sessions: number]>>
}

const expected = JSON.parse(foreignText('web-activity-time-tracker/expected.json')) as Expected
const fileOf = (name: string): string => foreignText(`web-activity-time-tracker/${name}`)

const expectedDays = (from: string, to: string) => {
  const days: Record<string, Record<string, [number, number]>> = {}
  for (const [day, hosts] of Object.entries(expected.days))
    if (day >= from && day <= to)
      days[day] = Object.fromEntries(
        Object.entries(hosts).map(([host, time]) => [host.startsWith('file:') ? 'file:' : host, time]),
      )
  return days
}

describe('the files of Web Activity Time Tracker', () => {
  test.each(Object.entries(expected.files))(
    '%s gives each day and site',
    (name, { seconds, sessions, from, to }) => {
      const table = tableOf(fileOf(name))
      expect(table.source).toBe('watt')
      expect(table.left).toEqual([])
      expect(byDayAndHost(table, 1000)).toEqual(expectedDays(from, to))
      expect(sumOfTimes(table.times) / 1000).toBe(seconds)
      expect(table.times.reduce((sum, { opens }) => sum + (opens ?? 0), 0)).toBe(sessions)
    },
  )

  test('the address of a local file goes no further', () => {
    const brought = JSON.stringify(broughtBy(fileOf('backup-11_22_2026.json')))
    expect(brought).toContain('"surface":"file"')
    expect(brought).not.toContain('Rechnung')
  })
})

describe('a table of Web Activity Time Tracker', () => {
  const csv = (...lines: string[]) => ['Date,WebSite,Time(sec),Sessions', ...lines, ''].join('\r\n')

  test('with a comma in an address and empty lines is read from both ends', () => {
    const { times } = tableOf(csv('1/2/2026,file:///C:/a,b,c.pdf,60,1', '', '1/3/2026,a.example,5,2', ''))
    expect(times).toEqual([
      { day: '2026-01-02', host: 'file:', ms: 60_000, opens: 1 },
      { day: '2026-01-03', host: 'a.example', ms: 5000, opens: 2 },
    ])
  })

  test('that lacks the first day its name promises brings the days it has', () => {
    const table = tableOf(fileOf('websites_11_2_2026-11_6_2026.csv'))
    expect(table.times.map(({ day }) => day).toSorted()[0]).toBe('2026-11-03')
  })

  test('of version 2 has the month first, also where a day could be one', () => {
    expect(tableOf(csv('3/4/2026,a.example,5,2')).times[0]?.day).toBe('2026-03-04')
  })

  test('of version 1 has its dates as the language writes them', () => {
    const first = (date: string) => `domain,date,time(sec)\r\na.example,${date},60\r\nb.example,${date},5`
    expect(tableOf(first('22.11.2025')).times[0]?.day).toBe('2025-11-22')
    expect(tableOf(first('2025-11-22')).times[0]?.day).toBe('2025-11-22')
    expect(tableOf(first('22/11/2025')).times[0]?.day).toBe('2025-11-22')
    expect(tableOf(first('11/22/2025')).times[0]?.day).toBe('2025-11-22')
  })

  test('of version 1 whose dates can be read in two ways is read in both', () => {
    const answer = readForeign('domain,date,time(sec)\r\na.example,3/4/2026,60', TODAY)
    const days = 'tables' in answer ? answer.tables.map(({ times }) => times[0]?.day) : []
    expect(days).toEqual(['2026-03-04', '2026-04-03'])
  })

  test('is read in one way if the other would lie in the future', () => {
    expect(tableOf('domain,date,time(sec)\r\na.example,12/11/2026,60').times[0]?.day).toBe('2026-11-12')
  })
})

test('a backup with broken parts brings the others', () => {
  const days = [
    { date: '11/21/2026', summary: 60, counter: 1 },
    { date: '11/2/2026', summary: 5, counter: 1 },
  ]
  const file = [{ url: 'a.example', summaryTime: 1, days }, { url: 'b.example', summaryTime: 1 }, null]
  expect(tableOf(JSON.stringify(file))).toMatchObject({
    times: [{ ms: 60_000 }, { ms: 5000 }],
    left: [{ why: 'unreadable', rows: 2 }],
  })
  expect(refusalOf(JSON.stringify(file).slice(0, -20))).toBe('cutOff')
})
