import { getDomain } from 'tldts'
import { describe, expect, test } from 'vitest'
import { catalogSite, catalogSites } from '../../../../domain/surface/catalog/catalog'
import { passesOn } from '../../../../domain/surface/catalog/passes-on'
import { matches, matchSurface, patternsOf } from '../../../../domain/surface/catalog/match-surface'
import { frontEnds } from '../../../../domain/surface/catalog/front-ends'
import { ownerOf, owners } from '../../../../domain/surface/catalog/owners'
import { listsByKind } from '../../../../domain/surface/catalog/lists-by-kind'
import { rowsIn } from '../../../../domain/surface/catalog/rows'
import { patterns } from '../../../../domain/surface/catalog/patterns'
import { passing } from '../../../../domain/surface/catalog/passing'
import { SIGN_IN, signInHeads } from '../../../../domain/surface/catalog/sign-in'
import { surfaceGroups } from '../../../../domain/surface/catalog/surfaces'
import { surfaceBook } from '../../../../domain/surface/surface-book'
import { isKind } from '../../../../domain/surface/is-kind'
import { KINDS } from '../../../../domain/surface/kind'
import { MOST_USED } from './regions'

const rows = Object.values(listsByKind).flatMap(rowsIn)
const listed = new Set(rows.map(([site]) => site))
const groups = surfaceGroups.flatMap((table) => Object.entries(table))
const sites = [...catalogSites()]

const repeated = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i)
const sorted = (values: readonly string[]) => [...values].sort()

