/** A rule about every page: what it covers, and what it never closes. */
import { describe, expect, test } from 'vitest'
import { coverage, isAllExcepted, isSameTarget, staysOpen } from '../../../domain/firewall/coverage'
import { loosens } from '../../../domain/firewall/loosening'
import { opinionsHeld } from '../../../domain/firewall/opinions-held'
import { presetRules } from '../../../domain/firewall/presets'
import { newStoredRule, withRule } from '../../../domain/firewall/rule-writing'
import { seenPages, type SeenTab } from '../../../domain/firewall/seen-pages'
import { standing } from '../../../domain/firewall/rule-standings'
import type { Rule, Target } from '../../../domain/firewall/rule'
import { placeOf } from '../../../domain/surface/address'
import { KINDS } from '../../../domain/surface/kind'
import type { Opinion } from '../../../domain/surface/opinion'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { viewOf } from '../../fixtures/guard-view'
import { minutes, ruleOf } from '../../fixtures/rules'
import { spanOf } from '../../fixtures/spans'

const everything: Target = { type: 'everything' }
const kind = (one: (typeof KINDS)[number]): Target => ({ type: 'kind', kind: one })
const site = (name: string): Target => ({ type: 'site', site: name })
const surface = (name: string): Target => ({ type: 'surface', surface: name })
const LEARNING = ruleOf({ id: 'r', targets: [everything], except: [kind('learning')] })
const NOTHING_LEFT_OUT = ruleOf({ id: 'r', targets: [everything] })

/** Whether a rule about everything closes an address; null if the address is none of a page. */
function closes(address: string, rule: Rule = NOTHING_LEFT_OUT, opinions: readonly Opinion[] = []) {
  const covering = coverage(opinions)
  const place = placeOf(address, covering.splits)
  return place && covering.covers(rule, place.surface)
}

describe('everything covers', () => {
  test.each([
    ['a site of the catalogue', 'https://www.reddit.com/'],
    ['a part of one', 'https://www.youtube.com/shorts/1'],
    ['a site that nobody knows', 'https://unknown.example.org/page'],
    ['a public address', 'https://8.8.8.8/'],
    ['a page in the reader', 'about:reader?url=https%3A%2F%2Funknown.org%2F'],
    ['the source of a page', 'view-source:https://unknown.org/'],
    ['a translated page', 'https://unknown-org.translate.goog/'],
    ['an archived page', 'https://web.archive.org/web/2020/https://unknown.org/'],
    ['an archive itself', 'https://archive.org/'],
  ])('%s', (_what, address) => {
    expect(closes(address)).toBe(true)
  })
})

describe('everything never closes', () => {
  test.each([
    ['a sign-in page', 'https://accounts.google.com/signin'],
    ['a sign-in page by its path', 'https://github.com/login'],
    ['a consent page', 'https://consent.youtube.com/m?continue=x'],
    ['sign-in for other sites', 'https://login.microsoftonline.com/x'],
    ['a short link', 'https://t.co/abc'],
    ['this computer', 'http://localhost:8080/'],
    ['a router', 'http://192.168.178.1/'],
    ['a router by its name', 'http://fritz.box/'],
    ['a printer', 'http://printer.local/'],
    ['a server at home', 'https://nas.home.arpa/'],
    ['a page of the intranet', 'http://intranet/'],
    ['a local address of version 6', 'http://[fe80::1]/'],
    ['a file', 'file:///home/me/a.html'],
  ])('%s', (_what, address) => {
    expect(closes(address)).toBe(false)
  })

  test.each([
    ['a new tab', 'about:newtab'],
    ['a new tab of Chromium', 'chrome://newtab/'],
    ['an empty page', 'about:blank'],
    ['settings of the browser', 'chrome://settings/'],
    ['add-ons of Firefox', 'about:addons'],
    ['our dashboard', 'chrome-extension://abcdefghijklmnopabcdefghijklmnop/dashboard.html#/firewall'],
    ['our dashboard in Firefox', 'moz-extension://1f0c9a3e-0000-4000-8000-000000000000/dashboard.html'],
    ['data in an address', 'data:text/html,hello'],
  ])('%s, which is no page at all', (_what, address) => {
    expect(closes(address)).toBeNull()
  })

  test('tabs of ours and of the browser: they are not among the pages that a guard judges', () => {
    const tab = (id: number, address: string, isWall = false): SeenTab => ({
      id,
      windowId: 1,
      incognito: false,
      isShown: true,
      isHeard: false,
      pictureIn: null,
      address,
      isWall,
    })
    const own = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop'
    const tabs = [
      tab(1, `${own}/dashboard.html#/firewall`),
      tab(2, `${own}/wall.html`, true),
      tab(3, 'about:newtab'),
      tab(4, 'https://unknown.org/'),
    ]
    expect(seenPages({ tabs, windows: [] }, [], 1, []).map(({ tab: { id } }) => id)).toEqual([4])
  })
})

