import { describe, expect, test } from 'vitest'
import { importOf } from '../../../../domain/file/foreign/foreign-import'
import { openPartsIn, summaryOf, totalsOfRows, withParts } from '../../../../domain/file/foreign/foreign-rows'
import type { ForeignTable, HostTime } from '../../../../domain/file/foreign/foreign-table'
import { isSurface } from '../../../../domain/file/row-fields'
import { surfaceRules } from '../../../../domain/surface/surface-rules'
import { broughtBy, foreignText, sumOfTimes } from '../../../fixtures/foreign-files'

const DAY = '2026-11-01'
const timeOf = (host: string, seconds: number, opens: number | null = 1, day = DAY): HostTime => ({
  day,
  host,
  ms: seconds * 1000,
  opens,
})
const tableWith = (...times: HostTime[]): ForeignTable => ({ source: 'watt', times, left: [] })
const NOTHING_SAID = surfaceRules([])

describe('the hosts of a table', () => {
  test('become surfaces by our own rules, hosts of one surface as one', () => {
    const { rows, left } = importOf(
      tableWith(
        timeOf('de.wikipedia.org', 60),
        timeOf('en.wikipedia.org', 5, 2),
        timeOf('www.youtube.com', 9),
        timeOf('m.youtube.com', 1),
        timeOf('music.youtube.com', 3),
        timeOf('file:', 4, null),
      ),
      NOTHING_SAID,
    )
    expect(rows.map(({ surface, ms, opens }) => [surface, ms / 1000, opens])).toEqual([
      ['file', 4, null],
      ['wikipedia.org', 65, 3],
      ['youtube.com/?', 10, 2],
      ['youtube.com/music', 3, 1],
    ])
    expect(left).toEqual([])
  })

  test('that are no site, a page of the browser, excluded or without time are left out with their count', () => {
    const rules = surfaceRules([{ surface: 'secret.example', excluded: 1 }])
    const { rows, left } = importOf(
      tableWith(
        timeOf('a.example', 60),
        timeOf('b.example', 0),
        timeOf('newtab', 5),
        timeOf('abcdefghijklmnopabcdefghijklmnop', 6),
        timeOf('not a host', 7),
        timeOf('__proto__', 8),
        timeOf('www.secret.example', 9),
      ),
      rules,
    )
    expect(rows.map(({ surface }) => surface)).toEqual(['a.example'])
    expect(left.map(({ why, rows: count, ms }) => [why, count, ms / 1000])).toEqual([
      ['browser', 2, 11],
      ['excluded', 1, 9],
      ['noSite', 2, 15],
      ['noTime', 1, 0],
    ])
    expect(JSON.stringify(left)).not.toContain('secret')
  })

  test('bring only surfaces that an export can hold', () => {
    for (const file of [
      'time-tracker/timer_backup_20261122_112453.json',
      'web-activity-time-tracker/backup-11_22_2026.json',
    ]) {
      const { rows } = broughtBy(foreignText(file))
      expect(rows.filter(({ surface }) => !isSurface(surface))).toEqual([])
    }
  })
})

describe('what the preview says', () => {
  const { rows } = importOf(
    tableWith(
      timeOf('www.youtube.com', 9, 1, '2026-11-03'),
      timeOf('a.example', 60),
      timeOf('www.reddit.com', 20),
    ),
    NOTHING_SAID,
  )

  test('is the first and last day, days, sites, time and the largest sites first', () => {
    expect(summaryOf(rows)).toEqual({
      first: DAY,
      last: '2026-11-03',
      days: 2,
      sites: 3,
      ms: 89_000,
      surfaces: [
        { surface: 'a.example', ms: 60_000 },
        { surface: 'reddit.com/?', ms: 20_000 },
        { surface: 'youtube.com/?', ms: 9000 },
      ],
    })
    expect(openPartsIn(summaryOf(rows).surfaces).map(({ surface }) => surface)).toEqual([
      'reddit.com/?',
      'youtube.com/?',
    ])
  })

  test('follows the choice of a part, and adds no time', () => {
    const chosen = withParts(rows, new Map([['youtube.com/?', 'youtube.com/watch']]))
    expect(chosen.map(({ surface }) => surface)).toEqual(['a.example', 'reddit.com/?', 'youtube.com/watch'])
    expect(sumOfTimes(chosen)).toBe(sumOfTimes(rows))
    expect(withParts(rows, new Map())).toBe(rows)
  })

  test('is stored with its source, its import and the browser', () => {
    const [row] = totalsOfRows(rows, { source: 'watt', batch: 7, browser: 'this' })
    expect(row).toEqual({
      source: 'watt',
      day: DAY,
      surface: 'a.example',
      ms: 60_000,
      opens: 1,
      batch: 7,
      browser: 'this',
    })
  })
})
