import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  broughtBy,
  pathBeside,
  refusalOf,
  sumOfTimes,
  tableOf,
  textOfBytes,
} from '../../../fixtures/foreign-files'

const CSV = [
  'Domain,2026-11-01,2026-11-01,2026-11-02,2026-11-03',
  'a.example,60,60,0,5',
  'localhost,0,0,7,0',
].join('\n')

describe('a table of Webtime Tracker', () => {
  test('counts the day that stands twice in its header once', () => {
    expect(tableOf(CSV)).toEqual({
      source: 'webtime',
      times: [
        { day: '2026-11-01', host: 'a.example', ms: 60_000, opens: null },
        { day: '2026-11-03', host: 'a.example', ms: 5000, opens: null },
        { day: '2026-11-02', host: 'localhost', ms: 7000, opens: null },
      ],
      left: [],
    })
  })

  test('saved by a spreadsheet has its dates as the spreadsheet writes them', () => {
    const days = (header: string) =>
      tableOf(`${header}\na.example${header.includes(';') ? ';5;6' : ',5,6'}`).times.map(({ day }) => day)
    expect(days('Domain,9/18/18,9/19/18')).toEqual(['2018-09-18', '2018-09-19'])
    expect(days('Domain;18.09.2018;19.09.2018')).toEqual(['2018-09-18', '2018-09-19'])
    expect(days('"Domain","2018-09-18","2018-09-19"')).toEqual(['2018-09-18', '2018-09-19'])
  })

  test('with lines that end in CRLF and a cell that is no number loses that cell only', () => {
    const { times, left } = tableOf('Domain,2026-11-01,2026-11-02\r\na.example,60,x\r\nb.example,1,2\r\n')
    expect(times.length).toBe(3)
    expect(left).toMatchObject([{ why: 'unreadable', rows: 1 }])
  })

  test('with empty cells at the end of its lines is read', () => {
    const { times, left } = tableOf('Domain;18.09.2018;;\na.example;5;;\nb.example;6;;')
    expect(times.map(({ day, ms }) => [day, ms])).toEqual([
      ['2018-09-18', 5000],
      ['2018-09-18', 6000],
    ])
    expect(left).toEqual([])
  })

  test('in which nothing was counted is refused', () => {
    expect(refusalOf('Domain,2026-11-01\na.example,0')).toBe('nothing')
  })
})

describe('a backup of Webtime Tracker', () => {
  const backup = JSON.stringify({
    content: {
      domains: {
        'a.example': { days: { '2026-11-01': { seconds: 60 }, '2026-11-02': { seconds: 0 } } },
        'b.example': { days: { yesterday: { seconds: 5 }, '2026-11-03': { seconds: 'many' } } },
        'c.example': { days: { '2026-11-03': { seconds: 2 }, '2026-11-04': { seconds: 2 } } },
      },
    },
    hash: { sha256: 'x' },
  })

  test('brings seconds by day', () => {
    const { times, left } = tableOf(backup)
    expect(times.map(({ day, host, ms }) => `${day} ${host} ${ms}`)).toEqual([
      '2026-11-01 a.example 60000',
      '2026-11-03 c.example 2000',
      '2026-11-04 c.example 2000',
    ])
    expect(left).toMatchObject([{ why: 'unreadable', rows: 2 }])
  })

  test('that breaks off is refused as such', () => {
    expect(refusalOf(backup.slice(0, -40))).toBe('cutOff')
  })
})

const real = pathBeside('webtime/webtime-tracker-2019-05-22.csv')
const expectedFile = pathBeside('webtime/expected.json')

test.skipIf(real === null)(
  'a real table gives each day and the largest hosts (only where the files lie beside the checkout)',
  () => {
    const expected = JSON.parse(readFileSync(expectedFile!, 'utf8')) as {
      right_total: number
      per_day: Record<string, number>
      top_hosts: Record<string, number>
    }
    const { times } = tableOf(textOfBytes(readFileSync(real!)))
    expect(sumOfTimes(times) / 1000).toBe(expected.right_total)
    for (const [day, seconds] of Object.entries(expected.per_day))
      expect(sumOfTimes(times.filter((time) => time.day === day)) / 1000, day).toBe(seconds)
    for (const [host, seconds] of Object.entries(expected.top_hosts))
      expect(sumOfTimes(times.filter((time) => time.host === host)) / 1000, host).toBe(seconds)
  },
)

describe('the checksum of a backup', () => {
  const content = { domains: { 'a.example': { days: { '2023-11-01': { seconds: 61 } } } } }
  const sha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  const notesOf = (file: object, indent?: number) => broughtBy(JSON.stringify(file, null, indent)).notes

  test('that fits says nothing, however the file is indented', () => {
    expect(notesOf({ content, hash: { sha256 } })).toEqual([])
    expect(notesOf({ content, hash: { sha256: sha256.toUpperCase() } }, 2)).toEqual([])
  })

  test('that does not fit is said, and the file is read', () => {
    const changed = { domains: { 'a.example': { days: { '2023-11-01': { seconds: 62 } } } } }
    expect(notesOf({ content: changed, hash: { sha256 } })).toEqual(['changed'])
  })

  test.each([{}, { hash: {} }, { hash: { sha256: 'x' } }])(
    'that is missing as in %j says nothing',
    (more) => {
      expect(notesOf({ content, ...more })).toEqual([])
    },
  )
})
