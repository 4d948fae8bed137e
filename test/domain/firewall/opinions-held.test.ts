import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coverage } from '../../../domain/firewall/coverage'
import { opinionsForLimits, opinionsHeld } from '../../../domain/firewall/opinions-held'
import { catalogSite } from '../../../domain/surface/catalog/catalog'
import { KINDS } from '../../../domain/surface/kind'
import type { Opinion } from '../../../domain/surface/opinion'
import { minutes, ruleOf } from '../../fixtures/rules'

const FEEDS = ruleOf({ bound: minutes(40) })

const feed = (surface: string): Opinion => ({ surface, kind: 'feed' })
const work = (surface: string): Opinion => ({ surface, kind: 'work' })

test('of many changes, those that loosen a rule wait and the others take effect, wherever they stand', () => {
  const names = Array.from({ length: 40 }, (_, index) => `site-${index}.com`)
  const before = opinionsForLimits(names.map((name, index) => (index % 3 === 0 ? feed(name) : work(name))))
  const after = opinionsForLimits(names.map((name, index) => (index % 2 === 0 ? feed(name) : work(name))))
  const expected = names.map((name, index) => (index % 2 === 0 || index % 3 === 0 ? feed(name) : work(name)))
  expect(opinionsHeld(before, after, [FEEDS])).toEqual(opinionsForLimits(expected))
})

test('what is joined to a site is judged with it', () => {
  const before = opinionsForLimits([feed('hub.com'), { surface: 'a.com', joined: 'hub.com' }])
  const after = opinionsForLimits([work('hub.com'), { surface: 'a.com', joined: 'hub.com' }])
  expect(opinionsHeld(before, after, [FEEDS])).toBe(before)
})

test('whatever changes, no rule covers less, and what loosens none takes effect', () => {
  const name = fc.constantFrom('a.com', 'b.com', 'c.com', 'd.com', 'reddit.com', 'reddit.com/popular')
  const opinion = fc.record({
    surface: name,
    kind: fc.option(fc.constantFrom(...KINDS), { nil: undefined }),
    joined: fc.option(name, { nil: undefined }),
    excluded: fc.option(fc.constant(1), { nil: undefined }),
  })
  const opinions = fc.uniqueArray(opinion, { selector: ({ surface }) => surface, maxLength: 6 }).map((list) =>
    opinionsForLimits(
      list.map((one) => ({
        ...one,
        joined: one.joined === one.surface ? undefined : one.joined,
      })) as Opinion[],
    ),
  )
  const parts = catalogSite('reddit.com')?.surfaces.map(({ slug }) => `reddit.com/${slug}`) ?? []
  const all = ['a.com', 'b.com', 'c.com', 'd.com', 'reddit.com', ...parts]
  fc.assert(
    fc.property(opinions, opinions, (before, after) => {
      const held = opinionsHeld(before, after, [FEEDS])
      const covers = (list: readonly Opinion[]) => all.filter((one) => coverage(list).covers(FEEDS, one))
      expect(covers(held)).toEqual(expect.arrayContaining(covers(before)))
      if (all.every((one) => !covers(before).includes(one) || covers(after).includes(one)))
        expect(covers(held)).toEqual(covers(after))
    }),
  )
})

/** Lists of opinions that count how often their surfaces are read. */
function counted(count: number, kind: (index: number) => Opinion['kind'], more: Partial<Opinion> = {}) {
  const reads = { sum: 0 }
  const list = Array.from({ length: count }, (_, index): Opinion => {
    const surface = `site-${String(index).padStart(5, '0')}.com`
    const one = { surface, kind: kind(index), ...more } as Opinion
    return Object.defineProperty(one, 'surface', {
      enumerable: true,
      get: () => {
        reads.sum += 1
        return surface
      },
    })
  })
  return { list, reads }
}

describe('the work grows with the number of opinions, not with its square', () => {
  test.each<[what: string, before: () => Opinion['kind'], after: (index: number) => Opinion['kind']]>([
    ['when all loosen a rule', () => 'feed', () => 'work'],
    ['when none does', () => 'work', () => 'feed'],
    ['when every other does', () => 'feed', (index) => (index % 2 === 0 ? 'work' : 'feed')],
  ])('%s', (_what, before, after) => {
    const readsOf = (count: number): number => {
      const [old, now] = [counted(count, before), counted(count, after)]
      opinionsHeld(old.list, now.list, [FEEDS])
      return old.reads.sum + now.reads.sum
    }
    expect(readsOf(400)).toBeLessThan(4.5 * readsOf(100))
  })
})