describe('sites', () => {
  test('every site is listed once', () => {
    expect(repeated(rows.map(([site]) => site))).toEqual([])
  })

  test('every site belongs to at most one group of surfaces', () => {
    expect(repeated(groups.flatMap(([head, { also = [] }]) => [head, ...also]))).toEqual([])
  })

  test('the head of every group of surfaces is listed', () => {
    expect(groups.map(([head]) => head).filter((head) => !listed.has(head))).toEqual([])
  })

  test('every site is a registrable domain, private suffixes included', () => {
    const bad = sites.map(([site]) => site).filter((s) => getDomain(s, { allowPrivateDomains: true }) !== s)
    expect(bad).toEqual([])
  })

  test.each(KINDS)('the list of kind %s is sorted by ending, then by site', (kind) => {
    const order = rowsIn(listsByKind[kind]).map(([site]) => site)
    const endingOf = (site: string) => site.slice(site.indexOf('.'))
    const endings = order.map(endingOf).filter((ending, i, all) => ending !== all[i - 1])
    expect(endings).toEqual(sorted([...new Set(endings)]))
    for (const ending of endings) {
      const own = order
        .filter((site) => endingOf(site) === ending)
        .map((site) => site.slice(0, -ending.length))
      expect(own).toEqual(sorted(own))
    }
  })

  test('the other sites of every group of surfaces are sorted', () => {
    for (const table of surfaceGroups) {
      for (const { also = [] } of Object.values(table)) expect(also).toEqual(sorted(also))
    }
  })

  test('the lists have at least 1,200 sites, of them 60 for adults and 40 for gambling', () => {
    expect(rows.length).toBeGreaterThanOrEqual(1200)
    expect(rowsIn(listsByKind.adult).length).toBeGreaterThanOrEqual(60)
    expect(rowsIn(listsByKind.gambling).length).toBeGreaterThanOrEqual(40)
    expect(sites.length).toBeGreaterThanOrEqual(rows.length)
  })

  test.each(KINDS)('kind %s has at least eight sites', (kind) => {
    expect(rowsIn(listsByKind[kind]).length).toBeGreaterThanOrEqual(8)
    expect(sites.filter(([, site]) => site.kind === kind).length).toBeGreaterThanOrEqual(8)
  })

  test('every site and every surface has a known kind', () => {
    const kinds = sites.flatMap(([, { kind, surfaces = [] }]) => [kind, ...surfaces.map((s) => s.kind)])
    expect(kinds.filter((kind) => !isKind(kind))).toEqual([])
  })

  test('no two sites have the same name', () => {
    expect(repeated(sites.map(([, { name }]) => name.toLowerCase()))).toEqual([])
  })

  test('an unknown site is not in the catalogue', () => {
    expect(catalogSite('example.com')).toBeUndefined()
    expect(catalogSite('constructor')).toBeUndefined()
  })

  test.each(Object.entries(MOST_USED))(
    'the thirty most used sites of region %s are known',
    (_region, used) => {
      expect(new Set(used).size).toBe(30)
      expect(used.filter((site) => !catalogSite(site))).toEqual([])
    },
  )

  test('at least seventy sites are German, Austrian or Swiss', () => {
    expect(rows.filter(([site]) => /\.(de|at|ch)$/.test(site)).length).toBeGreaterThanOrEqual(70)
  })

  test.each<[string, string[]]>([
    ['Arabic', ['aljazeera.net', 'mbc.net', 'noon.com']],
    ['Chinese', ['bilibili.com', 'weibo.com', 'zhihu.com']],
    ['Czech', ['alza.cz', 'novinky.cz', 'seznam.cz']],
    ['Danish', ['dr.dk', 'ekstrabladet.dk', 'viaplay.com']],
    ['Dutch', ['bol.com', 'marktplaats.nl', 'nu.nl']],
    ['English', ['bbc.com', 'nytimes.com', 'theguardian.com']],
    ['Finnish', ['hs.fi', 'yle.fi', 'google.fi']],
    ['French', ['lemonde.fr', 'leboncoin.fr', 'tf1.fr']],
    ['German', ['kleinanzeigen.de', 'orf.at', 'srf.ch']],
    ['Hindi and Indian English', ['flipkart.com', 'indiatimes.com', 'sharechat.com']],
    ['Italian', ['corriere.it', 'raiplay.it', 'repubblica.it']],
    ['Japanese', ['nicovideo.jp', 'rakuten.co.jp', 'yahoo.co.jp']],
    ['Korean', ['coupang.com', 'dcinside.com', 'naver.com']],
    ['Norwegian', ['finn.no', 'nrk.no', 'vg.no']],
    ['Polish', ['allegro.pl', 'onet.pl', 'wykop.pl']],
    ['Portuguese', ['globo.com', 'mercadolivre.com.br', 'publico.pt']],
    ['Russian', ['habr.com', 'ozon.ru', 'vk.com']],
    ['Spanish', ['elpais.com', 'marca.com', 'mercadolibre.com']],
    ['Swedish', ['aftonbladet.se', 'blocket.se', 'svtplay.se']],
    ['Turkish', ['eksisozluk.com', 'hurriyet.com.tr', 'trendyol.com']],
  ])('%s has sites in the catalogue', (_language, examples) => {
    expect(examples.filter((site) => !catalogSite(site))).toEqual([])
  })
})

describe('owners', () => {
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}+]/gu, '')
  const names = owners.map(([owner]) => owner)
  const owned = owners.flatMap(([, ...ownedSites]) => ownedSites)

  test('every owner has one spelling, and owners are sorted', () => {
    expect(repeated(names.map(plain))).toEqual([])
    expect(names).toEqual(sorted(names))
  })

  test('every owned site is listed and has one owner', () => {
    expect(owned.filter((site) => !listed.has(site))).toEqual([])
    expect(repeated(owned)).toEqual([])
  })

  test('an owner named like a site is spelled like it', () => {
    const byPlain = new Map(sites.map(([, { name }]) => [plain(name), name]))
    expect(names.filter((owner) => (byPlain.get(plain(owner)) ?? owner) !== owner)).toEqual([])
  })

  test.each([
    'Google',
    'Facebook',
    'Meta Platforms',
    'Twitter',
    'X Corp',
    'Amazon.com',
    'Mail.ru',
    'Springer',
  ])('%s is a former or legal name and is not used for an owner', (name) => {
    expect(names).not.toContain(name)
  })

  test.each([
    ['youtube.com', 'Alphabet'],
    ['google.de', 'Alphabet'],
    ['instagram.com', 'Meta'],
    ['zalando.at', 'Zalando'],
    ['wikipedia.org', 'Wikimedia'],
    ['duolingo.com', 'Duolingo'],
    ['example.com', 'example.com'],
  ])('the attention on %s is sold by %s', (site, owner) => {
    expect(ownerOf(site)).toBe(owner)
  })
})

