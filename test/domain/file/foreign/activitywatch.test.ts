import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readActivityWatch } from '../../../../domain/file/foreign/activitywatch'
import { stretchesIn } from '../../../../domain/file/foreign/activitywatch-cuts'
import { collectLeft } from '../../../../domain/file/foreign/foreign-table'
import { isDevice } from '../../../../domain/file/row-fields'
import { unseal } from '../../../../domain/record/sealed-day'
import {
  broughtByExport,
  bucket,
  bucketsOf,
  type Event,
  exportOf,
  inShort,
  presence,
  program,
  readTogether,
  type Sample,
  spansOfSample,
  tab,
  WEB,
} from '../../../fixtures/activitywatch'
import { pathBeside } from '../../../fixtures/foreign-files'

const A = 'https://a.example/path?query=1'
const shortly = (sample: Sample) => spansOfSample(sample).map(inShort)
const refusalOf = (...texts: string[]) => {
  const reading = readTogether(texts)
  return 'foreignRefused' in reading ? reading.foreignRefused.refusal : null
}

describe('a page counts', () => {
  test('as long as its browser was in front', () => {
    const tabs = [tab(0, 600, A)]
    const programs = [
      program(0, 100, 'firefox.exe'),
      program(100, 300, 'Code.exe'),
      program(400, 300, 'firefox.exe'),
    ]
    expect(shortly({ tabs, programs })).toEqual([
      ['a.example', 0, 100],
      ['a.example', 400, 600],
    ])
  })

  test('not while another browser was in front', () => {
    expect(
      refusalOf(exportOf(bucketsOf({ tabs: [tab(0, 60, A)], programs: [program(0, 60, 'msedge.exe')] }))),
    ).toBe('nothing')
  })

  test.each([
    ['chrome', 'Google Chrome', true],
    ['chrome', 'google-chrome-stable', true],
    ['chrome', 'com.google.Chrome', true],
    ['chrome_LAPTOP', 'chrome.exe', true],
    ['chrome', 'msedge.exe', true],
    ['chrome', 'Arc', true],
    ['chrome', 'Archive Manager', false],
    ['chrome', 'msedgewebview2.exe', false],
    ['chrome', 'firefox', false],
    ['chrome-synced-from-marc-firefox', 'chrome.exe', true],
    ['edge', 'Microsoft-edge', true],
    ['edge', 'chrome.exe', false],
    ['brave', 'Brave Browser', true],
    ['Firefox', 'firefox-esr', true],
    ['firefox', 'Floorp', true],
    ['firefox', 'Zen Browser', true],
    ['firefox', 'Zenkit', false],
    ['firefox_CHROMEBOX', 'chrome.exe', false],
    ['safari', 'Safari', true],
    ['opera', 'opera.exe', true],
    ['vivaldi', 'Vivaldi-stable', true],
    ['mine', 'firefox.exe', true],
    ['mine', 'Code.exe', false],
  ])('in the bucket of %s while %s is in front: %s', (name, app, counts) => {
    const [, ...others] = bucketsOf({ tabs: [], programs: [program(0, 60, app)] })
    const web = bucket(`aw-watcher-web-${name}`, 'web.tab.current', [tab(0, 60, A)], { hostname: 'unknown' })
    expect(refusalOf(exportOf([web, ...others]))).toBe(counts ? null : 'nothing')
  })

  test('not behind a browser that has a bucket of its own', () => {
    const [, ...others] = bucketsOf({ tabs: [], programs: [program(0, 60, 'msedge.exe')] })
    const webs = ['chrome', 'edge'].map((name) =>
      bucket(`aw-watcher-web-${name}`, 'web.tab.current', [tab(0, 60, `https://${name}.example/`)]),
    )
    const { days } = broughtByExport([exportOf([...webs, ...others])])
    expect(days.flatMap(unseal).map(inShort)).toEqual([['edge.example', 0, 60]])
  })

  test('not while only a phone shows a browser', () => {
    const phone = bucket('aw-watcher-android-test', 'currentwindow', [program(0, 600, 'Firefox')])
    const programs = [program(0, 60, 'firefox.exe')]
    const { days } = broughtByExport([exportOf([...bucketsOf({ tabs: [tab(0, 600, A)], programs }), phone])])
    expect(days.flatMap(unseal).map(inShort)).toEqual([['a.example', 0, 60]])
  })

  test('while somebody was at its own computer, where the buckets name it', () => {
    const web = bucket(WEB, 'web.tab.current', [tab(0, 600, A)], { hostname: 'A' })
    const ofComputer = (hostname: string, seconds: number) => [
      bucket(`aw-watcher-window_${hostname}`, 'currentwindow', [program(0, seconds, 'firefox')], {
        hostname,
      }),
      bucket(`aw-watcher-afk_${hostname}`, 'afkstatus', [presence(0, seconds)], { hostname }),
    ]
    const brought = (buckets: ReturnType<typeof bucket>[]) => {
      const { days, notes } = broughtByExport([exportOf(buckets)])
      return [days.flatMap(unseal).map(inShort), notes]
    }
    const [windowOfA] = ofComputer('A', 60)
    expect(brought([web, ...ofComputer('A', 60), ...ofComputer('B', 300)])).toEqual([
      [['a.example', 0, 60]],
      [],
    ])
    // The other computer's absences say nothing of this one.
    expect(brought([web, windowOfA!, ...ofComputer('B', 30)])).toEqual([[['a.example', 0, 60]], ['noAway']])
    // A name that the person made up for the browser's computer.
    expect(brought([web, ...ofComputer('B', 30)])).toEqual([[['a.example', 0, 30]], []])
  })

  test('not while nobody was there, unless it could be heard', () => {
    const presences = [presence(0, 100), presence(100, 400, 'afk')]
    expect(shortly({ tabs: [tab(0, 200, A)], presences })).toEqual([['a.example', 0, 100]])
    expect(shortly({ tabs: [tab(0, 200, A, { audible: true })], presences })).toEqual([['a.example', 0, 200]])
  })

  test('with gaps of at most five seconds filled', () => {
    expect(shortly({ tabs: [tab(0, 10, A), tab(15, 10, A), tab(31, 10, A)] })).toEqual([
      ['a.example', 0, 25],
      ['a.example', 31, 41],
    ])
    expect(shortly({ tabs: [tab(0, 10, A), tab(15, 20, 'https://b.example/')] })).toEqual([
      ['a.example', 0, 10],
      ['b.example', 10, 35],
    ])
  })

  test('only if it is a page of the web, and in no private window', () => {
    const tabs = [
      tab(0, 10, 'about:config'),
      tab(10, 10, 'moz-extension://0-0/x.html'),
      tab(20, 10, 'file:///home/x.pdf'),
      tab(30, 10, 'https://private.example/', { incognito: true }),
      tab(40, 10, A),
    ]
    expect(shortly({ tabs })).toEqual([['a.example', 40, 50]])
    const { left } = broughtByExport([exportOf(bucketsOf({ tabs }))])
    expect(left.map(({ why, rows, ms }) => [why, rows, ms])).toEqual([
      ['browser', 3, 30_000],
      ['private', 1, 10_000],
    ])
  })

  test('as the surface that its address leads to', () => {
    const tabs = [
      tab(0, 10, 'https://www.youtube.com/shorts/x'),
      tab(10, 10, 'https://www.youtube.com/watch?v=1'),
    ]
    expect(shortly({ tabs }).map(([surface]) => surface)).toEqual(['youtube.com/shorts', 'youtube.com/watch'])
  })

  test('once, if two browsers say something of the same moment', () => {
    const chrome = bucket('aw-watcher-web-chrome_LAPTOP', 'web.tab.current', [
      tab(50, 100, 'https://b.example/'),
    ])
    const { days, notes } = broughtByExport([
      exportOf([...bucketsOf({ tabs: [tab(0, 120, A)], programs: null }), chrome]),
    ])
    expect(
      days
        .flatMap(unseal)
        .toSorted((a, b) => a.start - b.start)
        .map(inShort),
    ).toEqual([
      ['a.example', 0, 120],
      ['b.example', 120, 150],
    ])
    expect(notes).toEqual(['noWindow'])
  })
})

