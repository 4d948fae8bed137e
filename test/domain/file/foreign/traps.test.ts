/** The traps of other tools' files, each with what is right; and every sample that may be copied, spoiled. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAny } from '../../../../domain/file/read-any'
import { isSurface } from '../../../../domain/file/row-fields'
import { broughtByExport, bucketsOf, exportOf, presence, program, tab } from '../../../fixtures/activitywatch'
import { foreignBytes, foreignText, TODAY } from '../../../fixtures/foreign-files'
import { isStorable } from '../../../fixtures/foreign-rules'

const BY = { today: TODAY, opinions: [], offsetAt: () => 60 }
const utf8 = (text: string) => new TextEncoder().encode(text)
const SECOND_MS = 1000

/** What a file brings, in seconds, or why it is refused. */
function secondsOf(file: string | Uint8Array): number | string {
  const reading = readAny(typeof file === 'string' ? utf8(file) : file, BY)
  if ('foreignRefused' in reading) return reading.foreignRefused.refusal
  if (!('foreign' in reading)) return 'not foreign'
  const [{ rows, days }] = reading.foreign as [(typeof reading.foreign)[number]]
  const spans = days.flatMap(({ lengths }) => [...lengths])
  return [...rows.map(({ ms }) => ms), ...spans].reduce((sum, ms) => sum + ms, 0) / SECOND_MS
}

const TT = 'Date,Domain,Site Name,Duration,Visits'
const WATT = 'Date,WebSite,Time(sec),Sessions'
const PHONE = ',Device,"November 10, 2023","November 11, 2023",Total Usage'
const A = 'https://a.example/'
const aw = (tabs: Parameters<typeof bucketsOf>[0]) => exportOf(bucketsOf(tabs))
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

const TRAPS: readonly [trap: string, file: string | Uint8Array, right: number | string][] = [
  [
    'the first day stands twice in the header',
    'Domain,2023-11-01,2023-11-01,2023-11-02\na.example,61,61,9',
    70,
  ],
  [
    'a virtual site is in its host, too',
    '{"__stat__":[{"host":"github.com","date":"20261101","focus":60000,"time":1},{"host":"github.com/*/issues","date":"20261101","focus":20000,"time":1}]}',
    60,
  ],
  ['a tab group is in its sites', `${TT}\n20261101,_g_1,G,50,1\n20261101,a.example,,60,1`, 60],
  [
    'names hold commas, unquoted',
    `${TT}\n20261101,a.example,One, two, three,61,2\n20261101,b.example,,1,1`,
    62,
  ],
  ['addresses of files hold commas, unquoted', `${WATT}\r\n11/1/2026,file:///a,b,c.pdf,61,2\r\n`, 61],
  [
    'an empty line ends each day',
    `${WATT}\r\n11/1/2026,a.example,61,2\r\n\r\n11/2/2026,a.example,9,1\r\n\r\n`,
    70,
  ],
  [
    'the last row and column are sums',
    `${PHONE}\nYouTube,,1m 0s,2m 0s,3m 0s\nInstagram,,1m 0s,,1m 0s\nTotal Usage,,2m 0s,2m 0s,4m 0s`,
    240,
  ],
  [
    'nobody was there',
    aw({ tabs: [tab(0, 100, A)], presences: [presence(0, 40), presence(40, 60, 'afk')] }),
    40,
  ],
  ['another program was in front', aw({ tabs: [tab(0, 100, A)], programs: [program(0, 30, 'firefox')] }), 30],
  ['a window was private', aw({ tabs: [tab(0, 9, A), tab(9, 50, A, { incognito: true })] }), 9],
  ['a spreadsheet wrote the dates anew', 'Domain,9/18/18,9/19/18\na.example,61,9', 70],
  ['a spreadsheet wrote semicolons', 'Domain;18.09.2018;19.09.2018\r\na.example;61;9', 70],
  ['a byte order mark stands first', `\uFEFF${TT}\r\n20261101,a.example,,61,2\r\n`, 61],
  ['lines end with CRLF', `${TT}\r\n20261101,a.example,,61,2\r\n20261102,a.example,,9,2\r\n`, 70],
  ['it is UTF-16', utf16(`${TT}\r\n20261101,a.example,,61,2\r\n`), 61],
  ['the header is in another language', '日付,ドメイン,名前,時間,訪問\n20261101,a.example,,61,2', 61],
  [
    'a backup breaks off',
    foreignText('time-tracker/timer_backup_20261122_112453.json').slice(0, -99),
    'cutOff',
  ],
  [
    'it is merged by category',
    `Date,Category,Duration,Visits\n20261101,Work,61,2\n20261102,Play,5,1`,
    'otherReport',
  ],
  [
    'it is merged over dates',
    'Domain,Site Name,Duration,Visits\na.example,,61,2\nb.example,,5,1',
    'otherReport',
  ],
  [
    'times are in an unnamed unit',
    `${TT}\n20261101,a.example,,1.5,2\n20261102,a.example,,0.2,2`,
    'otherUnit',
  ],
  [
    'a day has more than 24 hours',
    `${TT}\n20261101,a.example,,50000,2\n20261101,b.example,,50000,2`,
    'dayTooLong',
  ],
  ['a date is after tomorrow', `${TT}\n20261130,a.example,,61,2`, 'tooLate'],
  ['a date is before 2005', `${TT}\n19991101,a.example,,61,2`, 'tooEarly'],
  ['it is the binary file of a spreadsheet', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'sheet'],
  ['visits have no durations', '{"Browser History":[{"url":"https://a.example/","time_usec":1}]}', 'visits'],
]

