import { describe, expect, test } from 'vitest'
import { barParts, drawnAs, drawnKinds } from '../../../domain/statement/drawn-kinds'
import { KINDS } from '../../../domain/surface/kind'

describe('a chart', () => {
  const times = KINDS.map((_, row) => 100 - row)

  test('draws the six kinds with the most time on their own, other never', () => {
    const drawn = drawnKinds(['other', ...KINDS.slice(0, 8)], [1000, ...times.slice(0, 8)])
    expect([...drawn]).toEqual(KINDS.slice(0, 6))
  })

  test('draws the rest as other, at the end, so that the parts add up', () => {
    const parts = barParts(KINDS, times)
    expect(parts.map(({ kind }) => kind)).toEqual([...KINDS.slice(0, 6), 'other'])
    expect(parts.reduce((sum, { ms }) => sum + ms, 0)).toBe(times.reduce((sum, ms) => sum + ms, 0))
  })

  test('draws a seventh kind in the place of other if it is the only one left', () => {
    const kinds = KINDS.slice(0, 7)
    expect(barParts(kinds, times.slice(0, 7)).map(({ kind }) => kind)).toEqual(kinds)
  })

  test('draws up to six kinds as they are', () => {
    expect(barParts(['work', 'feed'], [1, 2])).toEqual([
      { kind: 'work', ms: 1 },
      { kind: 'feed', ms: 2 },
    ])
  })

  test('colours a kind that is not drawn like other', () => {
    const drawn = drawnKinds(KINDS, times)
    expect(drawnAs(KINDS[0], drawn)).toBe(KINDS[0])
    expect(drawnAs('ai', drawn)).toBe('other')
  })
})
