import { describe, expect, test } from 'vitest'
import {
  broughtBy,
  byDayAndHost,
  foreignText,
  refusalOf,
  sumOfTimes,
  tableOf,
} from '../../../fixtures/foreign-files'

interface Expected {
  virtualSites: Record<string, string>
  files: Record<
    string,
    { rows: number; secondsWithoutVirtual?: number; msWithoutVirtual?: number; from: string }
  >
  days: Record<string, Record<string, [ms: number, visits: number, run?: number, media?: number]>>
}

const expected = JSON.parse(foreignText('time-tracker/expected.json')) as Expected
const BACKUP = 'timer_backup_20261122_112453.json'
const CSV = 'My_Browsing_Time_20260726_20261122_Default time format.csv'
const JSON_RECORDS = 'My_Browsing_Time_20260726_20261122_Default time format.json'
const BY_DOMAIN = 'My_Browsing_Time_20260726_20261122_URL_Default time format.csv'
const WITHOUT_DATES = 'My_Browsing_Time_20260726_20261122_Date_URL_Default time format.csv'
const fileOf = (name: string): string => foreignText(`time-tracker/${name}`)

/** The expected times by day and host, without virtual sites; local files are `file:`, and ports are gone. */
function expectedDays(round: (ms: number) => number): ReturnType<typeof byDayAndHost> {
  const days: ReturnType<typeof byDayAndHost> = {}
  for (const [day, hosts] of Object.entries(expected.days))
    for (const [host, [ms, visits]] of Object.entries(hosts)) {
      if (host in expected.virtualSites) continue
      const name = host.startsWith('__local_') ? 'file:' : host.replace(/:\d+$/, '')
      ;(days[day] ??= {})[name] = [round(ms), visits]
    }
  return days
}

describe('the files of Time Tracker', () => {
  test('the backup gives each day and site to the millisecond', () => {
    const table = tableOf(fileOf(BACKUP))
    expect(table.source).toBe('time-tracker')
    expect(byDayAndHost(table, 1)).toEqual(expectedDays((ms) => ms))
    expect(sumOfTimes(table.times)).toBe(expected.files[BACKUP]!.msWithoutVirtual)
  })

  test.each([CSV, JSON_RECORDS])('%s gives the same, in whole seconds', (name) => {
    const table = tableOf(fileOf(name))
    expect(byDayAndHost(table, 1000)).toEqual(expectedDays((ms) => Math.floor(ms / 1000)))
    expect(sumOfTimes(table.times) / 1000).toBe(expected.files[name]!.secondsWithoutVirtual)
  })

  test('a table merged by domain is read', () => {
    const table = tableOf(fileOf(BY_DOMAIN))
    expect(sumOfTimes(table.times) / 1000).toBe(1_042_623)
    expect(table.times.length).toBe(expected.files[BY_DOMAIN]!.rows)
  })

  test('what they bring is the same for sites, whichever file it is', () => {
    const sites = (name: string) =>
      [...new Set(broughtBy(fileOf(name)).rows.map(({ surface }) => surface))].toSorted()
    expect(sites(CSV)).toEqual(sites(JSON_RECORDS))
    expect(sites(BACKUP)).toEqual(
      expect.arrayContaining(['youtube.com/?', 'google.com/docs', 'file', 'localhost']),
    )
  })

  test('virtual sites are left out, because their hosts hold their time', () => {
    const { left } = tableOf(fileOf(BACKUP))
    const part = left.find(({ why }) => why === 'part')!
    expect(part).toMatchObject({ rows: 52, ms: 16_764_609 + 15_301_509 })
    expect(part.names).toEqual(['github.com/*/issues', 'docs.google.com/spreadsheets/**'])
  })

  test('a table without dates is refused', () => {
    expect(refusalOf(fileOf(WITHOUT_DATES))).toBe('otherReport')
  })
})