describe('what a file brings, in seconds', () => {
  test.each(TRAPS)('if %s', (_trap, file, right) => {
    expect(secondsOf(file)).toBe(right)
  })

  test('if it has 95 MB', () => {
    const name = 'long, name, '.repeat(400)
    const lines = Array.from({ length: 19_700 }, (_, index) => `20261101,s${index}.example,${name},1,1`)
    const bytes = utf8([TT, ...lines].join('\n'))
    expect(bytes.length).toBeGreaterThan(95_000_000)
    expect(secondsOf(bytes)).toBe(lines.length)
  }, 60_000)
})

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const hostile = fc.oneof(
  fc.constantFrom<Json>(null, true, -1, 1e308, 'x', '', '__proto__', [], {}, [[]], '20269999', '\u202e'),
  fc.double({ noNaN: true }),
  fc.string(),
)

/** A parsed file with one value replaced, at a place that the numbers lead to. */
function spoilt(file: Json, way: readonly number[], put: Json): Json {
  const [step = 0, ...rest] = way
  if (way.length === 0 || typeof file !== 'object' || file === null) return put
  if (Array.isArray(file)) {
    const at = step % Math.max(1, file.length)
    return file.length === 0 ? put : file.map((one, index) => (index === at ? spoilt(one, rest, put) : one))
  }
  const keys = Object.keys(file)
  const at = keys[step % Math.max(1, keys.length)]
  return at === undefined ? put : { ...file, [at]: spoilt(file[at] as Json, rest, put) }
}

/** Whether everything that a file brings can be stored: sites, times and limits. */
function isSane(bytes: Uint8Array): boolean {
  const reading = readAny(bytes, BY)
  if (!('foreign' in reading)) return true
  return reading.foreign.every(
    ({ rows, limits, kinds }) =>
      rows.every(({ surface, ms }) => isSurface(surface) && ms >= 1 && ms <= 86_400_000) &&
      kinds.every(({ surface }) => isSurface(surface)) &&
      limits.every(({ rules }) => rules.every((rule) => isStorable(rule) && !rule.isOn)),
  )
}

const JSON_SAMPLES = [
  'time-tracker/timer_backup_20261122_112453.json',
  'time-tracker/My_Browsing_Time_20260726_20261122_Default time format.json',
  'web-activity-time-tracker/backup-11_22_2026.json',
  'leechblock/LeechBlockOptions-2026-11-22T10-18-35.json',
]
const TEXT_SAMPLES = [
  'time-tracker/My_Browsing_Time_20260726_20261122_Default time format.csv',
  'time-tracker/My_Browsing_Time_20260726_20261122_URL_Default time format.csv',
  'time-tracker/My_Browsing_Time_20260726_20261122_Date_URL_Default time format.csv',
  'web-activity-time-tracker/websites_7_26_2026-11_22_2026.csv',
  'leechblock/LeechBlockOptions-2026-11-22T10-18-34.txt',
]

describe('a spoiled sample never fails and brings nothing impossible', () => {
  test.each(JSON_SAMPLES)('%s with other values', (path) => {
    const file = JSON.parse(foreignText(path)) as Json
    const way = fc.array(fc.nat(2000), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(fc.tuple(way, hostile), { minLength: 1, maxLength: 4 }), (changes) => {
        const text = JSON.stringify(changes.reduce((all, [steps, put]) => spoilt(all, steps, put), file))
        expect(isSane(utf8(text))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test.each(TEXT_SAMPLES)('%s with other bytes', (path) => {
    const bytes = foreignBytes(path)
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 30 }), fc.nat(bytes.length), (changes, end) => {
        const broken = Uint8Array.from(bytes)
        for (const [at, byte] of changes) broken[at] = byte
        expect(isSane(broken) && isSane(broken.subarray(0, end))).toBe(true)
      }),
      { numRuns: 25 },
    )
  })
})

test('two exports of ActivityWatch, older and newer, never add', () => {
  const older = exportOf(bucketsOf({ tabs: [tab(0, 300, A)] }))
  const newer = exportOf(bucketsOf({ tabs: [tab(0, 600, A)] }))
  expect(broughtByExport([newer, older]).days).toEqual(broughtByExport([newer]).days)
})