describe('country versions of a site', () => {
  test('share its surfaces and kind and have their ending in the name', () => {
    const com = catalogSite('google.com')
    expect(catalogSite('google.co.uk')).toEqual({ ...com, name: 'Google.co.uk', countryOf: 'google.com' })
    expect(catalogSite('google.de')?.surfaces).toBe(com?.surfaces)
  })

  test('keep their own name if they are listed', () => {
    expect(catalogSite('twitter.com')?.name).toBe('Twitter')
    expect(catalogSite('twitter.com')?.surfaces).toBe(catalogSite('x.com')?.surfaces)
  })
})

describe('other front ends of a site', () => {
  const fronts = Object.entries(frontEnds).flatMap(([head, all]) => all.map((site) => [site, head] as const))

  test('are listed once, in no other list, sorted, and their site is listed', () => {
    expect(repeated(fronts.map(([site]) => site))).toEqual([])
    expect(fronts.filter(([site]) => listed.has(site))).toEqual([])
    for (const all of Object.values(frontEnds)) expect(all).toEqual(sorted(all))
    expect(Object.keys(frontEnds)).toEqual(sorted(Object.keys(frontEnds)))
    expect(fronts.filter(([, head]) => !listed.has(head))).toEqual([])
  })

  test.each(fronts)('%s has the kind, the owner and the parts of %s, and its name', (site, head) => {
    const main = catalogSite(head)!
    expect(catalogSite(site)).toEqual({ ...main, name: `${main.name} (${site})`, frontOf: head })
    expect(ownerOf(site)).toBe(ownerOf(head))
  })
})

describe('hosts that only pass on', () => {
  const hosts = rowsIn(passing).map(([site]) => site)

  test('are listed once, in no other list, and belong to no owner', () => {
    expect(repeated(hosts)).toEqual([])
    expect(hosts.filter((site) => listed.has(site))).toEqual([])
    expect(owners.flatMap(([, ...owned]) => owned).filter((site) => hosts.includes(site))).toEqual([])
  })

  test.each(hosts)('%s is registrable, of kind other, shown as it is, and passes on', (site) => {
    expect(getDomain(site, { allowPrivateDomains: true })).toBe(site)
    expect(surfaceBook([])(site)).toMatchObject({ kind: 'other', name: site })
    expect(passesOn(site)).toBe(true)
  })

  test.each([
    ['google.com', false],
    ['google.com/sign-in', true],
    ['example.com', false],
    ['example.com/sign-in', false],
  ])('whether %s passes on: %s', (surface, expected) => {
    expect(passesOn(surface)).toBe(expected)
  })
})

describe('the sign-in part', () => {
  test('is the first part of every site, of kind other', () => {
    expect(sites.filter(([, { surfaces }]) => surfaces[0]?.slug !== SIGN_IN)).toEqual([])
    expect(sites.filter(([, { surfaces }]) => surfaces[0]?.kind !== 'other')).toEqual([])
  })

  test('has patterns of its own only for heads of groups or single sites, sorted', () => {
    const others = new Set(groups.flatMap(([, { also = [] }]) => also))
    expect(signInHeads().filter((site) => !listed.has(site) || others.has(site))).toEqual([])
    expect(signInHeads()).toEqual(sorted(signInHeads()))
  })
})

