import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayText } from '../../../domain/file/export-file'
import { MOST_PARTS, MOST_ROWS, MOST_TARGETS } from '../../../domain/file/most'
import { readExport } from '../../../domain/file/export-read'
import { unseal } from '../../../domain/record/sealed-day'
import { seal } from '../../../domain/record/sealing'
import { contentOf, type Fields, good, HEAD, read, spans, wrongIn } from '../../fixtures/good-file'
import { spansArbitrary } from '../../fixtures/spans'

describe('a good file', () => {
  test('is read without flaws', () => {
    const reading = read(good())
    expect(wrongIn(reading)).toEqual([])
    const { exportedAt, settings, days, rows, unknown } = contentOf(reading)
    expect([exportedAt, settings, unknown]).toEqual([HEAD.exportedAt, HEAD.settings, []])
    expect(days.flatMap(unseal)).toEqual(spans)
    const { surfaces, limits, totals, log } = good()
    expect(rows).toMatchObject({ surfaces, limits, totals, log })
  })

  test('of an earlier version has its used amounts in the currency of its settings', () => {
    const file = good()
    const used = { rule: 'r', day: '2026-11-20', ms: 1000, opens: 1 }
    file['settings'].currency = 'JPY'
    file['usage'] = [
      { ...used, amount: 12 },
      { ...used, day: '2026-11-21', amount: 900, currency: 'EUR' },
      { ...used, day: '2026-11-22', amount: null },
    ]
    expect(contentOf(read(file)).rows.usage).toEqual([
      { ...used, amount: 12, currency: 'JPY' },
      { ...used, day: '2026-11-21', amount: 900, currency: 'EUR' },
      { ...used, day: '2026-11-22', amount: null },
    ])
  })

  test('keeps unknown fields of rows, and has its unknown parts named', () => {
    const file = good()
    file['log'][0].why = { of: 'later' }
    file['dreams'] = [1]
    const { rows, unknown } = contentOf(read(file))
    expect(rows.log).toEqual([{ at: 1, type: 'resume', why: { of: 'later' } }])
    expect(unknown).toEqual(['dreams'])
  })

  test('gives every day back as it was sealed', () => {
    fc.assert(
      fc.property(spansArbitrary(60), (all) => {
        const days = [...Map.groupBy(all, ({ day }) => day).values()].map(seal)
        const file = { ...good(), days: days.map((day) => JSON.parse(dayText(day))) }
        expect(contentOf(read(file)).days).toEqual(days)
      }),
    )
  })

  test('may have its spans in any order', () => {
    const file = good()
    file['days'][0].spans.reverse()
    expect(contentOf(read(file)).days.flatMap(unseal)).toEqual(spans)
  })

  test('is the example in docs/formats.md', () => {
    const docs = readFileSync(`${import.meta.dirname}/../../../docs/formats.md`, 'utf8')
    const reading = readExport(/```json\n(.+?)```/s.exec(docs)?.[1] ?? '')
    expect(wrongIn(reading)).toEqual([])
    expect(contentOf(reading).days.flatMap(unseal)).toHaveLength(2)
  })

  test('with day totals of a device of the person holds them', () => {
    const file = good()
    file['totals'][0].source = 'device:0a1b2c3d'
    expect(contentOf(read(file)).rows.totals).toEqual(file['totals'])
  })

  test('of a date range holds only days, and day totals if there are any', () => {
    const { format, version, exportedAt, device, days, totals } = good()
    const reading = read({ format, version, exportedAt, device, days })
    expect(wrongIn(reading)).toEqual([])
    expect(contentOf(reading)).toMatchObject({ settings: null, rows: { rates: [], limits: [], totals: [] } })
    const withTotals = read({ format, version, exportedAt, device, totals, days })
    expect(wrongIn(withTotals)).toEqual([])
    expect(contentOf(withTotals)).toMatchObject({ settings: null, rows: { totals } })
  })
})

