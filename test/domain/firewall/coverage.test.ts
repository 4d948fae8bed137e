import { describe, expect, test } from 'vitest'
import { coverage, targetAt } from '../../../domain/firewall/coverage'
import type { Opinion } from '../../../domain/surface/opinion'
import type { Target } from '../../../domain/firewall/rule'
import { targetNamed } from '../../../domain/firewall/rule-target'
import { typedPlace } from '../../../domain/surface/address'
import { surfaceDirectory } from '../../../domain/surface/surface-directory'
import { ruleOf } from '../../fixtures/rules'

const everything: Target = { type: 'everything' }
const feed: Target = { type: 'kind', kind: 'feed' }
const site = (name: string): Target => ({ type: 'site', site: name })
const surface = (name: string): Target => ({ type: 'surface', surface: name })
const meta: Target = { type: 'owner', owner: 'Meta', sites: ['facebook.com', 'instagram.com'] }
const other: Target = { type: 'kind', kind: 'other' }
const alphabet: Target = { type: 'owner', owner: 'Alphabet', sites: ['google.com', 'youtube.com'] }
const amazon: Target = { type: 'owner', owner: 'Amazon', sites: ['amazon.com'] }

describe('a rule covers a surface', () => {
  test.each<[targets: Target[], except: Target[], surface: string, opinions: Opinion[], isCovered: boolean]>([
    [[feed], [], 'reddit.com', [], true],
    [[everything], [], 'github.com', [], true],
    [[everything], [feed], 'reddit.com', [], false],
    [[everything], [], 'youtube.com/sign-in', [], false],
    [[feed], [], 'youtube.com/watch', [], false],
    [[feed], [], 'youtube.com/shorts', [], true],
    [[feed], [], 'github.com', [{ surface: 'github.com', kind: 'feed' }], true],
    [[feed], [], 'reddit.com', [{ surface: 'reddit.com', kind: 'work' }], false],
    [[feed], [site('reddit.com')], 'reddit.com/popular', [], false],
    [[feed], [surface('youtube.com/shorts')], 'youtube.com/shorts', [], false],
    [[site('youtube.com')], [], 'youtube.com/watch', [], true],
    [[site('youtube.com')], [surface('youtube.com/watch')], 'youtube.com/watch', [], false],
    [[site('youtube.com')], [], 'notyoutube.com', [], false],
    [[surface('youtube.com/shorts')], [], 'youtube.com/watch', [], false],
    [[surface('youtube.com')], [], 'youtube.com/watch', [], false],
    [[meta], [], 'instagram.com/reels', [], true],
    [[meta], [], 'tiktok.com', [], false],
    [[amazon], [], 'amazon.de', [], true],
    [[feed, site('github.com')], [], 'github.com', [], true],
    // A surface that counts as another one is covered by the rules for both.
    [[site('reddit.com')], [], 'a.com', [{ surface: 'a.com', joined: 'reddit.com' }], true],
    [[site('a.com')], [], 'a.com', [{ surface: 'a.com', joined: 'reddit.com' }], true],
    [[feed], [], 'reddit.com', [{ surface: 'reddit.com', excluded: 1 }], false],
    // Other front ends have the kind and owner of the site, but are sites of their own.
    [[feed], [], 'nitter.net', [], true],
    [[feed], [], 'yewtu.be/watch', [], false],
    [[alphabet], [], 'yewtu.be/watch', [], true],
    [[site('youtube.com')], [], 'yewtu.be', [], false],
    // Sign-in pages are covered only by their own name.
    [[site('youtube.com')], [], 'youtube.com/sign-in', [], false],
    [[alphabet], [], 'google.com/sign-in', [], false],
    [[alphabet], [], 'google.de/sign-in', [], false],
    [[other], [], 'facebook.com/sign-in', [], false],
    [[other], [], 'facebook.com/events', [], true],
    [[feed], [], 'facebook.com/sign-in', [{ surface: 'facebook.com/sign-in', kind: 'feed' }], false],
    [[surface('facebook.com/sign-in')], [], 'facebook.com/sign-in', [], true],
    [[site('a.com')], [], 'a.com/sign-in', [], true],
    // So are hosts that only pass on to other sites.
    [[other], [], 't.co', [], false],
    [[feed], [], 'fb.watch', [{ surface: 'fb.watch', kind: 'feed' }], false],
    [[site('t.co')], [], 't.co', [], true],
    // Joining a page to the sign-in part frees it of no rule that covers it by itself.
    [[site('a.com')], [], 'a.com', [{ surface: 'a.com', joined: 'facebook.com/sign-in' }], true],
    [[feed], [], 'facebook.com/sign-in', [{ surface: 'facebook.com/sign-in', joined: 'reddit.com' }], true],
  ])('targets %j except %j, page %s, opinions %j: %s', (targets, except, page, opinions, isCovered) => {
    expect(coverage(opinions).covers(ruleOf({ targets, except }), page)).toBe(isCovered)
  })
})

describe('a typed target', () => {
  const known = surfaceDirectory(
    new Map([
      ['youtube.com/shorts', 1],
      ['github.com', 1],
    ]),
    [],
  )
  test.each<[string, Target | null]>([
    ['Meta', { type: 'owner', owner: 'Meta', sites: expect.arrayContaining(['facebook.com']) as never }],
    ['meta ', { type: 'owner', owner: 'Meta', sites: expect.arrayContaining(['facebook.com']) as never }],
    ['YouTube Shorts', surface('youtube.com/shorts')],
    ['github', site('github.com')],
    ['github.com', site('github.com')],
    ['YouTube', site('youtube.com')],
    ['Instagram Reels', surface('instagram.com/reels')],
    ['something', null],
  ])('is looked up by its name: %j', (typed, target) => {
    expect(targetNamed(typed, known)).toEqual(target)
  })

  test.each<[string, Target | null]>([
    ['https://m.youtube.com/shorts/1', surface('youtube.com/shorts')],
    ['old.reddit.com', site('reddit.com')],
    ['no such thing', null],
    ['example', null],
  ])('is looked up by its address: %j', (typed, target) => {
    const place = typedPlace(typed, [])
    expect(place && targetAt(place)).toEqual(target)
  })
})
