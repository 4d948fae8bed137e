import { opinionsToBring } from '../../../../domain/file/foreign/category-kinds'
import { isStorable } from '../../../fixtures/foreign-rules'
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
    { rows: number; secondsWithoutVirtual?: number; msWithoutVirtual?: number; limits?: number; from: string }
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

describe('the limits in a backup of Time Tracker', () => {
  const limits = () => broughtBy(fileOf(BACKUP)).limits

  test('become rules, all off', () => {
    expect(limits().length).toBe(expected.files[BACKUP]!.limits)
    const rules = limits().flatMap((limit) => limit.rules)
    expect(rules.filter((rule) => rule.isOn || !isStorable(rule))).toEqual([])
    const everyDay = (amount: number) => Array.from({ length: 7 }, () => amount)
    const workdays = (amount: number) => [...Array.from({ length: 5 }, () => amount), null, null]
    expect(limits().map(({ name, rules: some }) => [name, ...some.map(({ bound }) => bound)])).toEqual([
      [
        'YouTube Tageslimit',
        { type: 'time', allowance: { per: 'day', of: everyDay(45) } },
        { type: 'time', allowance: { per: 'week', of: 240 } },
      ],
      [
        'Reddit & Co',
        { type: 'time', allowance: { per: 'day', of: workdays(30) } },
        { type: 'opens', allowance: { per: 'day', of: workdays(12) } },
        { type: 'opens', allowance: { per: 'week', of: 60 } },
      ],
      ['Nachts kein Facebook', expect.objectContaining({ type: 'hours' })],
      ['Issues'],
      ['Leer: ohne Grenzen'],
    ])
  })

  test('keep nights and days: from Monday, the hours after midnight of the same day as those before', () => {
    const hours = [
      { from: 0, to: 420 },
      { from: 720, to: 780 },
      { from: 1320, to: 1440 },
    ]
    expect(limits()[2]!.rules[0]).toMatchObject({
      targets: [{ type: 'site', site: 'facebook.com' }],
      bound: { are: 'blocked', ranges: [hours, hours, hours, hours, null, null, hours] },
    })
  })

  test('name what is left out, and why', () => {
    expect(limits().map(({ left }) => left.map(({ why, names }) => [why, ...names].join(' ')))).toEqual([
      ['visit'],
      ['weekdays'],
      [],
      ['address github.com/*/issues', 'noTarget'],
      ['address www.spiegel.de/**/sport +www.spiegel.de/wissenschaft', 'empty'],
    ])
  })

  const boundOf = (limit: object) =>
    broughtBy(JSON.stringify({ __stat__: [], __limit__: [{ name: 'N', cond: ['a.example'], ...limit }] }))
      .limits[0]!.rules[0]!.bound

  test('with one night of every day become a cutoff', () => {
    const every = Array.from({ length: 7 }, () => 1320)
    expect(boundOf({ periods: [[1320, 420]] })).toEqual({ type: 'cutoff', evenings: every, morning: 420 })
    const split = [
      [1320, 1439],
      [0, 420],
    ]
    expect(boundOf({ periods: split })).toEqual({ type: 'cutoff', evenings: every, morning: 420 })
  })

  test('with a night on some days close the hours of those days', () => {
    const night = [
      { from: 0, to: 420 },
      { from: 1320, to: 1440 },
    ]
    const ranges = [night, null, null, null, null, null, null]
    expect(boundOf({ periods: [[1320, 420]], weekdays: [0] })).toEqual({
      type: 'hours',
      are: 'blocked',
      ranges,
    })
  })

  test.each([
    [null],
    [[]],
    [{ cond: 'x' }],
    [{ cond: [7, null], periods: [[0], 'x', [-1, 5], [1, 1e9]], weekdays: 'x' }],
  ])('of the shape %j bring nothing and break nothing', (limit) => {
    const text = JSON.stringify({ __stat__: [], __limit__: [limit] })
    expect(broughtBy(text).limits[0]).toMatchObject({ rules: [] })
  })
})