describe('a file is refused as a whole', () => {
  test.each<[what: string, text: string, refusal: string]>([
    ['if it is empty', '', 'empty'],
    ['if it is only white space', ' \n\t', 'empty'],
    ['if it is cut off', JSON.stringify(good()).slice(0, -40), 'not_json'],
    ['if it is not JSON', 'surface,seconds\r\nexample.com,1', 'not_json'],
    ['if its nesting never closes', '['.repeat(100_000), 'not_json'],
    ['if another program wrote it', '{"version":1,"tabs":[]}', 'other_program'],
    ['if only its prototype has the format', '{"__proto__":{"format":"zeitwert"}}', 'other_program'],
    ['if it is for devices', '{"format":"zeitwert-devices","version":1}', 'devices'],
    ['if it is a list', '[1,2]', 'other_program'],
    ['if it is null', 'null', 'other_program'],
    ['if it has no version', '{"format":"zeitwert"}', 'other_program'],
    ['if its version is 0', '{"format":"zeitwert","version":0}', 'other_program'],
    ['if its version is newer', '{"format":"zeitwert","version":2}', 'newer'],
  ])('%s', (_what, text, refusal) => {
    expect(readExport(text)).toMatchObject({ refused: refusal })
  })

  test('without the browser’s own message', () => {
    expect(readExport('{"format":')).toEqual({ refused: 'not_json', detail: '' })
  })
})

