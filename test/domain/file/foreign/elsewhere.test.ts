/** Files that real people have and no sample shows: other languages, versions, spreadsheets and systems. */
import { describe, expect, test } from 'vitest'
import { readAny } from '../../../../domain/file/read-any'
import { bucketsOf, exportOf, NOON, tab } from '../../../fixtures/activitywatch'
import { TODAY } from '../../../fixtures/foreign-files'

const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

/** The days that a file brings in each way to read it: `day seconds` each; or why it is refused, and as which tool's. */
function daysOf(file: string | Uint8Array): string[][] | string {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const reading = readAny(bytes, { today: TODAY, opinions: [], offsetAt: () => 60 })
  if ('foreignRefused' in reading) return `${reading.foreignRefused.tool} ${reading.foreignRefused.refusal}`
  if (!('foreign' in reading)) return 'not foreign'
  return reading.foreign.map(({ rows, days }) => [
    ...rows.map(({ day, ms }) => `${day} ${ms / 1000}`),
    ...days.map(({ day, lengths }) => `${day} ${lengths.reduce((sum, ms) => sum + ms, 0) / 1000}`),
  ])
}

const backup = (...dates: string[]) =>
  JSON.stringify([
    { url: 'a.example', summaryTime: 1, days: dates.map((date) => ({ date, summary: 61, counter: 1 })) },
  ])

describe('a backup of Web Activity Time Tracker 1 with dates as the browser writes them in', () => {
  test.each([
    ['German', '22.11.2021'],
    ['French', '22/11/2021'],
    ['American', '11/22/2021'],
    ['Japanese', '2021/11/22'],
    ['Korean', '2021. 11. 22.'],
    ['Czech', '22. 11. 2021'],
    ['Bulgarian', '22.11.2021 г.'],
    ['Swedish', '2021-11-22'],
    ['Dutch', '22-11-2021'],
    ['Latvian', '22.11.2021.'],
    ['Egyptian', '٢٢\u200f/١١\u200f/٢٠٢١'],
    ['Bengali', '২২/১১/২০২১'],
    ['Thai', '22/11/2564'],
    ['American, in the older Edge', '\u200e11\u200e/\u200e22\u200e/\u200e2021'],
  ])('%s', (_language, date) => {
    expect(daysOf(backup(date))).toEqual([['2021-11-22 61']])
    // Its table has the same dates; that of Czech and Korean holds spaces.
    expect(daysOf(`domain,date,time(sec)\r\na.example,${date},61\r\n`)).toEqual([['2021-11-22 61']])
  })

  test('German, and of version 2 since, has both kinds', () => {
    expect(daysOf(backup('22.11.2021', '3.12.2021', '11/23/2023'))).toEqual([
      ['2021-11-22 61', '2021-12-03 61', '2023-11-23 61'],
    ])
  })

  test('German, and of version 2 since in the first days of a month, is asked about', () => {
    expect(daysOf(backup('22.11.2021', '3/4/2023'))).toEqual([
      ['2021-11-22 61', '2023-03-04 61'],
      ['2021-11-22 61', '2023-04-03 61'],
    ])
  })

  test('British, and of version 2 since, is told apart by time; what could be of either time is left out', () => {
    const dates = ['25/3/2021', '3/4/2021', '20/12/2022', '2/1/2023', '1/15/2023', '1/1/2023', '3/4/2023']
    expect(daysOf(backup(...dates))).toEqual([
      ['2021-03-25', '2021-04-03', '2022-12-20', '2023-01-01', '2023-01-15', '2023-03-04'].map(
        (day) => `${day} 61`,
      ),
    ])
    // No time before which all have the day first.
    expect(daysOf(backup('25/3/2023', '1/15/2023'))).toBe('watt unreadable')
  })

  test('Persian, by another calendar, is refused', () => {
    expect(daysOf(backup('۱۴۰۰/۹/۱'))).toBe('watt tooEarly')
  })
})

const TT = 'Datum;Domain;Seitenname;Kategorie;Dauer;Besuche'
const RT = 'Date,Time Spent (seconds),Number of People,Activity,Category,Productivity'
const ONE_DAY = [['2018-11-03 61']]

