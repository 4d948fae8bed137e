import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayText, type ExportContent } from '../../../domain/file/export-file'
import { FLAWS, REFUSALS } from '../../../domain/file/export-flaw'
import { readExport, type Reading } from '../../../domain/file/export-read'
import { unseal } from '../../../domain/record/sealed-day'
import { type Fields, good, read, wrongIn } from '../../fixtures/good-file'

describe('thousands of damaged files', () => {
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

  /** The list or record that holds a value, the value's key there, and the part of the file that it is in. */
  type Place = [holder: Fields, key: string, part: string]

  /** All places in a value. */
  function places(value: unknown, within = ''): Place[] {
    if (typeof value !== 'object' || value === null) return []
    return Object.keys(value).flatMap((key) => {
      const part = within || key
      return [[value as Fields, key, part] as Place, ...places((value as Fields)[key], part)]
    })
  }

  /** Expects content that was accepted to be valid: read again, it has no flaws. */
  function expectGood({ days, rows, settings }: ExportContent): void {
    for (const day of days) for (const { start, end } of unseal(day)) expect(end).toBeGreaterThan(start)
    const { format, version, exportedAt, device } = good()
    const again = { format, version, exportedAt, device, settings: settings ?? {}, ...rows }
    expect(wrongIn(read({ ...again, days: days.map((day) => JSON.parse(dayText(day))) }))).toEqual([])
  }

  /** How many files were bad. */
  let badCount = 0

  /**
   * Counts bad files, and no others. Each is refused, or its flaws are named, the first one `within` a part.
   */
  function expectReported(reading: Reading, refusals: readonly string[], within = ''): void {
    if ('content' in reading) {
      expectGood(reading.content)
      fc.pre(reading.bad.length > 0)
      for (const { flaw } of reading.bad) expect(FLAWS).toContain(flaw)
      expect(reading.bad[0]?.path).toMatch(within === '' ? /./ : new RegExp(`^${within}(?:$|[.[])`))
    } else expect(refusals).toContain(reading.refused)
    badCount += 1
  }

  const OF_HEAD: Record<string, string[]> = { format: ['other_program'], version: ['other_program', 'newer'] }

  test.each<[what: string, harm: (place: Place, value: unknown) => void]>([
    ['a replaced value', ([holder, key], value) => void (holder[key] = value)],
    ['a missing value', ([holder, key]) => void delete holder[key]],
    [
      'an added value',
      ([holder, key], value) => {
        if (Array.isArray(holder)) holder.push(value)
        else holder[`${key}x`] = value
      },
    ],
  ])('with %s are refused for their head, or have their first flaw in that part', (_what, harm) => {
    fc.assert(
      fc.property(fc.nat(), junk, (at, value) => {
        const file = good()
        const all = places(file)
        const place = all[at % all.length]!
        harm(place, value)
        expectReported(read(file), OF_HEAD[place[2]] ?? [], place[2])
      }),
      { numRuns: 600 },
    )
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('with changed text are refused, or have their first flaw named', () => {
    const text = JSON.stringify(good())
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(30), fc.string({ maxLength: 12 }), (at, cut, put) => {
        expectReported(readExport(text.slice(0, at) + put + text.slice(at + cut)), REFUSALS)
      }),
      { numRuns: 600 },
    )
  })

  test('include more than two thousand bad ones', () => {
    expect(badCount).toBeGreaterThan(2000)
  })
})
