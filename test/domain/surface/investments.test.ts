import { expect, test } from 'vitest'
import { investmentsOf } from '../../../domain/surface/investments'
import { surfaceBook } from '../../../domain/surface/surface-book'

const OPINIONS = [
  { surface: 'coursera.org', worthQuarters: 8 },
  { surface: 'github.com', worthQuarters: 6 },
  { surface: 'reddit.com/learn', worthQuarters: 8 },
  { surface: 'left-out.com', worthQuarters: 8, excluded: 1 },
  { surface: 'moodle.org', worthQuarters: 8, joined: 'coursera.org' },
  { surface: 'file', worthQuarters: 8 },
]

test('a wall offers investments that have an address, are recorded and are on another site', () => {
  const offered = investmentsOf(OPINIONS, surfaceBook(OPINIONS), 'reddit.com')
  expect(offered.map(({ surface }) => surface)).toEqual(['coursera.org'])
})

test('a wall offers at most five investments', () => {
  const many = Array.from({ length: 9 }, (_, index) => ({ surface: `s${index}.org`, worthQuarters: 8 }))
  expect(investmentsOf(many, surfaceBook(many), 'x.com')).toHaveLength(5)
})