describe('surfaces', () => {
  const surfaces = groups.flatMap(([head]) =>
    (catalogSite(head)?.surfaces ?? []).map((surface) => ({ head, surface })),
  )

  test('every slug is unique within its site', () => {
    expect(repeated(surfaces.map(({ head, surface }) => `${head}/${surface.slug}`))).toEqual([])
  })

  test('every name is unique within its site', () => {
    expect(repeated(surfaces.map(({ head, surface }) => `${head} ${surface.name}`))).toEqual([])
  })

  test('every slug is lower-case letters, digits and hyphens', () => {
    expect(surfaces.filter(({ surface }) => !/^[a-z0-9-]+$/.test(surface.slug))).toEqual([])
  })

  test('every surface has a name and at least one pattern', () => {
    const poor = surfaces.filter(
      ({ head, surface: { name, slug } }) => !name.trim() || !patternsOf(head, slug)[0],
    )
    expect(poor).toEqual([])
  })

  test('patterns belong to parts that exist, and their heads are sorted', () => {
    const parts = new Set(surfaces.map(({ head, surface }) => `${head}/${surface.slug}`))
    const named = Object.entries(patterns).flatMap(([head, own]) =>
      Object.keys(own).map((slug) => `${head}/${slug}`),
    )
    expect(named.filter((part) => !parts.has(part))).toEqual([])
    expect(Object.keys(patterns)).toEqual(sorted(Object.keys(patterns)))
  })

  test('every pattern is whole host labels with their dots, whole path segments, or both', () => {
    const wellFormed = /^(?=.)((?:[a-z0-9-]+|\*)\.)*(\/(?:[a-z0-9@._-]+|\*))*$/
    const all = surfaces.flatMap(({ head, surface }) => patternsOf(head, surface.slug))
    expect(all.filter((pattern) => !wellFormed.test(pattern))).toEqual([])
  })

  test('no pattern of a site is hidden behind an earlier one', () => {
    const hidden = surfaces.flatMap(({ head, surface }) =>
      patternsOf(head, surface.slug).flatMap((pattern) => {
        const [host = '', ...path] = pattern.split('/')
        const found = matchSurface(catalogSite(head)!, host.split('.').filter(Boolean), path)
        return found === surface ? [] : [`${head} ${pattern} → ${found?.slug}`]
      }),
    )
    expect(hidden).toEqual([])
  })
})

describe('a pattern', () => {
  test.each<[string, string, string, string, boolean]>([
    ['matches whole labels, not parts of them', 'music.', 'mymusic', '', false],
    ['matches whole segments, not parts of them', '/shorts', '', 'shortstories', false],
    ['matches the labels next to the site', 'music.', 'm.music', '', true],
    ['does not match labels further from the site', 'music.', 'music.m', '', false],
    ['matches deeper paths', '/shorts', '', 'shorts/a/b', true],
    ['does not match a later segment', '/shorts', '', 'a/shorts', false],
    ['without a host matches on every sub-domain', '/shorts', 'www.de', 'shorts', true],
    ['with a host alone matches every path', 'music.', 'music', 'a/b', true],
    ['with a host does not match without a sub-domain', 'music.', '', '', false],
    ['with two labels needs both in order', 'a.b.', 'b.a', '', false],
    ['with host and path needs the host', 'docs./document', 'www', 'document', false],
    ['with host and path needs the path', 'docs./document', 'docs', 'sheet', false],
    ['with host and path matches both', 'docs./document', 'docs', 'document/1', true],
    ['with a star matches any one segment', '/r/*/comments', '', 'r/de/comments/1', true],
    ['with a star matches no more than one segment', '/r/*/comments', '', 'r/de/at/comments', false],
    ['with a star needs a segment', '/*', '', '', false],
    ['with a star matches any one label', '*.mail.', 'de.mail', '', true],
    ['with a star needs a label', '*.mail.', 'mail', '', false],
    ['ignores capitals in the path', '/shorts', '', 'Shorts', true],
    ['can have capitals itself', '/Forum', '', 'forum', true],
  ])('%s (%s, %s, %s)', (_rule, pattern, host, path, expected) => {
    expect(matches(pattern, host.split('.').filter(Boolean), path.split('/').filter(Boolean))).toBe(expected)
  })
})