describe('a table that a spreadsheet saved anew is read:', () => {
  test.each([
    [
      'Web Activity Time Tracker, German',
      'Date;WebSite;Time(sec);Sessions\r\n03.11.2018;a.example;61;2\r\n;;;\r\n;;;\r\n',
    ],
    [
      'Web Activity Time Tracker, all in quotes',
      'Date,WebSite,Time(sec),Sessions\r\n"11/3/2018","a.example","61","2"\r\n,,,\r\n',
    ],
    ['Time Tracker, German', `${TT}\r\n20181103;a.example;"Eins; zwei";;61;1\r\n`],
    [
      'Time Tracker, texts in quotes',
      `${TT.replaceAll(';', ',')}\n20181103,"a.example","Eins, ""zwei""","",61,1\n`,
    ],
    [
      'Time Tracker, as Unicode text',
      utf16(`${TT.replaceAll(';', '\t')}\r\n20181103\ta.example\t\t\t61\t1\r\n`),
    ],
    ['RescueTime, German', `${RT.replaceAll(',', ';')}\r\n03.11.2018 13:00;61;1;a.example;X;-2\r\n`],
    ['Webtime Tracker, Korean', 'Domain,2018. 11. 3.,2018. 11. 3.\na.example,61,61\n'],
    ['Webtime Tracker, with empty columns', 'Domain;03.11.2018;;\r\na.example;61;;\r\n;;;\r\n'],
    [
      'StayFree, with empty columns',
      'App;Gerät;03.11.2018;Summe;;\r\nInstagram;;1m 1s;1m 1s;;\r\nSumme;;1m 1s;1m 1s;;\r\n;;;;;\r\n',
    ],
    ['Web Activity Time Tracker, of an old Mac', 'domain,date,time(sec)\ra.example,2018-11-03,61\r'],
  ])('%s', (_name, file) => {
    expect(daysOf(file)).toEqual(ONE_DAY)
  })

  test('Web Activity Time Tracker, British: day and month change places where they can', () => {
    const at = (...dates: string[]) =>
      ['Date,WebSite,Time(sec),Sessions', ...dates.map((date) => `${date},a.example,61,2`)].join('\r\n')
    expect(daysOf(at('03/11/2018', '13/11/2018'))).toEqual([['2018-11-03 61', '2018-11-13 61']])
    expect(daysOf(at('03/11/2018'))).toEqual([['2018-03-11 61'], ['2018-11-03 61']])
  })

  test('RescueTime, American: month and day change places where they can', () => {
    const at = (...dates: string[]) => [RT, ...dates.map((date) => `${date},61,1,a.example,X,0`)].join('\n')
    expect(daysOf(at('11/3/2018 13:00', '11/13/2018 13:00'))).toEqual([['2018-11-03 61', '2018-11-13 61']])
    expect(daysOf(at('11/3/2018 1:05 PM'))).toEqual([['2018-11-03 61'], ['2018-03-11 61']])
    expect(daysOf(at('11/4/2018 0:00', '11/11/2018 0:00', '11/18/2018 0:00'))).toBe('rescuetime otherReport')
  })
})

describe('RescueTime', () => {
  test('as JSON of its interface brings the same as its table, and no other report does', () => {
    const headers = RT.split(',')
    const rows = [['2018-11-03T13:00:00', 61, 1, 'a.example', 'X', -2]]
    expect(daysOf(JSON.stringify({ notes: 'x', row_headers: headers, rows }))).toEqual(ONE_DAY)
    const ranks = { row_headers: ['Rank', ...headers.slice(1)], rows: [[1, 61, 1, 'a.example', 'X', -2]] }
    expect(daysOf(JSON.stringify(ranks))).toBe('rescuetime otherReport')
    expect(daysOf(JSON.stringify({ row_headers: headers, rows: [null, 7, {}] }))).toBe(
      'rescuetime unreadable',
    )
  })

  test('as the archive of everything, which has no header, is read by hours', () => {
    const line = (time: string, activity: string) =>
      `2018-11-03 ${time} -0800,${activity},"Some, details",Social,Communication,30`
    expect(daysOf([line('13:00:00', 'a.example'), line('14:00:00', 'a.example')].join('\n'))).toEqual([
      ['2018-11-03 60'],
    ])
  })

  test('with documents beside activities sums them', () => {
    const header = RT.replace('Category', 'Document,Category')
    const line = (seconds: number) => `2018-11-03T13:00:00,${seconds},1,a.example,"x, ""y""",X,0`
    expect(daysOf([header, line(60), line(1)].join('\n'))).toEqual(ONE_DAY)
  })

  test('with names of apps that look like hosts leaves those out', () => {
    const file = `${RT}\n2018-11-03T13:00:00,61,1,a.example,X,0\n2018-11-03T13:00:00,9,1,com.some.app,X,0`
    expect(daysOf(file)).toEqual(ONE_DAY)
  })
})

