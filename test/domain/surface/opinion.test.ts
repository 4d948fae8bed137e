import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changeOpinion,
  isExcluded,
  joinedSurface,
  type Opinion,
  type OpinionChange,
} from '../../../domain/surface/opinion'

describe('a change to an opinion', () => {
  test.each<[rule: string, before: Opinion, change: OpinionChange, after: Opinion | null]>([
    ['sets the first field', { surface: 'a.com' }, { kind: 'work' }, { surface: 'a.com', kind: 'work' }],
    [
      'adds another field',
      { surface: 'a.com', kind: 'work' },
      { worthQuarters: 0 },
      { surface: 'a.com', kind: 'work', worthQuarters: 0 },
    ],
    [
      'replaces the same field',
      { surface: 'a.com', kind: 'work' },
      { kind: 'feed' },
      { surface: 'a.com', kind: 'feed' },
    ],
    [
      'removes a field that is null',
      { surface: 'a.com', kind: 'work', name: 'A' },
      { name: null },
      { surface: 'a.com', kind: 'work' },
    ],
    ['gives null if the last field is removed', { surface: 'a.com', kind: 'work' }, { kind: null }, null],
    ['gives null if a field that was never set is removed', { surface: 'a.com' }, { kind: null }, null],
    ['gives null if nothing was set', { surface: 'a.com' }, {}, null],
  ])('%s', (_rule, before, change, after) => {
    expect(changeOpinion(before, change)).toEqual(after)
  })

  test('does not mutate the previous opinion', () => {
    const before: Opinion = Object.freeze({ surface: 'a.com', kind: 'work' })
    changeOpinion(before, { kind: null, name: 'A' })
    expect(before).toEqual({ surface: 'a.com', kind: 'work' })
  })
})

/** `a>b` means that a counts as b. */
const joins = (...pairs: string[]) => {
  const opinions = new Map(
    pairs
      .map((pair) => pair.split('>') as [string, string])
      .map(([surface, joined]) => [surface, { surface, joined }]),
  )
  return (surface: string): Opinion | undefined => opinions.get(surface)
}

describe('joins', () => {
  test.each([
    ['a surface without a join counts as itself', [], 'a', 'a'],
    ['a joined surface counts as the other', ['a>b'], 'a', 'b'],
    ['the other counts as itself', ['a>b'], 'b', 'b'],
    ['a chain is followed to its end', ['a>b', 'b>c', 'c>d'], 'a', 'd'],
    ['two surfaces can join the same one', ['a>c', 'b>c'], 'b', 'c'],
    ['a surface joined with itself counts as itself', ['a>a'], 'a', 'a'],
    ['a circle of two is ignored', ['a>b', 'b>a'], 'a', 'a'],
    ['a circle of two is ignored from its other end', ['a>b', 'b>a'], 'b', 'b'],
    ['a circle of three is ignored', ['a>b', 'b>c', 'c>a'], 'b', 'b'],
    ['a surface that leads into a circle counts as itself', ['a>b', 'b>c', 'c>b'], 'a', 'a'],
  ])('%s', (_rule, pairs, surface, counted) => {
    expect(joinedSurface(surface, joins(...pairs))).toBe(counted)
  })

  test('the surface that another counts as always counts as itself', () => {
    const letter = fc.constantFrom(...'abcdef')
    fc.assert(
      fc.property(fc.dictionary(letter, letter), letter, (joined, surface) => {
        const opinionOf = joins(...Object.entries(joined).map(([from, to]) => `${from}>${to}`))
        const counted = joinedSurface(surface, opinionOf)
        expect(joinedSurface(counted, opinionOf)).toBe(counted)
      }),
    )
  })
})

describe('exclusion', () => {
  const excluded = (surface: string) => (asked: string) =>
    asked === surface ? { surface, excluded: 1_795_000_000_000 } : undefined

  test.each([
    ['a site', 'a.com', 'a.com', true],
    ['a part of an excluded site', 'a.com', 'a.com/shorts', true],
    ['an excluded part', 'a.com/shorts', 'a.com/shorts', true],
    ['the site of an excluded part', 'a.com/shorts', 'a.com', false],
    ['another part', 'a.com/shorts', 'a.com/music', false],
    ['a site whose name is longer', 'a.com', 'a.com.au', false],
  ])('%s: with %s excluded, %s is excluded: %s', (_rule, said, asked, expected) => {
    expect(isExcluded(asked, excluded(said))).toBe(expected)
  })

  test('an opinion excludes only if it has a time of exclusion, even 1970', () => {
    expect(isExcluded('a.com', () => ({ surface: 'a.com', kind: 'feed' }))).toBe(false)
    expect(isExcluded('a.com', () => ({ surface: 'a.com', excluded: 0 }))).toBe(true)
  })

  test('covers surfaces that count as an excluded site', () => {
    const said = new Map([
      ['x.com', { surface: 'x.com', joined: 'twitter.com' }],
      ['twitter.com', { surface: 'twitter.com', excluded: 1 }],
    ])
    expect(isExcluded('x.com', (surface) => said.get(surface))).toBe(true)
  })
})