test('an export is cut at local midnights, and its spans are imported ones of that bucket', () => {
  const day = 86_400
  const long = { programs: [program(0, day, 'firefox')], presences: [presence(0, day)] }
  const spans = spansOfSample({ tabs: [tab(0, day - 3600, A)], ...long })
  expect(spans.map((span) => [span.day, span.end - span.start, span.utcOffsetMinutes])).toEqual([
    ['2026-11-20', 11 * 3_600_000, 60],
    ['2026-11-21', 12 * 3_600_000, 60],
  ])
  expect(new Set(spans.map(({ origin, device }) => `${origin} ${device}`))).toEqual(
    new Set([`imported aw:${WEB}`]),
  )
})

test('the name of a bucket is one that an export can hold, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), (id) => {
      const buckets = bucketsOf({ tabs: [tab(0, 10, A)] })
      const text = JSON.stringify({ buckets: [{ ...buckets[0]!, id }, ...buckets.slice(1)] })
      const { days } = broughtByExport([text])
      expect(days.every(({ device }) => isDevice(device))).toBe(true)
    }),
  )
})

test('addresses, titles and names of programs and computers go no further', () => {
  const tabs = [tab(0, 10, A), tab(10, 10, 'https://secret.example/', { incognito: true })]
  const brought = broughtByExport([
    exportOf(bucketsOf({ tabs, programs: [program(-60, 3600, 'firefox.exe')] })),
  ])
  expect(JSON.stringify(brought)).not.toMatch(/path|query|title|secret|exe|LAPTOP/)
})