test.each<[string, string | undefined]>([
  ['https://accounts.youtube.com/accounts/SetSID', 'sign-in'],
  ['https://consent.youtube.com/m?continue=x', 'sign-in'],
  ['https://accounts.google.com/o/oauth2/v2/auth', 'sign-in'],
  ['https://accounts.google.de/', 'sign-in'],
  ['https://www.facebook.com/v21.0/dialog/oauth?client_id=1', 'sign-in'],
  ['https://www.facebook.com/dialog/oauth', 'sign-in'],
  ['https://m.facebook.com/login.php?next=x', 'sign-in'],
  ['https://www.facebook.com/dialog/feed', undefined],
  ['https://www.instagram.com/oauth/authorize', 'sign-in'],
  ['https://www.instagram.com/accounts/login/', 'sign-in'],
  ['https://www.instagram.com/accounts/edit/', undefined],
  ['https://x.com/i/oauth2/authorize', 'sign-in'],
  ['https://api.twitter.com/oauth/authenticate', 'sign-in'],
  ['https://x.com/i/flow/login', 'sign-in'],
  ['https://x.com/i/bookmarks', undefined],
  ['https://www.tiktok.com/v2/auth/authorize/', 'sign-in'],
  ['https://www.reddit.com/api/v1/authorize', 'sign-in'],
  ['https://www.linkedin.com/oauth/v2/authorization', 'sign-in'],
  ['https://accounts.snapchat.com/', 'sign-in'],
  ['https://discord.com/oauth2/authorize', 'sign-in'],
  ['https://id.twitch.tv/oauth2/authorize', 'sign-in'],
  ['https://id.vk.com/auth', 'sign-in'],
  ['https://id.pinterest.com/', undefined],
  ['https://id.wikipedia.org/wiki/Halaman_Utama', undefined],
  ['https://login.live.com/oauth20_authorize.srf', 'sign-in'],
  ['https://account.live.com/', 'account'],
  ['https://github.com/login/oauth/authorize', 'sign-in'],
  ['https://www.amazon.de/ap/signin', 'sign-in'],
  ['https://accounts.spotify.com/authorize', 'sign-in'],
  ['https://steamcommunity.com/openid/login', 'sign-in'],
  ['https://appleid.apple.com/auth/authorize', 'sign-in'],
  ['https://login.yahoo.com/', 'sign-in'],
  ['https://passport.yandex.ru/auth', 'sign-in'],
  ['https://www.facebook.com/auth_platform/codesubmit/', 'sign-in'],
  ['https://x.com/account/login_verification', 'sign-in'],
  ['https://www.reddit.com/api/v1/authorize.compact', 'sign-in'],
  ['https://mastodon.social/auth/sign_in', 'sign-in'],
  ['https://substack.com/sign-in?redirect=x', 'sign-in'],
  ['https://open.douyin.com/platform/oauth/connect/', 'sign-in'],
  ['https://account.bilibili.com/pc/account-pc/auth/oauth', 'sign-in'],
  ['https://authorize.roblox.com/v1/authorize', 'sign-in'],
  ['https://rumble.com/login.php', 'sign-in'],
  ['https://vimeo.com/log_in', 'sign-in'],
  ['https://wordpress.com/log-in', 'sign-in'],
  ['https://myaccount.nytimes.com/auth/enter-email', 'sign-in'],
  ['https://www.youtube.com/watch?v=x', 'watch'],
  ['https://www.youtube.com/', undefined],
  ['https://www.youtube.com/shorts/abc', 'shorts'],
  ['https://m.youtube.com/shorts', 'shorts'],
  ['https://www.youtube.com/@name/shorts', undefined],
  ['https://music.youtube.com/watch?v=x', 'music'],
  ['https://studio.youtube.com/channel/1', 'studio'],
  ['https://www.instagram.com/', undefined],
  ['https://www.instagram.com/reels/abc/', 'reels'],
  ['https://www.instagram.com/someone/reel/abc/', 'reels'],
  ['https://www.instagram.com/direct/t/1/', 'direct'],
  ['https://m.facebook.com/marketplace/item/1', 'marketplace'],
  ['https://www.facebook.com/reel/1', 'reels'],
  ['https://business.facebook.com/latest/home', 'business'],
  ['https://www.threads.net/@someone/post/1', 'post'],
  ['https://old.reddit.com/r/de/', 'r'],
  ['https://www.reddit.com/r/de/comments/1/title/', 'thread'],
  ['https://www.reddit.com/user/someone/comments/', undefined],
  ['https://www.reddit.com/r/popular/', 'popular'],
  ['https://chat.reddit.com/', 'chat'],
  ['https://x.com/home', 'home'],
  ['https://twitter.com/someone/status/1', 'post'],
  ['https://x.com/someone', undefined],
  ['https://x.com/messages/1', 'messages'],
  ['https://www.linkedin.com/feed/', 'feed'],
  ['https://www.linkedin.com/feed/update/urn:li:activity:1/', 'post'],
  ['https://www.linkedin.com/jobs/view/1', 'jobs'],
  ['https://www.tiktok.com/@someone/live', 'live'],
  ['https://www.tiktok.com/@someone/video/1', undefined],
  ['https://www.twitch.tv/directory/category/chess', 'directory'],
  ['https://bsky.app/profile/someone.bsky.social/post/1', 'post'],
  ['https://mastodon.social/public/local', 'explore'],
  ['https://discord.com/channels/@me/1', 'messages'],
  ['https://discord.com/channels/1/2', 'channels'],
  ['https://www.google.de/search?q=x', 'search'],
  ['https://www.google.com/maps/place/Berlin', 'maps'],
  ['https://maps.google.co.uk/', 'maps'],
  ['https://docs.google.com/document/d/1/edit', 'docs'],
  ['https://mail.google.com/mail/u/0/', 'mail'],
  ['https://mail.google.com/chat/u/0/', 'chat'],
  ['https://gemini.google.com/app', 'gemini'],
  ['https://console.cloud.google.com/home', 'cloud'],
  ['https://news.google.com/search?q=x', 'news'],
  ['https://www.google.com/', undefined],
  ['https://github.com/trending', 'explore'],
  ['https://github.com/someone/trending', undefined],
  ['https://gist.github.com/someone/1', 'gist'],
  ['https://copilot.microsoft.com/chats/1', 'copilot'],
  ['https://learn.microsoft.com/de-de/azure/', 'learn'],
  ['https://outlook.live.com/mail/0/', 'outlook'],
  ['https://www.amazon.de/gp/video/detail/1', 'video'],
  ['https://www.amazon.de/-/en/gp/video/detail/1', 'video'],
  ['https://www.amazon.de/dp/1', undefined],
  ['https://eu-central-1.console.aws.amazon.com/ec2/', 'aws'],
  ['https://open.spotify.com/intl-de/episode/1', 'podcasts'],
  ['https://open.spotify.com/album/1', undefined],
  ['https://news.ycombinator.com/item?id=1', 'thread'],
  ['https://news.ycombinator.com/', 'news'],
  ['https://developer.mozilla.org/de/docs/Web', 'developer'],
  ['https://web.telegram.org/k/', 'web'],
  ['https://n.news.naver.com/article/1', 'news'],
  ['https://de.finance.yahoo.com/', 'finance'],
  ['https://www.bbc.co.uk/iplayer', 'iplayer'],
  ['https://on.orf.at/video/1', 'on'],
  ['https://www.srf.ch/play/tv', 'play'],
  ['https://navigator.gmx.net/mail', 'mail'],
])('%s belongs to surface %s', (address, slug) => {
  const { hostname, pathname } = new URL(address)
  const site = getDomain(hostname, { allowPrivateDomains: true })!
  const labels = hostname.slice(0, -site.length).split('.').filter(Boolean)
  const entry = catalogSite(site)!
  expect(matchSurface(entry, labels, pathname.split('/').filter(Boolean))?.slug).toBe(slug)
})
