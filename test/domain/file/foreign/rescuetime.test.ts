import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { pathBeside, refusalOf, sumOfTimes, tableOf, textOfBytes } from '../../../fixtures/foreign-files'

const HEADER = 'Date,Time Spent (seconds),Number of People,Activity,Category,Productivity'
const csv = (...lines: string[]) => [HEADER, ...lines].join('\r\n')
const line = (date: string, seconds: number, activity: string) => `${date},${seconds},1,${activity},Some,0`

describe('a report of RescueTime', () => {
  test('in steps of five minutes is summed by day; two devices may fill a step twice', () => {
    const { source, times } = tableOf(
      csv(
        line('2026-11-01T00:05:00', 300, 'a.example'),
        line('2026-11-01T00:05:00', 300, 'a.example'),
        line('2026-11-01T23:55:00', 10, 'a.example'),
        line('2026-11-02T00:00:00', 7, 'a.example'),
      ),
    )
    expect(source).toBe('rescuetime')
    expect(times).toEqual([
      { day: '2026-11-01', host: 'a.example', ms: 610_000, opens: null },
      { day: '2026-11-02', host: 'a.example', ms: 7000, opens: null },
    ])
  })

  test('knows the names of sites, and names programs with their time as left out', () => {
    const { times, left } = tableOf(
      csv(
        line('2026-11-01T00:00:00', 60, 'Google Documents'),
        line('2026-11-01T01:00:00', 5, 'Gmail'),
        line('2026-11-01T01:00:00', 90, 'sublime text'),
        line('2026-11-01T02:00:00', 300, 'winword.exe'),
        line('2026-11-01T02:00:00', 1, 'newtab'),
      ),
    )
    expect(times.map(({ host, ms }) => [host, ms])).toEqual([
      ['docs.google.com', 60_000],
      ['mail.google.com', 5000],
    ])
    expect(left).toEqual([
      { why: 'program', rows: 3, ms: 391_000, names: ['winword.exe', 'sublime text', 'newtab'] },
    ])
  })

  test('with commas and quotes in a category is read', () => {
    const quoted = `2026-11-01T00:00:00,60,1,a.example,"News, ""Opinion""",0`
    expect(tableOf(csv(quoted)).times).toMatchObject([{ host: 'a.example', ms: 60_000 }])
  })

  test('by days is read, by weeks or months refused', () => {
    const at = (...days: string[]) => csv(...days.map((day) => line(`${day}T00:00:00`, 60, 'a.example')))
    expect(tableOf(at('2026-11-01', '2026-11-02', '2026-11-08')).times.length).toBe(3)
    expect(refusalOf(at('2026-11-01', '2026-11-08', '2026-11-15'))).toBe('otherReport')
    expect(refusalOf(at('2026-09-01', '2026-10-01', '2026-11-01'))).toBe('otherReport')
  })

  test('of ranks, or without activities, is refused', () => {
    expect(
      refusalOf(
        'Rank,Time Spent (seconds),Number of People,Activity,Category,Productivity\n1,5,1,a.example,x,0',
      ),
    ).toBe('otherReport')
    expect(refusalOf('Date,Time Spent (seconds),Number of People,Category\n2026-11-01T00:00:00,5,1,x')).toBe(
      'otherReport',
    )
  })
})

const real = pathBeside('rescuetime/interval-5min-2018-03-05_2018-03-11.csv')
const expectedFile = pathBeside('rescuetime/expected.json')

test.skipIf(real === null)(
  'a real report gives each day and site (only where the files lie beside the checkout)',
  () => {
    const expected = JSON.parse(readFileSync(expectedFile!, 'utf8')) as {
      total: number
      days: Record<string, { all: number; sites: number; by_site: Record<string, number> }>
    }
    const { times, left } = tableOf(textOfBytes(readFileSync(real!)))
    expect((sumOfTimes(times) + sumOfTimes(left)) / 1000).toBe(expected.total)
    const named = new Set(['docs.google.com', 'mail.google.com'])
    for (const [day, { sites, by_site }] of Object.entries(expected.days)) {
      const found = times.filter((time) => time.day === day && !named.has(time.host))
      expect(Object.fromEntries(found.map(({ host, ms }) => [host, ms / 1000]))).toEqual(by_site)
      expect(sumOfTimes(found) / 1000).toBe(sites)
    }
  },
)