describe('exceptions can be', () => {
  test.each<[what: string, except: Target, open: string, closed: string]>([
    ['kinds', kind('learning'), 'https://www.coursera.org/', 'https://www.reddit.com/'],
    ['sites', site('unknown.org'), 'https://a.unknown.org/b', 'https://unknown.com/'],
    ['parts', surface('youtube.com/watch'), 'https://www.youtube.com/watch?v=1', 'https://www.youtube.com/'],
    [
      'owners',
      { type: 'owner', owner: 'Wikimedia', sites: ['wikipedia.org'] },
      'https://de.wikipedia.org/',
      'https://www.reddit.com/',
    ],
  ])('%s', (_what, except, open, closed) => {
    const rule = { ...NOTHING_LEFT_OUT, except: [except] }
    expect([closes(open, rule), closes(closed, rule)]).toEqual([false, true])
  })

  test('copies are open and closed with what they show', () => {
    expect(closes('https://www-coursera-org.translate.goog/learn', LEARNING)).toBe(false)
    expect(closes('https://web.archive.org/web/2020/https://www.coursera.org/', LEARNING)).toBe(false)
    expect(closes('https://www-reddit-com.translate.goog/', LEARNING)).toBe(true)
  })

  test('the person’s own word decides: kinds, joined, split and excluded surfaces', () => {
    const a = 'https://a.org/course/1'
    expect(closes(a, LEARNING)).toBe(true)
    expect(closes(a, LEARNING, [{ surface: 'a.org', kind: 'learning' }])).toBe(false)
    expect(closes(a, LEARNING, [{ surface: 'a.org', joined: 'coursera.org' }])).toBe(false)
    expect(closes(a, LEARNING, [{ surface: 'a.org', excluded: 1 }])).toBe(false)
    const split: Opinion = { surface: 'a.org/course', kind: 'learning', split: '/course' }
    expect([closes(a, LEARNING, [split]), closes('https://a.org/', LEARNING, [split])]).toEqual([false, true])
  })

  test('joined to a local page, a site is still covered by itself', () => {
    const joined: Opinion[] = [{ surface: 'a.org', joined: 'localhost' }]
    expect(closes('https://a.org/', NOTHING_LEFT_OUT, joined)).toBe(true)
  })
})

test('everything is excepted only by every kind, or by itself', () => {
  expect(isAllExcepted(everything, [kind('learning'), site('a.com')])).toBe(false)
  expect(isAllExcepted(everything, KINDS.map(kind))).toBe(true)
  expect(isAllExcepted(everything, [everything])).toBe(true)
  expect(isAllExcepted(site('a.com'), [everything])).toBe(true)
  expect(isSameTarget(everything, { type: 'everything' })).toBe(true)
})