describe('StayFree in', () => {
  test.each([
    ['German', '3. November 2018', '1 Std. 2 Min. 3 Sek.'],
    ['French', '3 novembre 2018', '1 h 2 min 3 s'],
    ['Spanish', '3 de noviembre de 2018', '1 h 2 min 3 s'],
    ['Portuguese', '3 de novembro de 2018', '1h 2m 3s'],
    ['Russian', '3 ноября 2018 г.', '1 ч 2 мин 3 с'],
    ['Ukrainian', '3 листопада 2018 р.', '1 год 2 хв 3 с'],
    ['Japanese', '2018年11月3日', '1時間2分3秒'],
    ['Chinese', '2018年11月3日', '1小时2分钟3秒'],
    ['Korean', '2018년 11월 3일', '1시간 2분 3초'],
    ['Turkish', '3 Kasım 2018', '1 sa 2 dk 3 sn'],
    ['Hungarian', '2018. november 3.', '1 ó 2 p 3 mp'],
    ['Vietnamese', '03-11-2018', '1 giờ 2 phút 3 giây'],
    ['Finnish', '3. marraskuuta 2018', '1 t 2 min 3 s'],
    ['Norwegian', '3. november 2018', '1t 2m 3s'],
    ['Greek', '3 Νοεμβρίου 2018', '1 ώρα 2 λεπτά 3 δευτ.'],
    ['Indonesian', '3 November 2018', '1 jam 2 menit 3 s'],
  ])('%s is read', (_language, day, time) => {
    const file = `App;Device;${day};Total\nInstagram;;${time};${time}\nTotal;;${time};${time}\n`
    expect(daysOf(file)).toEqual([['2018-11-03 3723']])
  })

  test('a language whose month is another’s is asked about, unless another month tells', () => {
    const file = (...days: string[]) =>
      [`App;Device;${days.join(';')};Total`, `Instagram;${';1h'.repeat(days.length)};${days.length}h`].join(
        '\n',
      )
    // November in Poland, October in Croatia.
    expect(daysOf(file('3 listopada 2018'))).toEqual([['2018-11-03 3600'], ['2018-10-03 3600']])
    expect(daysOf(file('3 listopada 2018', '3 grudnia 2018'))).toEqual([
      ['2018-11-03 3600', '2018-12-03 3600'],
    ])
  })

  test('no language is unknown', () => {
    expect(daysOf('App;Device;3 abcember 2018;Total\nInstagram;;1h;1h')).toBe('null unknown')
  })

  test('units that no language has are no times', () => {
    expect(daysOf('App;Device;2018-11-03;Total\nInstagram;;1 xh;1 xh')).toBe('null unknown')
  })
})

describe('ActivityWatch', () => {
  const at = (timestamp: string) =>
    exportOf(bucketsOf({ tabs: [{ ...tab(0, 60, 'https://a.example/'), timestamp }] }))

  test.each([
    '2026-11-20T12:00:00Z',
    '2026-11-20T12:00:00',
    '2026-11-20T13:00:00.000999+01:00',
    '2026-11-20T07:00:00.000000-0500',
    '2026-11-20 12:00:00+00',
  ])('with the time %s is read to the same moment', (timestamp) => {
    expect(Date.parse('2026-11-20T12:00:00Z')).toBe(NOON)
    expect(daysOf(at(timestamp))).toEqual([['2026-11-20 60']])
  })

  test('with a bucket that lacks its events is read', () => {
    const buckets = [
      { id: 'x', type: 'app.editor.activity' },
      ...bucketsOf({ tabs: [tab(0, 60, 'https://a.example/')] }),
    ]
    expect(daysOf(JSON.stringify(buckets))).toEqual([['2026-11-20 60']])
  })

  test('as the events of a bucket alone is refused as such', () => {
    expect(daysOf(JSON.stringify([{ id: 1, ...tab(0, 60, 'https://a.example/') }]))).toBe(
      'activitywatch noPresence',
    )
  })
})