describe('the categories in a backup of Time Tracker', () => {
  const text = JSON.stringify({
    __stat__: [{ host: 'a.example', date: '20261101', focus: 1500, time: 2 }],
    __cate__: [
      { id: 1, name: 'News', autoRules: ['a.example', '*.b.example', 'www.youtube.com'] },
      { id: 2, name: 'Arbeit', autoRules: [] },
      { id: 3, name: 'Katzen', autoRules: ['d.example'] },
    ],
    __site__: [{ host: 'c.example', cate: 2, type: 'normal' }],
  })

  test('whose names are kinds give them to sites that are no several parts, the others are named', () => {
    const { kinds, left } = broughtBy(text)
    expect(kinds).toEqual([
      { surface: 'a.example', kind: 'news' },
      { surface: 'b.example', kind: 'news' },
      { surface: 'c.example', kind: 'work' },
    ])
    expect(left).toMatchObject([{ why: 'category', names: ['Katzen'] }])
  })

  test('change no kind that the person chose, or that the catalogue has', () => {
    const { kinds } = broughtBy(text)
    expect(
      opinionsToBring(
        [...kinds, { surface: 'github.com', kind: 'work' }],
        [
          { surface: 'a.example', kind: 'games' },
          { surface: 'b.example', worthQuarters: 4 },
        ],
      ),
    ).toEqual([
      { surface: 'b.example', worthQuarters: 4, kind: 'news' },
      { surface: 'c.example', kind: 'work' },
    ])
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

  test('keeps ports and passwords to itself', () => {
    const text = backup([{ ...row, host: 'localhost:3000' }], {
      __limit__: [{ cond: ['x.example'], time: 60, password: 'hunter2' }],
      __option__: { password: 'hunter2', token: 'hunter2' },
      psw: 'hunter2',
    })
    expect(JSON.stringify(broughtBy(text))).not.toMatch(/3000|hunter2|password|token/)
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

describe('a backup of Time Tracker before version 4', () => {
  const older = {
    '20260726www.heise.de': { focus: 128_304, time: 5 },
    '20260727www.heise.de': { focus: 1500, total: 9000, time: 1, run: 7 },
    '20260727github.com/*/issues': { focus: 700, time: 1 },
    '20260727_g_12': { focus: 800, time: 1 },
    '20260727__local_pdf__': { focus: 900, time: 1 },
    __timer__PERIOD2026072: { 0: 5 },
    __timer__OPTION: { limitPassword: 'hunter2', backupAuths: { gist: 'hunter2' } },
    __timer__LIMIT: {
      1: { i: 1, n: 'A', c: ['www.a.example'], t: 2700, wt: 14_400, e: true, ad: true, wd: [0, 1] },
      '*://b.example/*': { t: 600, e: true },
    },
    __timer__CATE: { 3: { n: 'News' } },
    '__timer__SITE_h_www.heise.de': { a: 'heise', c: 3 },
    '__timer__SITE_h_c.example': { c: 3 },
    '__timer__SITE_hmc.example': { c: 3 },
    __meta__: { version: '3.8.2', ts: 1 },
  }
  const text = JSON.stringify(older)

  test('brings its days as a newer one does', () => {
    expect(tableOf(text)).toMatchObject({
      source: 'time-tracker',
      times: [
        { day: '2026-07-26', host: 'www.heise.de', ms: 128_304, opens: 5 },
        { day: '2026-07-27', host: 'www.heise.de', ms: 1500, opens: 1 },
        { day: '2026-07-27', host: 'file:', ms: 900, opens: 1 },
      ],
      left: [
        { why: 'part', rows: 1 },
        { why: 'group', rows: 1 },
      ],
    })
  })

  test('brings its limits and categories, and no password', () => {
    const { limits, kinds, ...others } = broughtBy(text)
    expect(limits.map(({ name, rules }) => [name, ...rules.map(({ bound }) => bound)])).toEqual([
      [
        'A',
        { type: 'time', allowance: { per: 'day', of: [45, 45, null, null, null, null, null] } },
        { type: 'time', allowance: { per: 'week', of: 240 } },
      ],
      ['', { type: 'time', allowance: { per: 'day', of: [10, 10, 10, 10, 10, 10, 10] } }],
    ])
    expect(limits[1]!.rules[0]!.targets).toEqual([{ type: 'site', site: 'b.example' }])
    expect(kinds).toContainEqual({ surface: 'c.example', kind: 'news' })
    expect(JSON.stringify({ limits, kinds, others })).not.toContain('hunter2')
  })

  test('that breaks off is refused as such', () => {
    expect(refusalOf(text.slice(0, 120))).toBe('cutOff')
  })
})

test('a row of a backup of Time Tracker without time or visits has none', () => {
  const rows = [
    { host: 'a.example', date: '20261101', time: 2 },
    { host: 'b.example', date: '20261101', focus: 5000 },
  ]
  expect(tableOf(JSON.stringify({ __meta__: {}, __stat__: rows }))).toMatchObject({
    times: [
      { host: 'a.example', ms: 0, opens: 2 },
      { host: 'b.example', ms: 5000, opens: 0 },
    ],
    left: [],
  })
})
