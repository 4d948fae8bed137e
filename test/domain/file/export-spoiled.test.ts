import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayText, type ExportContent } from '../../../domain/file/export-file'
import { FLAWS, REFUSALS } from '../../../domain/file/export-flaw'
import { readExport, type Reading } from '../../../domain/file/export-read'
import { unseal } from '../../../domain/record/sealed-day'
import { type Fields, good, read, wrongIn } from '../../fixtures/good-file'

describe('of thousands of spoiled files', () => {
  const junk = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      -1,
      0.5,
      1e308,
      '',
      'x',
      '<script>',
      '\u0000',
      '9999-12-31',
      [],
      {},
      [[]],
    ),
    fc.jsonValue(),
  )

  /** A list or record that holds a value, its key there, and the part of the file in which it is. */
  type Place = [holder: Fields, key: string, part: string]

  /** Every place of a value. */
  function places(value: unknown, within = ''): Place[] {
    if (typeof value !== 'object' || value === null) return []
    return Object.keys(value).flatMap((key) => {
      const part = within || key
      return [[value as Fields, key, part] as Place, ...places((value as Fields)[key], part)]
    })
  }

  /** What is let through is good: read again, nothing is wrong with it. */
  function expectGood({ days, rows, settings }: ExportContent): void {
    for (const day of days) for (const { start, end } of unseal(day)) expect(end).toBeGreaterThan(start)
    const { format, version, exportedAt, device } = good()
    const again = { format, version, exportedAt, device, settings: settings ?? {}, ...rows }
    expect(wrongIn(read({ ...again, days: days.map((day) => JSON.parse(dayText(day))) }))).toEqual([])
  }

  /** How many there were that are bad. */
  let told = 0

  /** Counts those that are bad, and no others: each is refused, or its bad places are named, the first one `within` a part. */
  function expectTold(reading: Reading, refusals: readonly string[], within = ''): void {
    if ('content' in reading) {
      expectGood(reading.content)
      fc.pre(reading.bad.length > 0)
      for (const { flaw } of reading.bad) expect(FLAWS).toContain(flaw)
      expect(reading.bad[0]?.path).toMatch(within === '' ? /./ : new RegExp(`^${within}(?:$|[.[])`))
    } else expect(refusals).toContain(reading.refused)
    told += 1
  }

  const OF_HEAD: Record<string, string[]> = { format: ['other_program'], version: ['other_program', 'newer'] }

  test.each<[what: string, harm: (place: Place, value: unknown) => void]>([
    ['something else in some place', ([holder, key], value) => void (holder[key] = value)],
    ['something missing', ([holder, key]) => void delete holder[key]],
    [
      'something too much',
      ([holder, key], value) => {
        if (Array.isArray(holder)) holder.push(value)
        else holder[`${key}x`] = value
      },
    ],
  ])(
    'each bad one with %s is refused for its head, or its first bad place lies in that part',
    (_what, harm) => {
      fc.assert(
        fc.property(fc.nat(), junk, (at, value) => {
          const file = good()
          const all = places(file)
          const place = all[at % all.length]!
          harm(place, value)
          expectTold(read(file), OF_HEAD[place[2]] ?? [], place[2])
        }),
        { numRuns: 600 },
      )
      expect(Object.keys(Object.prototype)).toEqual([])
    },
  )

  test('each bad one with other letters in its text is refused, or its first bad place is named', () => {
    const text = JSON.stringify(good())
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(30), fc.string({ maxLength: 12 }), (at, cut, put) => {
        expectTold(readExport(text.slice(0, at) + put + text.slice(at + cut)), REFUSALS)
      }),
      { numRuns: 600 },
    )
  })

  test('more than two thousand are bad', () => {
    expect(told).toBeGreaterThan(2000)
  })
})
