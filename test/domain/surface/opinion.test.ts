import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  changeOpinion,
  isExcluded,
  joinedSurface,
  type Opinion,
  type OpinionChange,
} from '../../../domain/surface/opinion'

describe('what the person said is changed field by field', () => {
  test.each<[rule: string, before: Opinion, change: OpinionChange, after: Opinion | null]>([
    ['a first word', { surface: 'a.com' }, { kind: 'work' }, { surface: 'a.com', kind: 'work' }],
    [
      'another field is added',
      { surface: 'a.com', kind: 'work' },
      { worthQuarters: 0 },
      { surface: 'a.com', kind: 'work', worthQuarters: 0 },
    ],
    [
      'the same field is replaced',
      { surface: 'a.com', kind: 'work' },
      { kind: 'feed' },
      { surface: 'a.com', kind: 'feed' },
    ],
    [
      'null takes a field back',
      { surface: 'a.com', kind: 'work', name: 'A' },
      { name: null },
      { surface: 'a.com', kind: 'work' },
    ],
    ['the last field taken back leaves nothing', { surface: 'a.com', kind: 'work' }, { kind: null }, null],
    ['taking back what was never said leaves nothing', { surface: 'a.com' }, { kind: null }, null],
    ['nothing said is nothing to remember', { surface: 'a.com' }, {}, null],
  ])('%s', (_rule, before, change, after) => {
    expect(changeOpinion(before, change)).toEqual(after)
  })

  test('the opinion before stays as it was', () => {
    const before: Opinion = Object.freeze({ surface: 'a.com', kind: 'work' })
    changeOpinion(before, { kind: null, name: 'A' })
    expect(before).toEqual({ surface: 'a.com', kind: 'work' })
  })
})

/** `a>b` says that a counts as b. */
const joins = (...pairs: string[]) => {
  const opinions = new Map(
    pairs
      .map((pair) => pair.split('>') as [string, string])
      .map(([surface, joined]) => [surface, { surface, joined }]),
  )
  return (surface: string): Opinion | undefined => opinions.get(surface)
}

describe('a joined surface counts as the one at the end of the chain', () => {
  test.each([
    ['nothing said', [], 'a', 'a'],
    ['joined', ['a>b'], 'a', 'b'],
    ['the other is itself', ['a>b'], 'b', 'b'],
    ['a chain is followed', ['a>b', 'b>c', 'c>d'], 'a', 'd'],
    ['two may join the same', ['a>c', 'b>c'], 'b', 'c'],
    ['a surface joined with itself is itself', ['a>a'], 'a', 'a'],
    ['a circle of two joins nothing', ['a>b', 'b>a'], 'a', 'a'],
    ['nor from its other end', ['a>b', 'b>a'], 'b', 'b'],
    ['a circle of three joins nothing', ['a>b', 'b>c', 'c>a'], 'b', 'b'],
    ['what leads into a circle is itself', ['a>b', 'b>c', 'c>b'], 'a', 'a'],
  ])('%s', (_rule, pairs, surface, counted) => {
    expect(joinedSurface(surface, joins(...pairs))).toBe(counted)
  })

  test('whatever is joined, the answer counts as itself', () => {
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
    ['a longer name', 'a.com', 'a.com.au', false],
  ])('%s: with %s excluded, %s is excluded: %s', (_rule, said, asked, expected) => {
    expect(isExcluded(asked, excluded(said))).toBe(expected)
  })

  test('other words exclude nothing, an exclusion since 1970 does', () => {
    expect(isExcluded('a.com', () => ({ surface: 'a.com', kind: 'feed' }))).toBe(false)
    expect(isExcluded('a.com', () => ({ surface: 'a.com', excluded: 0 }))).toBe(true)
  })

  test('goes for what counts as an excluded site, too', () => {
    const said = new Map([
      ['x.com', { surface: 'x.com', joined: 'twitter.com' }],
      ['twitter.com', { surface: 'twitter.com', excluded: 1 }],
    ])
    expect(isExcluded('x.com', (surface) => said.get(surface))).toBe(true)
  })
})