test('sites that the person excluded are left out and counted', () => {
  const tabs = [tab(0, 10, A), tab(10, 20, 'https://b.example/')]
  const opinions = [{ surface: 'b.example', excluded: 1 }]
  const { days, left } = broughtByExport([exportOf(bucketsOf({ tabs }))], { opinions })
  expect(days.flatMap(unseal).map(({ surface }) => surface)).toEqual(['a.example'])
  expect(left).toMatchObject([{ why: 'excluded', ms: 20_000 }])
})

describe('an export', () => {
  const sample = { tabs: [tab(0, 600, A), tab(700, 60, 'https://b.example/')] }
  const whole = () => broughtByExport([exportOf(bucketsOf(sample))])

  test('is read as a list of buckets, too', () => {
    expect(broughtByExport([JSON.stringify(bucketsOf(sample))])).toEqual(whole())
    expect(broughtByExport([JSON.stringify({ buckets: bucketsOf(sample) })])).toEqual(whole())
  })

  test('of single buckets is read from several files, in any order', () => {
    const files = bucketsOf(sample).map((one) => exportOf([one]))
    expect(broughtByExport(files)).toEqual(whole())
    expect(broughtByExport(files.toReversed())).toEqual(whole())
    expect(broughtByExport([...files, ...files])).toEqual(whole())
  })

  test('that grew since is read together with the older one', () => {
    const older = exportOf(bucketsOf({ tabs: [tab(0, 300, A)] }))
    expect(broughtByExport([older, exportOf(bucketsOf(sample))]).days).toEqual(whole().days)
  })

  test('without windows counts pages while somebody was there, and says so', () => {
    const presences = [presence(0, 30)]
    const { days, notes } = broughtByExport([exportOf(bucketsOf({ ...sample, programs: null, presences }))])
    expect(days.flatMap(unseal).map(inShort)).toEqual([['a.example', 0, 30]])
    expect(notes).toEqual(['noWindow'])
  })

  test('without absences counts pages in front, and says so', () => {
    const { days, notes } = broughtByExport([exportOf(bucketsOf({ ...sample, presences: null }))])
    expect(days.flatMap(unseal).map(inShort)[0]).toEqual(['a.example', 0, 600])
    expect(notes).toEqual(['noAway'])
  })

  test.each([
    ['without both', exportOf(bucketsOf({ ...sample, programs: null, presences: null })), 'noPresence'],
    ['without pages', exportOf(bucketsOf(sample).slice(1)), 'noPages'],
    ['without any bucket that is known', exportOf([bucket('x', 'general.stopwatch', [])]), 'noPages'],
    ['that breaks off', exportOf(bucketsOf(sample)).slice(0, -50), 'cutOff'],
    ['of tomorrow’s tomorrow', exportOf(bucketsOf(sample)).replaceAll('2026-11-20', '2026-11-24'), 'tooLate'],
    ['from before 2005', exportOf(bucketsOf(sample)).replaceAll('2026-11-20', '2004-11-20'), 'tooEarly'],
    [
      'of which most makes no sense',
      exportOf(
        bucketsOf({ tabs: [tab(0, 9, A), tab(9, -1, A), tab(9, -2, A), tab(9, -3, A), tab(9, -4, A)] }),
      ),
      'unreadable',
    ],
  ])('%s is refused', (_name, text, refusal) => {
    expect(refusalOf(text)).toBe(refusal)
  })

  test('with a file of another tool is refused', () => {
    const other = 'Date,WebSite,Time(sec),Sessions\r\n11/21/2023,a.example,61,2'
    expect(refusalOf(exportOf(bucketsOf(sample)), other)).toBe('several')
    expect(refusalOf(other, other)).toBe('several')
  })

  test('leaves out events that make no sense, and counts them', () => {
    const bad = [{ timestamp: 'x', duration: 1, data: {} }, null] as unknown as Event[]
    const tabs = [...sample.tabs, tab(0, 60, ''), ...bad]
    const { left } = broughtByExport([exportOf(bucketsOf({ tabs }))])
    expect(left).toContainEqual({ why: 'unreadable', rows: 3, ms: 0, names: [] })
  })
})

