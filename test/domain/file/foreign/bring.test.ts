import { describe, expect, test } from 'vitest'
import { partsChosenBefore, totalsToBring } from '../../../../domain/file/foreign/bring'
import type { DayTotal } from '../../../../domain/record/day-total'
import { totalOf } from '../../../fixtures/totals'

const total = (surface: string, ms: number, facts: Partial<DayTotal> = {}): DayTotal => ({
  ...totalOf({ source: 'webtime', surface, minutes: 0, browser: 'unsure' }),
  ms,
  ...facts,
})

describe('of a day and site', () => {
  const here = [total('a.example', 10), total('youtube.com/watch', 20)]

  test('what is not here is added', () => {
    const brought = [total('b.example', 1), total('a.example', 5, { day: '2026-11-21' })]
    expect(totalsToBring(here, brought)).toEqual({
      put: brought,
      gone: [],
      preview: { added: 2, grown: 0, answered: 0, known: 0 },
    })
  })

  test('the larger time stays', () => {
    const larger = total('a.example', 11, { batch: 2 })
    expect(totalsToBring(here, [larger])).toMatchObject({ put: [larger], gone: [], preview: { grown: 1 } })
    expect(totalsToBring(here, [total('a.example', 9)])).toMatchObject({ put: [], preview: { known: 1 } })
    expect(totalsToBring(here, [total('a.example', 10)])).toMatchObject({ put: [], preview: { known: 1 } })
  })

  test('the larger time replaces every part, and of equal ones the last answer does', () => {
    const open = total('youtube.com/?', 20)
    expect(totalsToBring(here, [open])).toMatchObject({
      put: [open],
      gone: [here[1]],
      preview: { answered: 1 },
    })
    const grown = total('youtube.com/?', 21)
    expect(totalsToBring(here, [grown])).toMatchObject({
      put: [grown],
      gone: [here[1]],
      preview: { grown: 1 },
    })
    expect(totalsToBring(here, [total('youtube.com/?', 19)])).toMatchObject({ put: [], gone: [] })
  })

  test('the last answer about the browser counts, also with a smaller time', () => {
    const brought = total('a.example', 9, { browser: 'this', batch: 2 })
    expect(totalsToBring(here, [brought])).toMatchObject({
      put: [{ ...here[0], browser: 'this' }],
      gone: [],
      preview: { answered: 1 },
    })
  })
})

test('the part that was chosen before is the one with the most time that the file itself does not name', () => {
  const rows = [{ surface: 'youtube.com/?' }, { surface: 'youtube.com/music' }, { surface: 'a.example' }]
  const here = [
    total('youtube.com/music', 900),
    total('youtube.com/shorts', 5),
    total('youtube.com/watch', 9),
    total('a.example/b', 100),
  ]
  expect(partsChosenBefore(rows, here)).toEqual(new Map([['youtube.com/?', 'youtube.com/watch']]))
  expect(partsChosenBefore(rows, [total('youtube.com/?', 9)])).toEqual(new Map())
})