describe('a change is looser', () => {
  const feeds: Partial<Rule> = { targets: [kind('feed')] }
  const all = (...except: Target[]): Partial<Rule> => ({ targets: [everything], except })
  test.each<[what: string, before: Partial<Rule>, after: Partial<Rule>, isLooser: boolean]>([
    ['from everything to a kind', all(), feeds, true],
    ['from everything but learning to everything', all(kind('learning')), all(), false],
    ['one more exception', all(kind('learning')), all(kind('learning'), kind('work')), true],
    ['a part of an exception instead of it', all(site('a.com')), all(surface('a.com/b')), true],
    ['from a kind to everything', feeds, all(), false],
    ['from a kind to everything but another kind', feeds, all(kind('learning')), false],
    ['from a kind to everything but that kind', feeds, all(kind('feed')), true],
    ['from a kind to everything but a site, which may be of that kind', feeds, all(site('a.com')), true],
    ['from a site to everything', { targets: [site('a.com')] }, all(), false],
    [
      'from a site to everything but a kind, which it may be',
      { targets: [site('a.com')] },
      all(kind('work')),
      true,
    ],
    ['from a local site to everything, which leaves it open', { targets: [site('localhost')] }, all(), true],
    ['from a sign-in page to everything', { targets: [surface('google.com/sign-in')] }, all(), true],
    [
      'from an owner to everything',
      { targets: [{ type: 'owner', owner: 'Meta', sites: ['facebook.com'] }] },
      all(),
      false,
    ],
  ])('or not: %s', (_what, before, after, isLooser) => {
    expect(loosens(ruleOf(before), ruleOf(after), 4)).toBe(isLooser)
  })
})

test('a site that becomes an exception by its kind does so only later', () => {
  const wanted: Opinion[] = [{ surface: 'a.org', kind: 'learning' }]
  expect(opinionsHeld([], wanted, [LEARNING])).toEqual([])
  expect(opinionsHeld(wanted, [], [LEARNING])).toEqual([])
})

test('the site that has to come first cannot be made of another kind at once', () => {
  const after = ruleOf({ id: 'r', after: { targets: [kind('learning')], minutes: 20 } })
  const wanted: Opinion[] = [{ surface: 'a.org', kind: 'learning' }]
  expect(opinionsHeld([], wanted, [after])).toEqual([])
  expect(opinionsHeld([], wanted, [ruleOf({ id: 'r' })])).toEqual(wanted)
  expect(opinionsHeld(wanted, [], [after])).toEqual([])
})

test('a new rule about everything counts the earlier use of today, but not what it never closes', () => {
  const noon = Date.UTC(2026, 10, 23, 12)
  const on = (name: string, minutesAgo: number) =>
    spanOf({ surface: name, start: noon - minutesAgo * MINUTE_MS, ms: 5 * MINUTE_MS })
  const spans = [on('unknown.org', 40), on('localhost', 30), on('coursera.org', 20), on('reddit.com', 10)]
  const rule = { ...LEARNING, bound: minutes(30) }
  const firewall = withRule(viewOf([], noon), newStoredRule(rule, 'r', noon), spans)
  expect(standing(firewall, rule).used.ms).toBe(10 * MINUTE_MS)
})

describe('the ready-made rule for mornings', () => {
  const [only] = presetRules.only

  test.each([
    ['https://github.com/', false],
    ['https://www.coursera.org/', false],
    ['https://chatgpt.com/', false],
    ['https://www.google.com/search?q=a', false],
    ['https://www.bing.com/search?q=a', false],
    ['https://duckduckgo.com/?q=a', false],
    ['https://www.ecosia.org/search?q=a', false],
    ['https://news.google.com/', true],
    ['https://www.youtube.com/', true],
    ['https://unknown.org/', true],
  ])('closes %s: %s', (address, isClosed) => {
    expect(closes(address, only)).toBe(isClosed)
  })

  test('names only what does not stay open anyway', () => {
    const surfaces = only!.except.flatMap((one) => (one.type === 'surface' ? [one.surface] : []))
    expect(surfaces.filter(staysOpen)).toEqual([])
  })
})
