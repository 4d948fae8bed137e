import { describe, expect, test } from 'vitest'
import { spanOf } from '../fixtures/spans'
import { missedOf } from './tools/recorded'

const at = (second: number) => Date.UTC(2026, 10, 23, 10) + second * 1000
const span = (surface: string, from: number, to: number) =>
  spanOf({ surface, start: at(from), ms: (to - from) * 1000 })

const STAYS = [
  { surface: 'zeit.de', from: at(0) },
  { surface: 'coursera.org', from: at(10) },
  { surface: 'zeit.de', from: at(30) },
]

describe('a page in front', () => {
  test('loses and misplaces no time if spans begin and end with the pages', () => {
    const spans = [span('zeit.de', 0, 10), span('coursera.org', 10, 30), span('zeit.de', 30, 40)]
    expect(missedOf(STAYS, spans)).toEqual([
      { lostMs: 0, misplacedMs: 0 },
      { lostMs: 0, misplacedMs: 0 },
    ])
  })

  test('loses time that no span covers', () => {
    const spans = [span('zeit.de', 2, 9), span('coursera.org', 10, 30)]
    expect(missedOf(STAYS, spans)[0]).toEqual({ lostMs: 3000, misplacedMs: 0 })
  })

  test('misplaces time that the previous page’s span covers', () => {
    expect(missedOf(STAYS, [span('zeit.de', 0, 40)])[1]).toEqual({ lostMs: 0, misplacedMs: 20_000 })
    const late = [span('zeit.de', 0, 11), span('coursera.org', 11, 30)]
    expect(missedOf(STAYS, late)[1]).toEqual({ lostMs: 0, misplacedMs: 1000 })
  })
})
