import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limitOfSet, leechBlockSets } from '../../../../domain/file/foreign/leechblock'
import { readAny } from '../../../../domain/file/read-any'
import {
  broughtBy,
  foreignBytes,
  foreignText,
  refusalOf,
  tableOf,
  TODAY,
} from '../../../fixtures/foreign-files'
import { importOfNothingSaid, isStorable } from '../../../fixtures/foreign-rules'

interface ExpectedSet {
  name: string
  exportedSites: string[]
  exportedTimes: string
  limitSeconds: number | null
  periodSeconds: number | null
  offsetHours: number
  rollover: boolean
  combine: string
  days: string[]
  delaySeconds: number | null
  regexps: string[]
}

const FOLDER = 'leechblock'
const TEXT = `${FOLDER}/LeechBlockOptions-2026-11-22T10-18-34.txt`
const JSON_FILE = `${FOLDER}/LeechBlockOptions-2026-11-22T10-18-35.json`
const expected = Object.values(
  (JSON.parse(foreignText(`${FOLDER}/expected.json`)) as { sets: Record<string, ExpectedSet> }).sets,
)
const WEEK = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}${String(minute % 60).padStart(2, '0')}`

/** What is read of each set, written as in the file of expected values. */
const setsAsExpected = (file: unknown) =>
  leechBlockSets(file).map((set) => ({
    name: set.name,
    exportedSites: set.sites,
    exportedTimes: set.ranges.map(({ from, to }) => `${clock(from)}-${clock(to)}`).join(','),
    limitSeconds: set.limitSeconds,
    periodSeconds: set.periodSeconds,
    offsetHours: set.offsetHours,
    rollover: set.rollover,
    combine: set.combine,
    days: WEEK.filter((_day, index) => set.days[index]),
    delaySeconds: set.delaySeconds,
    regexps: set.regexps,
  }))

const picked = expected.map((set) => ({
  name: set.name,
  exportedSites: set.exportedSites,
  exportedTimes: set.exportedTimes,
  limitSeconds: set.limitSeconds,
  periodSeconds: set.periodSeconds,
  offsetHours: set.offsetHours,
  rollover: set.rollover,
  combine: set.combine,
  days: set.days,
  delaySeconds: set.delaySeconds,
  regexps: set.regexps,
}))

const options = (set: Record<string, string>) =>
  Object.entries({ setName: 'A', sites: 'a.example', ...set })
    .map(([name, value]) => `${name}1=${value}\n`)
    .join('')
const limitIn = (set: Record<string, string>) => broughtBy(options(set)).limits[0]!

describe('the options of LeechBlock', () => {
  test('hold each set as it was exported, as text and as JSON', () => {
    expect(setsAsExpected(foreignText(TEXT))).toEqual(picked)
    expect(setsAsExpected(JSON.parse(foreignText(JSON_FILE)))).toEqual(picked)
  })

  test('give the same rules, all off and such as can be stored, as text and as JSON', () => {
    const [text, json] = [TEXT, JSON_FILE].map((name) => broughtBy(foreignText(name)))
    expect(json!.limits).toEqual(text!.limits)
    const rules = text!.limits.flatMap((limit) => limit.rules)
    expect(rules.length).toBe(6)
    expect(rules.filter(({ isOn }) => isOn)).toEqual([])
    expect(rules.filter((rule) => !isStorable(rule))).toEqual([])
    expect(text!.rows).toEqual([])
  })

  test('name what is left out of each set, and why', () => {
    expect(
      broughtBy(foreignText(TEXT)).limits.map(({ name, left }) => [
        name,
        ...left.map(({ why, names }) => [why, ...names].join(' ')),
      ]),
    ).toEqual([
      ['Soziale Netze', 'address xn--mnchen-3ya.de/forum +www.reddit.com/r/de/wiki*'],
      ['YouTube 45 min', 'address +www.youtube.com/playlist?list=WL&x=1'],
      ['Nachtruhe', 'address +localhost:3000'],
      [
        'Nachrichten (mit Pause)',
        'address www.heise.de/newsticker/** zeit.de/*+',
        'period',
        'together',
        'longPause',
      ],
      [
        'Regexp',
        expect.stringMatching(/^regexp \^https\S+ \^https\S+lists$/),
        String.raw`keyword \b(gl(ü|ue)cksspiel|lotto)\b`,
      ],
      [
        'Wochenbudget',
        'keyword ~glücksspiel ~wett* ~world_cup',
        'referrer >news.google.com',
        'noSite Kommentar',
        'dayStart',
        'weekdays',
        'filter',
      ],
      ['Über Nacht falsch'],
      ['', 'list', 'address github.com/*/issues github.com/*/pull/** localhost:3000/admin', 'period'],
    ])
  })

  test('become rules about the same sites, times and days', () => {
    const rules = new Map(broughtBy(foreignText(TEXT)).limits.map(({ name, rules: some }) => [name, some]))
    const office = [
      { from: 540, to: 780 },
      { from: 810, to: 1020 },
    ]
    expect(rules.get('Soziale Netze')).toMatchObject([
      {
        targets: ['instagram.com', 'facebook.com', 'reddit.com'].map((site) => ({ type: 'site', site })),
        bound: {
          type: 'hours',
          are: 'blocked',
          ranges: [office, office, office, office, office, null, null],
        },
        strictness: 'wall',
      },
    ])
    expect(rules.get('YouTube 45 min')).toMatchObject([
      {
        bound: { type: 'time', allowance: { per: 'day', of: [45, 45, 45, 45, 45, 45, 45] } },
        carriesOver: true,
      },
    ])
    expect(rules.get('Nachtruhe')).toMatchObject([
      {
        targets: [{ type: 'everything' }],
        except: ['wikipedia.org', 'file'].map((site) => ({ type: 'site', site })),
        bound: { type: 'cutoff', evenings: Array.from({ length: 7 }, () => 1320), morning: 390 },
      },
    ])
    expect(rules.get('Wochenbudget')).toMatchObject([
      { bound: { type: 'time', allowance: { per: 'week', of: 300 } }, strictness: 'notice' },
    ])
    expect(rules.get('Nachrichten (mit Pause)')).toEqual([])
  })

  test('without any bound say that they limit nothing, also where something else is told', () => {
    const reasons = (set: Record<string, string>) => limitIn(set).left.map(({ why }) => why)
    const longPause = { blockURL: 'delayed.html?$S&$U', delaySecs: '999' }
    expect(reasons(longPause)).toEqual(['longPause', 'empty'])
    expect(reasons({ sites: 'a.example ~word' })).toEqual(['keyword', 'empty'])
    expect(reasons({ ...longPause, times: '0900-1700', days: '127' })).toEqual(['longPause'])
    expect(reasons({ ...longPause, limitMins: '10', limitPeriod: '3600' })).toEqual(['period', 'longPause'])
  })

  test('are never read where passwords and codes are', () => {
    const secret = 'hunter2-SECRET'
    const more = [
      'password',
      'passwordSetSpec1',
      'passwordRequire1',
      'orcode',
      'oa',
      'accessCode',
      'customMsg1',
    ]
    const json = JSON.parse(foreignText(JSON_FILE)) as object
    const texts = [
      `${foreignText(TEXT)}${more.map((name) => `${name}=${secret}\n`).join('')}`,
      JSON.stringify({ ...json, ...Object.fromEntries(more.map((name) => [name, secret])) }),
    ]
    for (const text of texts) {
      const reading = readAny(new TextEncoder().encode(text), {
        today: TODAY,
        opinions: [],
        offsetAt: () => 60,
      })
      expect(reading).toHaveProperty('foreign')
      expect(JSON.stringify(reading)).not.toMatch(/hunter2|nacht=1/)
    }
  })

  test('without a site in any set are refused', () => {
    expect(refusalOf('setName1=A\nsites1=\ntimes1=0900-1700\nnumSets=6\n')).toBe('noLimits')
  })
})

describe('a set', () => {
  test.each([
    ['with a time only', { limitMins: '12.5', limitPeriod: '86400' }, ['time']],
    [
      'with hours and a time, either of which blocks',
      { limitMins: '9', limitPeriod: '86400', times: '0900-1000' },
      ['hours', 'time'],
    ],
    [
      'with hours and a time that have to meet',
      { limitMins: '9', limitPeriod: '86400', times: '0900-1000', conjMode: 'true' },
      [],
    ],
    ['with an hourly time', { limitMins: '9', limitPeriod: '3600' }, []],
    [
      'with minutes, but no period, which limits nothing there',
      { limitMins: '9', times: '0900-1000' },
      ['hours'],
    ],
    ['with no minutes and no period', { limitMins: '0' }, []],
    [
      'with hours that have to meet a time without a period',
      { limitMins: '9', times: '0900-1000', conjMode: 'true' },
      ['hours'],
    ],
    [
      'with hours that have to meet no minutes at all',
      { limitMins: '0', limitPeriod: '86400', times: '0900-1000', conjMode: 'true' },
      ['hours'],
    ],
    [
      'with a time that has to meet hours that there are none of',
      { limitMins: '9', limitPeriod: '86400', conjMode: 'true' },
      [],
    ],
    ['without minutes at all', { limitMins: '0', limitPeriod: '86400' }, ['hours']],
    ['on no day', { days: '0', times: '0900-1000' }, []],
    ['without times and limit', {}, []],
    ['with hours that end before they begin', { times: '2200-0700' }, []],
    ['whose exceptions leave nothing', { sites: 'a.example +a.example', times: '0900-1000' }, []],
  ])('%s', (_name, set, types) => {
    const { rules, left } = limitIn(set)
    expect(rules.map(({ bound }) => bound.type)).toEqual(types)
    if (types.length === 0) expect(left).not.toEqual([])
  })

  test('has whole minutes, never more than before', () => {
    expect(limitIn({ limitMins: '12.5', limitPeriod: '86400' }).rules[0]!.bound).toMatchObject({
      allowance: { of: Array.from({ length: 7 }, () => 12) },
    })
  })

  test('is a pause only where its page is the one that delays', () => {
    const times = '0900-1000'
    expect(limitIn({ times, delaySecs: '7' }).rules[0]!.strictness).toBe('wall')
    const [rule] = limitIn({ times, delaySecs: '7', blockURL: 'delayed.html?$S&$U' }).rules
    expect(rule).toMatchObject({ strictness: 'pause', pauseSeconds: 7 })
  })

  test.each(['de/delayed.html?$S&$U', 'chrome://leechblock/content/delayed.xhtml?$S&$U'])(
    'is a pause, too, where its page is %s',
    (blockURL) => {
      const [rule] = limitIn({ times: '0900-1000', delaySecs: '7', blockURL }).rules
      expect(rule).toMatchObject({ strictness: 'pause', pauseSeconds: 7 })
    },
  )

  test.each([{ blockURL: 'delayed.html?$S&$U' }, { applyFilter: 'true' }])(
    'that closes the tab is the wall, with %j',
    (set) => {
      expect(limitIn({ times: '0900-1000', closeTab: 'true', ...set })).toMatchObject({
        rules: [{ strictness: 'wall' }],
        left: [],
      })
    },
  )

  test('for a week says that weeks begin elsewhere: there on Sunday', () => {
    const { left } = limitIn({ limitMins: '60', limitPeriod: '604800', days: '127' })
    expect(left).toEqual([{ why: 'dayStart', names: [] }])
  })

  test('that blocks only pages with certain words says that all pages are meant here', () => {
    const set = { sites: 'a.example ~cats', regexpKeyword: 'dogs?', times: '0900-1000' }
    expect(limitIn(set)).toMatchObject({
      rules: [{ targets: [{ type: 'site', site: 'a.example' }] }],
      left: [{ why: 'keyword', names: ['~cats', 'dogs?'] }],
    })
  })

  test('that closes a night on some days closes exactly these hours', () => {
    const bound = (days: string) => limitIn({ times: '0000-0700,2200-2400', days }).rules[0]!.bound
    expect(bound('127')).toMatchObject({ type: 'cutoff', morning: 420 })
    const night = [
      { from: 0, to: 420 },
      { from: 1320, to: 1440 },
    ]
    // Monday to Friday: the bits from Sunday on.
    expect(bound('62')).toEqual({
      type: 'hours',
      are: 'blocked',
      ranges: [night, night, night, night, night, null, null],
    })
  })

  test.each([
    ['www.facebook.com/', 'facebook.com'],
    ['https://m.facebook.com/*', 'facebook.com'],
    ['youtube.com/shorts*', 'youtube.com/shorts'],
    ['music.youtube.com', 'youtube.com/music'],
    ['*.bbc.co.uk', 'bbc.co.uk'],
    ['**.example.com/**', 'example.com'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['192.168.178.1', '192.168.178.1'],
    ['FILE', 'file'],
  ])('about %s is about %s', (site, surface) => {
    const [target] = limitIn({ sites: site, times: '0900-1000' }).rules[0]!.targets
    expect(target).toMatchObject(target!.type === 'site' ? { site: surface } : { surface })
  })

  test.each([
    'youtube.com/watch?v=1',
    'github.com/*/issues',
    'a.example/x',
    'a.*',
    'www.google.*',
    'en.wikipedia.**',
    'localhost:80',
    'http://',
    '*.*',
  ])('about %s alone becomes no rule', (site) => {
    expect(limitIn({ sites: site, times: '0900-1000' })).toMatchObject({ rules: [] })
  })

  test('about everything and one site is about everything', () => {
    expect(limitIn({ sites: '* a.example', times: '0900-1000' }).rules[0]!.targets).toEqual([
      { type: 'everything' },
    ])
  })

  test('of any content gives only rules that can be stored', () => {
    const word = fc.oneof(
      fc.constantFrom(
        '*',
        '+*',
        '~x',
        '>x',
        'FILE',
        '+FILE',
        '#',
        'youtube.com',
        '+m.youtube.com',
        'a.example/b*',
      ),
      fc.string({ maxLength: 20 }),
    )
    const set = fc.record({
      sites: fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
      times: fc.oneof(
        fc.constantFrom('0000-2400', '2200-2400,0000-0700', '0900-0900', '9999-9999'),
        fc.string(),
      ),
      limitMins: fc.oneof(fc.constantFrom('0', '0.1', '30', '99999999'), fc.string({ maxLength: 4 })),
      limitPeriod: fc.constantFrom('86400', '604800', '3600', ''),
      rollover: fc.constantFrom('true', 'false'),
      conjMode: fc.constantFrom('true', 'false'),
      days: fc.oneof(fc.constantFrom('127', '62', '0'), fc.string({ maxLength: 3 })),
      blockURL: fc.constantFrom('blocked.html', 'delayed.html'),
      delaySecs: fc.oneof(fc.constantFrom('0', '1', '600'), fc.string({ maxLength: 3 })),
      applyFilter: fc.constantFrom('true', 'false'),
    })
    fc.assert(
      fc.property(set, (facts) => {
        const [one] = leechBlockSets({
          sites1: 'a.example',
          ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [`${name}1`, value])),
        })
        const limit = limitOfSet(one!)
        const table = { source: 'leechblock' as const, times: [], left: [], limits: [limit] }
        const { limits } = importOfNothingSaid(table)
        for (const rule of limits[0]!.rules) expect(isStorable(rule)).toBe(true)
      }),
    )
  })
})

test('broken options never fail, and what is read of them can be stored', () => {
  const bytes = foreignBytes(TEXT)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 40 }),
      fc.nat(bytes.length),
      (changes, end) => {
        const broken = Uint8Array.from(bytes.subarray(0, end))
        for (const [at, byte] of changes) if (at < end) broken[at] = byte
        const reading = readAny(broken, { today: TODAY, opinions: [], offsetAt: () => 60 })
        if ('foreign' in reading)
          for (const { rules } of reading.foreign.flatMap(({ limits }) => limits))
            expect(rules.every(isStorable)).toBe(true)
      },
    ),
    { numRuns: 200 },
  )
})

test('the table of options holds no times', () => {
  expect(tableOf(foreignText(TEXT)).times).toEqual([])
})
