import { describe, expect, test } from 'vitest'
import type { Opinion } from '../../../domain/surface/opinion'
import { catalogKind, surfaceRules } from '../../../domain/surface/surface-rules'

describe('the catalogue gives the kind of a part, else of its site, else other', () => {
  test.each([
    ['youtube.com', 'feed'],
    ['youtube.com/watch', 'video'],
    ['youtube.com/shorts', 'feed'],
    ['youtube.com/music', 'other'],
    ['youtube.com/a-part-of-mine', 'feed'],
    ['instagram.com/direct', 'chat'],
    ['google.de/docs', 'work'],
    ['never-heard-of.example', 'other'],
    ['localhost', 'other'],
    ['file', 'other'],
    ['constructor', 'other'],
    ['', 'other'],
  ])('%s is %s', (surface, kind) => {
    expect(catalogKind(surface)).toBe(kind)
  })
})

describe("recording follows the person's opinions", () => {
  const opinions: Opinion[] = [
    { surface: 'youtube.com', kind: 'learning' },
    { surface: 'bank.example', excluded: 1_795_000_000_000 },
    { surface: 'reddit.com/r', excluded: 1_795_000_000_000 },
    { surface: 'nitter.net', joined: 'x.com' },
    { surface: 'twitter.com', joined: 'x.com' },
    { surface: 'mirror.example', joined: 'nitter.net' },
    { surface: 'example.com/blog.', split: 'blog.', kind: 'news' },
    { surface: 'example.com/docs', split: '/docs' },
    { surface: 'wikipedia.org', iconHost: 'de.wikipedia.org' },
  ]
  const rules = surfaceRules(opinions)

  test('splits are listed with their patterns', () => {
    expect(rules.splits).toEqual([
      { surface: 'example.com/blog.', pattern: 'blog.' },
      { surface: 'example.com/docs', pattern: '/docs' },
    ])
  })

  test.each([
    ['bank.example', true],
    ['bank.example/login', true],
    ['reddit.com/r', true],
    ['reddit.com', false],
    ['youtube.com', false],
  ])('%s is excluded: %s', (surface, expected) => {
    expect(rules.isExcluded(surface)).toBe(expected)
  })

  test.each([
    ["the kind is the person's", 'youtube.com', 'learning'],
    ['a kind given to a site does not change its parts', 'youtube.com/shorts', 'feed'],
    ['a joined surface has the kind of the other', 'nitter.net', catalogKind('x.com')],
    ['a chain of joins is followed', 'mirror.example', catalogKind('x.com')],
    ['a split part can have a kind', 'example.com/blog.', 'news'],
    ['a split part without a kind has that of the catalogue', 'example.com/docs', 'other'],
  ])('%s: %s is %s', (_rule, surface, kind) => {
    expect(rules.kindOf(surface)).toBe(kind)
  })

  test.each([
    ['x.com', ['x.com', 'nitter.net', 'twitter.com', 'mirror.example']],
    ['twitter.com', ['x.com', 'twitter.com', 'nitter.net', 'mirror.example']],
    ['youtube.com', ['youtube.com']],
    ['never-heard-of.example', ['never-heard-of.example']],
  ])('%s is counted together with %j', (surface, together) => {
    expect(rules.countedWith(surface).toSorted()).toEqual(together.toSorted())
  })

  test.each([
    ['mirror.example', 'x.com'],
    ['x.com', 'x.com'],
    ['never-heard-of.example', 'never-heard-of.example'],
  ])('%s counts as %s', (surface, counted) => {
    expect(rules.countedAs(surface)).toBe(counted)
  })

  test('without opinions all comes from the catalogue', () => {
    const withoutOpinions = surfaceRules([])
    expect(withoutOpinions.splits).toEqual([])
    expect(withoutOpinions.isExcluded('youtube.com')).toBe(false)
    expect(withoutOpinions.kindOf('youtube.com/shorts')).toBe('feed')
  })
})
