import { describe, expect, test } from 'vitest'
import type { Opinion } from '../../../domain/surface/opinion'
import { catalogKind, surfaceRules } from '../../../domain/surface/surface-rules'

describe('the catalogue knows the kind of a part, else of its site, else nothing in particular', () => {
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

describe('recording follows what the person said', () => {
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

  test('splits are handed to the address reader', () => {
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
    ["the person's word", 'youtube.com', 'learning'],
    ['a word about the site is none about a part', 'youtube.com/shorts', 'feed'],
    ['the kind of what it is joined with', 'nitter.net', catalogKind('x.com')],
    ['through a chain', 'mirror.example', catalogKind('x.com')],
    ['a part of their own with a word', 'example.com/blog.', 'news'],
    ['a part of their own without', 'example.com/docs', 'other'],
  ])('%s: %s is %s', (_rule, surface, kind) => {
    expect(rules.kindOf(surface)).toBe(kind)
  })

  test.each([
    ['x.com', ['x.com', 'nitter.net', 'twitter.com', 'mirror.example']],
    ['twitter.com', ['x.com', 'twitter.com', 'nitter.net', 'mirror.example']],
    ['youtube.com', ['youtube.com']],
    ['never-heard-of.example', ['never-heard-of.example']],
  ])('%s counts as one with %j', (surface, together) => {
    expect(rules.countedWith(surface).toSorted()).toEqual(together.toSorted())
  })

  test('nothing said leaves all to the catalogue', () => {
    const silent = surfaceRules([])
    expect(silent.splits).toEqual([])
    expect(silent.isExcluded('youtube.com')).toBe(false)
    expect(silent.kindOf('youtube.com/shorts')).toBe('feed')
  })
})