describe('a flaw is reported with its place and left out', () => {
  const span =
    (row: number, ...to: unknown[]) =>
    (file: Fields) =>
      void (file['days'][0].spans[row] = to)
  const [start, end] = [spans[1]!.start, spans[1]!.end]
  const ofDay = (change: Fields) => (file: Fields) => void Object.assign(file['days'][0], change)
  const ofRow = (store: string, change: Fields) => (file: Fields) =>
    void Object.assign(file[store][0], change)
  const deep = (levels: number): unknown => JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels))

  test.each<[what: string, harm: (file: Fields) => void, wrong: string]>([
    ['a span that ends before it begins', span(1, 1, end, start), 'days[0].spans[1]: ends_before'],
    ['a span without length', span(1, 1, start, start), 'days[0].spans[1]: ends_before'],
    ['a span that is longer than its day', span(1, 1, start, start + 9e7), 'days[0].spans[1]: other_day'],
    ['a span of another day', span(1, 1, start + 9e7, end + 9e7), 'days[0].spans[1]: other_day'],
    ['a span that overlaps another', span(1, 1, spans[0]!.start + 1, end), 'days[0].spans[1]: overlaps'],
    ['a surface index that is not in the list', span(1, 7, start, end), 'days[0].spans[1]: not_listed'],
    ['a negative surface index', span(1, -1, start, end), 'days[0].spans[1]: not_listed'],
    ['half a surface index', span(1, 0.5, start, end), 'days[0].spans[1]: not_listed'],
    ['an unknown origin', span(1, 1, start, end, 'guessed'), 'days[0].spans[1]: not_choice'],
    ['times as text', span(1, 1, String(start), end), 'days[0].spans[1]: not_day'],
    ['a span before 1970', span(1, 1, -5, end), 'days[0].spans[1]: not_day'],
    ['a span with too few values', span(1, 1), 'days[0].spans[1]: not_span'],
    ['null as a span', (file) => void (file['days'][0].spans[1] = null), 'days[0].spans[1]: not_span'],
    ['a day in the year 0', ofDay({ day: '0000-01-01' }), 'days[0].day: not_day'],
    ['a day in the year 9999', ofDay({ day: '9999-12-31' }), 'days[0].day: not_day'],
    ['a date that does not exist', ofDay({ day: '2026-02-30' }), 'days[0].day: not_day'],
    ['a device with a path in it', ofDay({ device: '../x' }), 'days[0].device: not_text'],
    ['mark-up in a surface', ofDay({ surfaces: ['<img src=x>', 'b.c'] }), 'days[0].surfaces[0]: not_surface'],
    [
      'an invisible character in a surface',
      ofDay({ surfaces: ['a.b\u202e', 'b'] }),
      'days[0].surfaces[0]: not_surface',
    ],
    [
      'a hostile key as a surface',
      ofDay({ surfaces: ['a.b', '__proto__'] }),
      'days[0].surfaces[1]: not_surface',
    ],
    ['an offset that no place has', ofDay({ offsets: [[0, 1e9]] }), 'days[0].offsets: not_list'],
    ['no offsets', ofDay({ offsets: [] }), 'days[0].offsets: not_list'],
    ['a day without spans', (file) => void delete file['days'][0].spans, 'days[0].spans: missing'],
    ['text as a day', (file) => void (file['days'][0] = 'Monday'), 'days[0]: not_record'],
    ['a day that comes twice', (file) => void file['days'].push(file['days'][0]), 'days[1]: twice'],
    ['days that are not a list', (file) => void (file['days'] = {}), 'days: not_list'],
    ['rates that are not a list', (file) => void (file['rates'] = 'many'), 'rates: not_list'],
    ['a list as settings', (file) => void (file['settings'] = []), 'settings: not_record'],
    [
      'a setting out of bounds',
      (file) => void (file['settings'].dayStartHour = 99),
      'settings.dayStartHour: not_choice',
    ],
    [
      'a cleaning on a day that does not exist',
      (file) => void (file['settings'].cleanings['youtube.com'].done[0] = '2026-02-30'),
      'settings.cleanings: not_choice',
    ],
    ['no export date', (file) => void delete file['exportedAt'], 'exportedAt: not_day'],
    ['a negative rate', ofRow('rates', { amountMinor: -1 }), 'rates[0].amountMinor: not_number'],
    ['a number as a rate', (file) => void (file['rates'][0] = 5), 'rates[0]: not_record'],
    [
      'a currency that does not exist',
      ofRow('rates', { currency: 'euros' }),
      'rates[0].currency: not_choice',
    ],
    [
      'a worth out of bounds',
      ofRow('surfaces', { worthQuarters: 9 }),
      'surfaces[0].worthQuarters: not_number',
    ],
    ['a name with control characters', ofRow('surfaces', { name: 'a\u0000b' }), 'surfaces[0].name: not_text'],
    ['a name that is too long', ofRow('surfaces', { name: 'x'.repeat(5000) }), 'surfaces[0].name: too_long'],
    ['an unknown kind', ofRow('surfaces', { kind: 'fun' }), 'surfaces[0].kind: not_choice'],
    [
      'a rule after no minutes at all',
      (file) => void (file['limits'][0].rule.after = { targets: [], minutes: 0 }),
      'limits[0].rule.after.minutes: not_number',
    ],
    [
      'a rule after more than a file may name',
      (file) =>
        void (file['limits'][0].rule.after = {
          targets: Array.from({ length: 501 }, () => ({ type: 'everything' })),
          minutes: 1,
        }),
      'limits[0].rule.after.targets: too_many',
    ],
    [
      'a rule that carries over a number',
      (file) => void (file['limits'][0].rule.carriesOver = 7),
      'limits[0].rule.carriesOver: not_choice',
    ],
    ['negative time of what comes first', ofRow('usage', { firstMs: -1 }), 'usage[0].firstMs: not_number'],
    [
      'more carried than anybody has',
      ofRow('usage', { carried: { amount: 1e13, currency: null } }),
      'usage[0].carried.amount: not_number',
    ],
    ['a rule with another id than its row', ofRow('limits', { id: 's' }), 'limits[0]: not_text'],
    [
      'a rule without a bound',
      (file) => void delete file['limits'][0].rule.bound,
      'limits[0].rule.bound: missing',
    ],
    [
      'a rule with six days',
      (file) => void file['limits'][0].rule.bound.evenings.pop(),
      'limits[0].rule.bound.evenings: not_list',
    ],
    ['negative use', ofRow('usage', { ms: -1 }), 'usage[0].ms: not_number'],
    ['an unknown type of pass', ofRow('overrides', { type: 'year' }), 'overrides[0].type: not_choice'],
    ['a day total of more than a day', ofRow('totals', { ms: 86_400_001 }), 'totals[0].ms: not_number'],
    ['a day total of nothing', ofRow('totals', { ms: 0 }), 'totals[0].ms: not_number'],
    ['a day total of an unknown tool', ofRow('totals', { source: 'guess' }), 'totals[0].source: not_choice'],
    [
      'a day total of a device that has no id of ours',
      ofRow('totals', { source: 'device:Desk' }),
      'totals[0].source: not_choice',
    ],
    ['a day total without a source', ofRow('totals', { source: undefined }), 'totals[0].source: missing'],
    ['a day total of no day', ofRow('totals', { day: '20.11.2026' }), 'totals[0].day: not_day'],
    [
      'a day total that comes twice',
      (file) => void file['totals'].push(file['totals'][0]),
      'totals[1]: twice',
    ],
    ['a row with a missing field', (file) => void delete file['log'][0].at, 'log[0].at: missing'],
    ['a row that comes twice', (file) => void file['rates'].push(file['rates'][0]), 'rates[1]: twice'],
    ['a row that is nested too deeply', ofRow('log', { x: deep(40) }), 'log[0]: too_deep'],
  ])('%s', (_what, harm, wrong) => {
    const file = good()
    harm(file)
    expect(wrongIn(read(file))).toEqual([wrong])
  })

  test.each(['__proto__', 'constructor', 'prototype'])('the key %s anywhere', (name) => {
    const text = JSON.stringify(good())
    const hostile = `"${name}":{"polluted":1},`
    const places = [
      [text.replace('"log":[{', `"log":[{${hostile}`), `log[0].${name}: hostile_key`],
      [text.replace('"settings":{', `"settings":{${hostile}`), `settings.${name}: hostile_key`],
      [text.replace('{', `{${hostile}`), `${name}: hostile_key`],
      [text.replace('"rule":{', `"rule":{${hostile}`), `limits[0].rule.${name}: hostile_key`],
    ] as const
    for (const [harmed, wrong] of places) expect(wrongIn(readExport(harmed))).toEqual([wrong])
    expect(({} as Fields)['polluted']).toBeUndefined()
  })

  test.each([
    ['"log":[{', 'log[0]: too_deep'],
    ['"settings":{', 'settings: too_deep'],
    ['"rule":{', 'limits[0]: too_deep'],
  ])('deep nesting in %s', (place, wrong) => {
    const nested = `"x":${'['.repeat(100_000)}${']'.repeat(100_000)},`
    expect(wrongIn(readExport(JSON.stringify(good()).replace(place, place + nested)))).toEqual([wrong])
  })

  test('except deep nesting in an unknown part, which is not read', () => {
    const text = `{"format":"zeitwert","version":1,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    expect(wrongIn(readExport(text))).toEqual(['exportedAt: not_day'])
  })

  test('while the rest of the file is read', () => {
    const file = good()
    span(1, 1, end, start)(file)
    const { days, rows } = contentOf(read(file))
    expect(days.flatMap(unseal)).toEqual([spans[0], spans[2]])
    expect(rows.rates).toHaveLength(1)
  })
})

describe('a host from outside', () => {
  const opinion = (more: Fields) => {
    const file = good()
    file['surfaces'] = [{ surface: 'coursera.org', worthQuarters: 8, ...more }]
    return wrongIn(read(file))
  }

  test.each(['evil.example/login', 'evil.example', 'www.duolingo.com@evil.example', 'coursera.org/x'])(
    'as the icon of a known site is refused if it is %s',
    (iconHost) => {
      expect(opinion({ iconHost })).toEqual(['surfaces[0]: other_site'])
    },
  )

  test('as the icon of a known site is taken if it belongs to it', () => {
    expect(opinion({ iconHost: 'www.coursera.org' })).toEqual([])
  })

  test.each(['www.duolingo.com@evil.example', 'evil.example:80', 'evil.example?coursera.org', 'a%2eb'])(
    'as a site is refused if it is %s',
    (surface) => {
      expect(opinion({ surface })).toEqual(['surfaces[0].surface: not_surface'])
    },
  )
})

describe('more than a file of ours ever holds', () => {
  const many = <Item>(count: number, item: (index: number) => Item) =>
    Array.from({ length: count }, (_, i) => item(i))

  test('rows: the first are read, and the rest is named once', () => {
    const file = good()
    file['log'] = many(MOST_ROWS.log + 5, (at) => ({ at, type: 'resume' }))
    const reading = read(file)
    expect(wrongIn(reading)).toEqual(['log: too_many'])
    expect(contentOf(reading).rows.log).toHaveLength(MOST_ROWS.log)
  })

  test('times of day in a rule: the rule is left out', () => {
    const file = good()
    const ranges = many(1000, () => ({ from: 0, to: 1 }))
    const bound = { type: 'hours', are: 'blocked', ranges: [ranges, null, null, null, null, null, null] }
    file['limits'] = [{ ...file['limits'][0], rule: { ...file['limits'][0].rule, bound } }]
    const reading = read(file)
    expect(wrongIn(reading)).toEqual(['limits[0].rule.bound.ranges[0]: too_many'])
    expect(contentOf(reading).rows.limits).toEqual([])
  })

  test('values in all rules together: the rest is left out', () => {
    const file = good()
    const targets = many(MOST_TARGETS, (index) => ({ type: 'site', site: `a${index}.example` }))
    const [one] = file['limits']
    file['limits'] = many(60, (index) => ({
      ...one,
      id: `r${index}`,
      rule: { ...one.rule, id: `r${index}`, targets },
    }))
    const reading = read(file)
    expect(wrongIn(reading)[0]).toBe('limits[19]: too_many')
    expect(contentOf(reading).rows.limits).toHaveLength(19)
  })

  test('sites of an owner: the rule is left out', () => {
    const file = good()
    const target = { type: 'owner', owner: 'X', sites: many(10_000, (index) => `a${index}.example`) }
    file['limits'] = [{ ...file['limits'][0], rule: { ...file['limits'][0].rule, targets: [target] } }]
    expect(wrongIn(read(file))).toEqual(['limits[0].rule.targets[0].sites: too_many'])
  })

  test('spans on a day, of all devices: the first are read', () => {
    const day = (device: string) => ({
      day: '2026-11-20',
      device,
      surfaces: ['a.example'],
      offsets: [[0, 0]],
      spans: many(6000, (index) => {
        const start = Date.parse('2026-11-20T00:00:00Z') + index * 1000
        return [0, start, start + 500]
      }),
    })
    const file = good()
    file['days'] = [day('one'), day('two')]
    const reading = read(file)
    expect(wrongIn(reading)).toEqual(['days[1].spans: too_many'])
    expect(contentOf(reading).days.map(({ starts }) => starts.length)).toEqual([6000, 4000])
  })

  test('flaws: the file is refused at once', () => {
    const file = good()
    file['days'] = many(1001, () => 0)
    expect(read(file)).toEqual({ refused: 'too_many_flaws', detail: '' })
  })

  test('values inside one row: it is left out', () => {
    const file = good()
    file['log'] = [{ at: 1, type: 'resume', x: many(MOST_PARTS + 1, () => 0) }]
    expect(wrongIn(read(file))).toEqual(['log[0]: too_many'])
  })

  test('unknown parts: the first are named', () => {
    const file = { ...good(), ...Object.fromEntries(many(5000, (index) => [`part${index}`, 1])) }
    expect(contentOf(read(file)).unknown).toHaveLength(20)
  })
})
