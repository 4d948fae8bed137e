import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverage } from '../../../domain/firewall/coverage'
import { boundOfRow, dayOfFocus, withoutNamed, wishOfRow } from '../../../domain/firewall/focus-row'
import { FocusCount } from '../../../domain/firewall/focused-time'
import { hoursOfFocus, scheduleDraft, writeSchedule } from '../../../domain/firewall/focus-schedule'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { focusBound, focusRow, wishFor } from '../../fixtures/focus'

const START = Date.UTC(2026, 10, 23, 10)
const minute = (count: number) => START + count * MINUTE_MS
const { covers } = coverage([{ surface: 'desk.example', kind: 'work' }])

type Stretch = [surface: string, from: number, until: number]

const focused = (stretches: readonly Stretch[], wish = wishFor()): number => {
  const count = new FocusCount([focusRow(START, {}, wish)], covers)
  for (const [surface, from, until] of stretches) count.add(surface, minute(from), minute(until))
  return (count.done[0]?.focusedMs ?? NaN) / MINUTE_MS
}

describe('focused time', () => {
  test.each<[words: string, stretches: Stretch[], minutes: number]>([
    [
      'what was named counts, by site and by kind',
      [
        ['coursera.org', 0, 10],
        ['desk.example', 10, 15],
      ],
      15,
    ],
    ['anything else does not', [['reddit.com', 0, 10]], 0],
    [
      'time before and after does not',
      [
        ['coursera.org', -10, 5],
        ['coursera.org', 45, 90],
      ],
      10,
    ],
    [
      'time without a span, asleep or away, does not',
      [
        ['coursera.org', 0, 10],
        ['coursera.org', 40, 50],
      ],
      20,
    ],
    [
      'two devices at once count no more than the work',
      [
        ['coursera.org', 0, 50],
        ['desk.example', 0, 50],
      ],
      50,
    ],
  ])('%s', (_words, stretches, minutes) => {
    expect(focused(stretches)).toBe(minutes)
  })

  test('breaks do not count, and are not planned', () => {
    const wish = wishFor({ workMinutes: 25, breakMinutes: 5 })
    expect(focused([['coursera.org', 0, 50]], wish)).toBe(45)
    expect(new FocusCount([focusRow(START, {}, wish)], covers).done).toEqual([
      { plannedMs: 45 * MINUTE_MS, focusedMs: 0, turnedAway: 0 },
    ])
  })

  test('does not depend on how attention is cut into stretches, nor on their order, across midnight too', () => {
    const late = Date.UTC(2026, 10, 23, 23, 40)
    fc.assert(
      fc.property(fc.array(fc.nat(80), { maxLength: 6 }), fc.boolean(), (cuts, isReversed) => {
        const edges = [...new Set([0, 80, ...cuts])].sort((a, b) => a - b)
        const count = new FocusCount([focusRow(late)], covers)
        const parts = edges.slice(1).map((until, index) => [edges[index] as number, until] as const)
        for (const [from, until] of isReversed ? parts.toReversed() : parts)
          count.add('coursera.org', late + from * MINUTE_MS, late + until * MINUTE_MS)
        expect(count.done[0]?.focusedMs).toBe(50 * MINUTE_MS)
      }),
    )
  })
})

describe('a row', () => {
  test('gives back the bound and the choice that it was made of', () => {
    const wish = wishFor({ strictness: 'lock', workMinutes: 25, breakMinutes: 5 })
    const row = focusRow(START, {}, wish)
    expect(boundOfRow(row)).toEqual(focusBound(START, 50, [25, 5]))
    expect(wishOfRow(row)).toEqual(wish)
  })

  test('belongs to the person’s day on which it began', () => {
    const row = focusRow(Date.UTC(2026, 10, 24, 1), { utcOffsetMinutes: 60 })
    expect(dayOfFocus(row, 4)).toBe('2026-11-23')
    expect(dayOfFocus(row, 0)).toBe('2026-11-24')
  })

  test('loses the name of a forgotten site and of its parts, and nothing else', () => {
    const named = [
      { type: 'kind', kind: 'work' },
      { type: 'site', site: 'gone.example' },
      { type: 'surface', surface: 'gone.example/part' },
      { type: 'site', site: 'not-gone.example' },
    ] as const
    const row = focusRow(START, { named })
    expect(withoutNamed(row, 'gone.example').named).toEqual([named[0], named[3]])
    expect(withoutNamed(row, 'other.example')).toBe(row)
  })
})

describe('the form for every weekday', () => {
  test('has the hours, rounded down to five minutes, and what stays open', () => {
    const hours = hoursOfFocus(wishFor(), minute(3), () => 0)
    expect(hours).toEqual({ from: 600, to: 650 })
    const draft = scheduleDraft(writeSchedule(hours, wishFor().named))
    expect(draft).toMatchObject({
      others: [{ type: 'everything' }],
      except: wishFor().named,
      type: 'hours',
      are: 'blocked',
      isAlike: false,
      days: ['10:00–10:50', '10:00–10:50', '10:00–10:50', '10:00–10:50', '10:00–10:50', '', ''],
    })
  })

  test('goes across midnight, and to the end of the day', () => {
    const at = (time: string) => Date.parse(`2026-11-23T${time}Z`)
    expect(hoursOfFocus(wishFor(), at('23:30'), () => 0)).toEqual({ from: 1410, to: 20 })
    expect(hoursOfFocus(wishFor(), at('23:10'), () => 0)).toEqual({ from: 1390, to: 1440 })
    expect(hoursOfFocus(wishFor({ until: at('11:00') }), at('10:02'), () => 0)).toEqual({
      from: 600,
      to: 658,
    })
  })

  test.each(['', 'new', '1-2', 'x-y/kind.work'])('is not made of %j', (text) => {
    expect(scheduleDraft(text)).toBeNull()
  })

  test('leaves out what it does not know', () => {
    expect(scheduleDraft('600-650/kind.nothing,site.a b,owner.Nobody,site.github.com')?.except).toEqual([
      { type: 'site', site: 'github.com' },
    ])
  })
})