describe('a table of Time Tracker', () => {
  const HEADER = '\uFEFFDatum,Domain,Name der Website,Kategorie,Dauer,Besuche'
  const csv = (...lines: string[]) => [HEADER, ...lines].join('\r\n')

  test('with commas in the name of a site is read from both ends', () => {
    const { times, left } = tableOf(
      csv('20261101,a.example,Eins, zwei, drei,Arbeit,61,2', '20261101,b.example,,,0,1'),
    )
    expect(times).toEqual([
      { day: '2026-11-01', host: 'a.example', ms: 61_000, opens: 2 },
      { day: '2026-11-01', host: 'b.example', ms: 0, opens: 1 },
    ])
    expect(left).toEqual([])
  })

  test('leaves out tab groups and pages of the browser', () => {
    const { times, left } = tableOf(
      csv('20261101,_g_12,Gruppe,,60,1', '20261101,about:addons,,,30,1', '20261101,a.example,,,5,1'),
    )
    expect(times.map(({ host }) => host)).toEqual(['a.example'])
    expect(left.map(({ why, rows, ms }) => [why, rows, ms])).toEqual([
      ['group', 1, 60_000],
      ['browser', 1, 30_000],
    ])
  })

  test('merged by category names no site, and is refused', () => {
    expect(
      refusalOf('\uFEFFDate,Site Category,Duration,Visits\r\n20261101,Arbeit,60,1\r\n20261102,Spiel,5,2'),
    ).toBe('otherReport')
    expect(refusalOf('[{"date":"20261101","cate":"Arbeit","focus":"60","time":1}]')).toBe('otherReport')
  })

  test('with hours or minutes in tenths is refused, so that nothing is wrong by a factor', () => {
    expect(refusalOf(csv('20261101,a.example,,,1.5,2', '20261102,a.example,,,0.2,2'))).toBe('otherUnit')
    expect(refusalOf('[{"host":"a.example","date":"20261101","focus":"1.5","time":1}]')).toBe('otherUnit')
  })

  test('that ends in the middle of a line loses that line and says so', () => {
    const { times, left } = tableOf(
      csv('20261101,a.example,,,61,2', '20261101,b.example,,,5,1', '20261102,b.exa'),
    )
    expect(times.length).toBe(2)
    expect(left).toMatchObject([{ why: 'unreadable', rows: 1 }])
  })
})

describe('a backup of Time Tracker', () => {
  const backup = (rows: unknown[], more = {}) =>
    JSON.stringify({ __meta__: { version: '4.5.0' }, __stat__: rows, ...more })
  const row = { host: 'a.example', date: '20261101', focus: 1500, time: 2 }

  test('that breaks off is refused as such', () => {
    expect(refusalOf(fileOf(BACKUP).slice(0, -5000))).toBe('cutOff')
  })

  test('without statistics is refused', () => {
    expect(refusalOf('{"__meta__":{"version":"4.5.0"},"__limit__":[]}')).toBe('otherReport')
  })

  test('keeps ports, limits and passwords to itself', () => {
    const text = backup([{ ...row, host: 'localhost:3000' }], {
      __limit__: [{ cond: ['x.example'], password: 'p' }],
    })
    expect(JSON.stringify(tableOf(text))).not.toMatch(/3000|x\.example|password/)
    expect(tableOf(text).left).toMatchObject([{ why: 'rules', rows: 1 }])
  })

  test.each([
    [{ ...row, focus: -1 }],
    [{ ...row, focus: 'NaN' }],
    [{ ...row, date: '20261301' }],
    [{ ...row, host: 7 }],
    [null],
    [[]],
    [{ host: '__proto__' }],
  ])('leaves out the unreadable row %j', (bad) => {
    expect(tableOf(backup([row, row, bad]))).toMatchObject({
      times: [{ host: 'a.example', ms: 3000, opens: 4 }],
      left: [{ why: 'unreadable', rows: 1 }],
    })
  })
})