const seconds = fc.integer({ min: 0, max: 400 })
const spent = fc.integer({ min: 0, max: 120 })
const samples = fc.record({
  tabs: fc.array(
    fc
      .tuple(
        seconds,
        spent,
        fc.constantFrom(A, 'https://b.example/', 'about:blank'),
        fc.boolean(),
        fc.boolean(),
      )
      .map(([at, long, url, audible, incognito]) => tab(at, long, url, { audible, incognito })),
    { minLength: 1, maxLength: 20 },
  ),
  programs: fc.array(
    fc
      .tuple(seconds, spent, fc.constantFrom('firefox', 'Code'))
      .map(([at, long, app]) => program(at, long, app)),
    { maxLength: 12 },
  ),
  presences: fc.array(
    fc
      .tuple(seconds, spent, fc.constantFrom('afk', 'not-afk'))
      .map(([at, long, status]) => presence(at, long, status)),
    { maxLength: 6 },
  ),
})

test('whatever the events are, no moment counts twice, and none outside of all three', () => {
  fc.assert(
    fc.property(samples, (sample) => {
      const reading = readTogether([exportOf(bucketsOf(sample))])
      if (!('foreign' in reading)) return
      const spans = reading.foreign[0]!.days.flatMap(unseal).toSorted((a, b) => a.start - b.start)
      for (const [index, { start, end }] of spans.entries()) {
        expect(end).toBeGreaterThan(start)
        expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0)
      }
      const atMost = (events: readonly Event[]) =>
        events.reduce((sum, { duration }) => sum + duration + 10, 0)
      const sum = spans.reduce((all, { start, end }) => all + end - start, 0) / 1000
      const firefox = sample.programs.filter(({ data }) => 'app' in data && data.app === 'firefox')
      expect(sum).toBeLessThanOrEqual(Math.min(atMost(sample.tabs), atMost(firefox)))
    }),
  )
})

test('a damaged export never fails', () => {
  const text = exportOf(bucketsOf({ tabs: [tab(0, 60, A), tab(60, 60, 'https://b.example/')] }))
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.nat(text.length - 1), fc.constantFrom('0', '9', '-', '"', '}', 'null', '\u0000', 'é')),
      ),
      (changes) => {
        let broken = text
        for (const [at, put] of changes) broken = broken.slice(0, at) + put + broken.slice(at + 1)
        const reading = readTogether([broken])
        if ('foreign' in reading)
          for (const { days } of reading.foreign)
            for (const { starts, lengths } of days)
              expect([...starts, ...lengths].every((ms) => Number.isSafeInteger(ms) && ms >= 0)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})

const real = pathBeside('activitywatch/aw-buckets-export.json')
const expectedFile = pathBeside('activitywatch/expected.json')

describe.skipIf(real === null || expectedFile === null)('the real export', () => {
  const expected = JSON.parse(expectedFile === null ? '{}' : readFileSync(expectedFile, 'utf8')) as {
    and_http_only: number
    days: Record<string, Record<string, number>>
  }
  const HOUR_MS = 3_600_000

  test('gives each day and host as expected, to a tenth of a second', () => {
    const answer = readActivityWatch(JSON.parse(readFileSync(real!, 'utf8')))
    const found = 'tables' in answer ? stretchesIn(answer.tables[0]!.buckets!, collectLeft()) : 'noPages'
    if (typeof found === 'string') throw new Error(found)
    const days: Record<string, Record<string, number>> = {}
    let sum = 0
    for (const { address, from, until } of found.stretches) {
      const day = new Date(from - 5 * HOUR_MS).toISOString().slice(0, 10)
      const { hostname } = new URL(address)
      const hosts = (days[day] ??= {})
      hosts[hostname] = (hosts[hostname] ?? 0) + (until - from) / 1000
      sum += until - from
    }
    const named = (of: Record<string, Record<string, number>>) =>
      Object.entries(of).flatMap(([day, hosts]) => Object.keys(hosts).map((host) => `${day} ${host}`))
    expect(named(days).toSorted()).toEqual(named(expected.days).toSorted())
    for (const [day, hosts] of Object.entries(expected.days))
      for (const [host, want] of Object.entries(hosts))
        expect(Math.abs(days[day]![host]! - want)).toBeLessThan(0.0501)
    expect(Math.round(sum / 100) / 10).toBe(expected.and_http_only)
  })

  test('brings exactly that time as spans', () => {
    const { days } = broughtByExport([readFileSync(real!, 'utf8')], { offsetAt: () => -300 })
    const ms = days.flatMap(unseal).reduce((sum, { start, end }) => sum + end - start, 0)
    expect(Math.round(ms / 1000)).toBe(11_285)
    expect(days.map(({ day }) => day)).toEqual(['2023-11-18', '2023-11-19'])
  })
})
