import { reachOf } from '../../../../domain/file/foreign/foreign-rows'
import { describe, expect, test } from 'vitest'
import { leftBesideApps, rowsOfApps, surfaceOfApp } from '../../../../domain/file/foreign/foreign-apps'
import { broughtBy, refusalOf } from '../../../fixtures/foreign-files'

const CSV = [
  ',Device,"November 10, 2023","November 11, 2023",Total Usage',
  'Instagram,,1m 0s,,1m 0s',
  'Cat Finder,,2m 0s,3m 0s,5m 0s',
  'Dog Finder,,,1m 0s,1m 0s',
  'Total Usage,,3m 0s,4m 0s,7m 0s',
].join('\n')

describe('apps whose site no table knows', () => {
  const { apps, left } = broughtBy(CSV)

  test('are named with their time, the longest first, and left out', () => {
    expect(apps.map(({ name, ms }) => [name, ms])).toEqual([
      ['Cat Finder', 300_000],
      ['Dog Finder', 60_000],
    ])
    expect(left).toMatchObject([{ why: 'app', rows: 2, ms: 360_000 }])
  })

  test('bring their days once they have a site, and are no longer left out', () => {
    const given = new Map([['Cat Finder', 'cats.example']])
    expect(rowsOfApps(apps, given)).toEqual([
      { day: '2023-11-10', surface: 'cats.example', ms: 120_000, opens: null },
      { day: '2023-11-11', surface: 'cats.example', ms: 180_000, opens: null },
    ])
    expect(leftBesideApps(left, apps, given)).toEqual([
      { why: 'app', rows: 1, ms: 60_000, names: ['Dog Finder'] },
    ])
    const all = new Map([...given, ['Dog Finder', 'dogs.example']])
    expect(leftBesideApps(left, apps, all)).toEqual([])
  })

  test('alone are a file that can be brought in', () => {
    expect(refusalOf(CSV.replace('Instagram', 'Bird Finder'))).toBeNull()
  })

  test('above 24 hours on a day refuse the file', () => {
    expect(refusalOf(CSV.replaceAll('2m 0s', '25h 0m').replaceAll('5m 0s', '25h 3m'))).toBe('dayTooLong')
  })
})

test.each([
  ['cats.example', 'cats.example'],
  [' https://www.cats.example/path?x=1 ', 'cats.example'],
  ['reddit.com', 'reddit.com/?'],
  ['music.youtube.com', 'youtube.com/music'],
  ['', null],
  ['cats', null],
  ['two words.example', null],
  ['about:blank', null],
])('the typed site %j is %s', (typed, surface) => {
  expect(surfaceOfApp(typed, [])).toBe(surface)
})

test('a file reaches from its first to its last day, also those of apps that have no site', () => {
  const apps = [{ name: 'A', ms: 1, times: [{ day: '2026-11-03', ms: 1 }] }]
  const rows = [{ day: '2026-11-01', surface: 'a.example', ms: 1, opens: null }]
  expect(reachOf({ rows, apps })).toEqual({ first: '2026-11-01', last: '2026-11-03' })
  expect(reachOf({ rows: [], apps })).toEqual({ first: '2026-11-03', last: '2026-11-03' })
  expect(reachOf({ rows: [], apps: [] })).toBeNull()
})
