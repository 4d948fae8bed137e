import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeOf, type Split, splitOf, typedPlace } from '../../../domain/surface/address'

const surfaceAt = (address: string, splits: readonly Split[] = []) =>
  placeOf(address, splits)?.surface ?? null

describe('a web address belongs to its registrable domain', () => {
  test.each([
    ['https://example.com/', 'example.com'],
    ['http://example.com', 'example.com'],
    ['https://www.example.com/a/b?c=d#e', 'example.com'],
    ['https://a.b.c.example.com/', 'example.com'],
    ['https://example.com:8443/', 'example.com'],
    ['http://example.com:80/', 'example.com'],
    ['HTTPS://EXAMPLE.COM/', 'example.com'],
    ['https://Www.Example.Com/', 'example.com'],
    ['https://example.com./', 'example.com'],
    ['https://www.example.com.:443/', 'example.com'],
    ['https://name:secret@example.com/', 'example.com'],
    ['https://example.com@other.org/', 'other.org'],
    ['https://example.com:443@other.org/', 'other.org'],
    ['https:example.com', 'example.com'],
    ['https:\\\\example.com\\path', 'example.com'],
    ['  https://example.com/  ', 'example.com'],
    ['https://example.com/two words', 'example.com'],
    ['https://bbc.co.uk/', 'bbc.co.uk'],
    ['https://news.example.com.au/', 'example.com.au'],
    ['https://city.kawasaki.jp/', 'city.kawasaki.jp'],
    ['https://foo_bar.example.com/', 'example.com'],
    ['https://-name-.example.com/', 'example.com'],
    ['https://a..example.com/', 'example.com'],
    ['https://.example.com/', 'example.com'],
  ])('%s → %s', (address, surface) => {
    expect(surfaceAt(address)).toBe(surface)
  })
})

describe('a public suffix separates sites and is a site of its own', () => {
  test.each([
    ['https://co.uk/', 'co.uk'],
    ['https://com/', 'com'],
    ['https://github.io/', 'github.io'],
    ['https://foo.github.io/', 'foo.github.io'],
    ['https://www.foo.github.io/project/', 'foo.github.io'],
    ['https://shop.myshopify.com/', 'shop.myshopify.com'],
    ['https://me.blogspot.com/', 'me.blogspot.com'],
    ['https://www.ck/', 'www.ck'],
  ])('%s → %s', (address, surface) => {
    expect(surfaceAt(address)).toBe(surface)
  })
})

describe('an IP address, localhost or an intranet host has one spelling', () => {
  test.each([
    ['http://127.0.0.1/', '127.0.0.1'],
    ['http://127.0.0.1:8080/admin', '127.0.0.1'],
    ['http://192.168.178.1/', '192.168.178.1'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://2130706433/', '127.0.0.1'],
    ['http://[::1]/', '[::1]'],
    ['http://[2001:DB8::1]:3000/', '[2001:db8::1]'],
    ['http://[::ffff:1.2.3.4]/', '[::ffff:102:304]'],
    ['http://localhost/', 'localhost'],
    ['http://localhost:5173/app', 'localhost'],
    ['http://LOCALHOST./', 'localhost'],
    ['http://app.localhost:3000/', 'localhost'],
    ['http://a.b.localhost/', 'localhost'],
    ['http://notlocalhost/', 'notlocalhost'],
    ['http://intranet/', 'intranet'],
    ['http://intranet:8080/wiki', 'intranet'],
    ['http://router.lan/', 'router.lan'],
    ['http://nas.fritz.box/', 'fritz.box'],
    ['http://printer.local/', 'printer.local'],
  ])('%s → %s', (address, surface) => {
    expect(surfaceAt(address)).toBe(surface)
  })
})

describe('an international domain has one spelling', () => {
  test.each([
    ['https://müller.de/', 'xn--mller-kva.de'],
    ['https://MÜLLER.de/', 'xn--mller-kva.de'],
    ['https://xn--mller-kva.de/', 'xn--mller-kva.de'],
    ['https://XN--MLLER-KVA.de/', 'xn--mller-kva.de'],
    ['https://m%C3%BCller.de/', 'xn--mller-kva.de'],
    ['https://bücher.müller.de/', 'xn--mller-kva.de'],
    ['https://例え.jp/', 'xn--r8jz45g.jp'],
    ['https://президент.рф/', 'xn--d1abbgf6aiiy.xn--p1ai'],
    ['https://example。com/', 'example.com'],
    ['https://ｅｘａｍｐｌｅ.com/', 'example.com'],
  ])('%s → %s', (address, surface) => {
    expect(surfaceAt(address)).toBe(surface)
  })
})

describe('an address inside an address of the browser is found', () => {
  test.each([
    ['view-source:https://example.com/a', 'example.com'],
    ['View-Source:https://www.youtube.com/shorts/x', 'youtube.com/shorts'],
    ['view-source:about:blank', null],
    ['blob:https://example.com/5b6e7f4e-0000-4000-8000-000000000000', 'example.com'],
    ['blob:null/5b6e7f4e-0000-4000-8000-000000000000', null],
    ['blob:file:///5b6e7f4e', 'file'],
    ['blob:chrome-extension://abcdefghijklmnopabcdefghijklmnop/5b6e', null],
    ['filesystem:https://example.com/temporary/a.png', 'example.com'],
    ['view-source:blob:https://example.com/5b6e', 'example.com'],
    ['about:reader?url=https%3A%2F%2Fwww.example.com%2Fpost', 'example.com'],
    ['about:reader?url=https%3A%2F%2Fwww.youtube.com%2Fshorts%2Fx', 'youtube.com/shorts'],
    ['about:reader?url=', null],
    ['about:reader?url=nothing', null],
    ['about:reader', null],
    ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/https://example.com/a.pdf', 'example.com'],
    ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/file:///home/me/a.pdf', 'file'],
    ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html', null],
    ['file:///home/me/a.pdf', 'file'],
    ['FILE:///C:/Users/me/a.html', 'file'],
    ['file://server/share/a.txt', 'file'],
    ['view-source:file:///home/me/a.html', 'file'],
  ])('%s → %s', (address, surface) => {
    expect(surfaceAt(address)).toBe(surface)
  })
})

describe('browser pages, extension pages and text that is not an address are not recorded', () => {
  test.each([
    'about:blank',
    'about:newtab',
    'about:home',
    'about:preferences#privacy',
    'about:srcdoc',
    'chrome://newtab/',
    'chrome://new-tab-page/',
    'chrome://settings/',
    'chrome-search://local-ntp/local-ntp.html',
    'chrome-error://chromewebdata/',
    'chrome-untrusted://new-tab-page/',
    'edge://newtab/',
    'edge://settings/profiles',
    'brave://rewards',
    'vivaldi://startpage',
    'opera://startpage',
    'devtools://devtools/bundled/inspector.html',
    'moz-extension://0c1f7ef4-3a1b-4a7b-8f0a-000000000000/popup.html',
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop/popup.html',
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop/page.html?u=https://example.com',
    'resource://pdf.js/web/viewer.html',
    'data:text/html,<p>https://example.com</p>',
    'javascript:alert(1)',
    'ws://example.com/',
    'wss://example.com/',
    'ftp://example.com/',
    'mailto:me@example.com',
    'tel:+4930123456',
    'example.com',
    '//example.com/',
    'https://',
    'https:///',
    'https://./',
    'http://256.256.256.256/',
    'http://[::1/',
    'http://exa mple.com/',
    'https://xn--/',
    'garbage',
    '',
    '   ',
  ])('%j', (address) => {
    expect(placeOf(address, [])).toBeNull()
  })
})

describe('an address in a named part of a site belongs to that surface', () => {
  test.each([
    ['https://www.youtube.com/', 'youtube.com'],
    ['https://www.youtube.com/results?search_query=abc', 'youtube.com'],
    ['https://www.youtube.com/watch?v=abc', 'youtube.com/watch'],
    ['https://m.youtube.com/live/abc', 'youtube.com/watch'],
    ['https://www.youtube.com/shorts', 'youtube.com/shorts'],
    ['https://www.youtube.com/shorts/abc', 'youtube.com/shorts'],
    ['https://m.youtube.com/shorts/abc?feature=share', 'youtube.com/shorts'],
    ['https://WWW.YOUTUBE.COM/SHORTS/abc', 'youtube.com/shorts'],
    ['https://www.youtube.com//shorts//abc', 'youtube.com/shorts'],
    ['https://www.youtube.com/a/../shorts/abc', 'youtube.com/shorts'],
    ['https://www.youtube.com/./shorts/abc', 'youtube.com/shorts'],
    ['https://www.youtube.com/%73horts/abc', 'youtube.com/shorts'],
    ['https://www.youtube.com/%53%68orts', 'youtube.com/shorts'],
    ['https://me:secret@www.youtube.com:443/shorts', 'youtube.com/shorts'],
    ['https://www.youtube.com./shorts', 'youtube.com/shorts'],
    ['https://music.youtube.com/watch?v=abc', 'youtube.com/music'],
    ['https://music.youtube.com/shorts', 'youtube.com/music'],
    ['https://studio.youtube.com/', 'youtube.com/studio'],
    ['https://www.instagram.com/', 'instagram.com'],
    ['https://www.instagram.com/reels/abc/', 'instagram.com/reels'],
    ['https://www.instagram.com/someone/reel/abc/', 'instagram.com/reels'],
    ['https://www.instagram.com/direct/inbox/', 'instagram.com/direct'],
    ['https://www.facebook.com/marketplace/item/1', 'facebook.com/marketplace'],
    ['https://www.facebook.com/groups/1', 'facebook.com/groups'],
    ['https://www.facebook.com/messages/t/1', 'facebook.com/messages'],
    ['https://www.reddit.com/', 'reddit.com'],
    ['https://www.reddit.com/r/de/', 'reddit.com/r'],
    ['https://old.reddit.com/r/de/comments/1abc/title/', 'reddit.com/thread'],
    ['https://x.com/home', 'x.com/home'],
    ['https://x.com/someone/status/1', 'x.com/post'],
    ['https://news.ycombinator.com/', 'ycombinator.com/news'],
    ['https://news.ycombinator.com/item?id=1', 'ycombinator.com/thread'],
    ['https://www.google.com/search?q=a', 'google.com/search'],
    ['https://www.google.de/maps/@52,13', 'google.de/maps'],
    ['https://docs.google.com/document/d/1/edit', 'google.com/docs'],
    ['https://meet.google.com/abc-defg-hij', 'google.com/meet'],
    ['https://colab.research.google.com/drive/1', 'google.com/colab'],
  ])('%s → %s', (address, surface) => {
    expect(surfaceAt(address)).toBe(surface)
  })
})

describe('a named part matches by whole labels and segments only', () => {
  test.each([
    ['https://notyoutube.com/shorts', 'notyoutube.com'],
    ['https://youtube.com.evil.com/shorts', 'evil.com'],
    ['https://youtube.co/shorts', 'youtube.co'],
    ['https://evil.com/youtube.com/shorts', 'evil.com'],
    ['https://evil.com/?u=https://youtube.com/shorts', 'evil.com'],
    ['https://evil.com/#youtube.com/shorts', 'evil.com'],
    ['https://youtube.com@evil.com/shorts', 'evil.com'],
    ['https://youtube.com%2eevil.com/shorts', 'evil.com'],
    ['https://www.youtube.com/shortsfilm', 'youtube.com'],
    ['https://www.youtube.com/my/shorts', 'youtube.com'],
    ['https://www.youtube.com/watch?v=shorts', 'youtube.com/watch'],
    ['https://www.youtube.com/results?q=shorts', 'youtube.com'],
    ['https://www.youtube.com/?shorts', 'youtube.com'],
    ['https://www.youtube.com/#/shorts', 'youtube.com'],
    ['https://www.youtube.com/%2Fshorts', 'youtube.com'],
    ['https://musicyoutube.com/', 'musicyoutube.com'],
    ['https://notmusic.youtube.com/', 'youtube.com'],
    ['https://music.fans.youtube.com/', 'youtube.com'],
    ['https://уoutube.com/shorts', 'xn--outube-vrf.com'],
  ])('%s → %s', (address, surface) => {
    expect(surfaceAt(address)).toBe(surface)
  })
})

describe("the person's own parts take precedence over the catalogue's, the longest first", () => {
  const splits: Split[] = [
    { surface: 'example.com/blog.', pattern: 'blog.' },
    { surface: 'example.com/docs', pattern: '/docs' },
    { surface: 'example.com/docs/api', pattern: '/docs/api' },
    { surface: 'example.com/blog./drafts', pattern: 'blog./drafts' },
    { surface: 'youtube.com/shorts/music', pattern: '/shorts/music' },
    { surface: 'youtube.com/watch', pattern: '/watch' },
    { surface: 'foo.github.io/notes', pattern: '/notes' },
  ]

  test.each([
    ['https://blog.example.com/', 'example.com/blog.'],
    ['https://www.blog.example.com/', 'example.com/blog.'],
    ['https://blog.www.example.com/', 'example.com'],
    ['https://myblog.example.com/', 'example.com'],
    ['https://blog.example.org/', 'example.org'],
    ['https://example.com/docs', 'example.com/docs'],
    ['https://example.com/DOCS/a', 'example.com/docs'],
    ['https://example.com/docs/api/v2', 'example.com/docs/api'],
    ['https://example.com/docs/apis', 'example.com/docs'],
    ['https://example.com/a/docs', 'example.com'],
    ['https://blog.example.com/drafts/1', 'example.com/blog./drafts'],
    ['https://example.com/drafts', 'example.com'],
    ['https://www.youtube.com/shorts/music', 'youtube.com/shorts/music'],
    ['https://www.youtube.com/shorts/abc', 'youtube.com/shorts'],
    ['https://music.youtube.com/watch?v=1', 'youtube.com/watch'],
    ['https://foo.github.io/notes/1', 'foo.github.io/notes'],
    ['https://bar.github.io/notes/1', 'bar.github.io'],
  ])('%s → %s', (address, surface) => {
    expect(surfaceAt(address, splits)).toBe(surface)
    expect(surfaceAt(address, splits.toReversed())).toBe(surface)
  })
})

describe('a typed part of a site becomes a surface', () => {
  test.each([
    ['blog.example.com', 'example.com/blog.', 'blog.'],
    ['  blog.example.com/  ', 'example.com/blog.', 'blog.'],
    ['https://blog.example.com', 'example.com/blog.', 'blog.'],
    ['HTTP://Blog.Example.com:8080', 'example.com/blog.', 'blog.'],
    ['www.blog.example.com', 'example.com/blog.', 'blog.'],
    ['a.b.example.co.uk', 'example.co.uk/a.b.', 'a.b.'],
    ['example.com/blog', 'example.com/blog', '/blog'],
    ['www.example.com/blog/', 'example.com/blog', '/blog'],
    ['example.com//blog//2026', 'example.com/blog/2026', '/blog/2026'],
    ['example.com/blog?page=2#top', 'example.com/blog', '/blog'],
    ['docs.example.com/api', 'example.com/docs./api', 'docs./api'],
    ['foo.github.io/notes', 'foo.github.io/notes', '/notes'],
    ['müller.de/shop', 'xn--mller-kva.de/shop', '/shop'],
    ['192.168.178.1/wiki', '192.168.178.1/wiki', '/wiki'],
  ])('%s → %s', (typed, surface, pattern) => {
    expect(splitOf(typed)).toEqual({ surface, pattern })
  })

  test.each([
    ['the site as a whole', 'example.com'],
    ['the site as a whole, with www', 'https://www.example.com/'],
    ['nothing', ''],
    ['spaces', '   '],
    ['two words', 'my blog'],
    ['a single word', 'blog'],
    ['a public suffix', 'co.uk'],
    ['this computer', 'localhost/app'],
    ['a wildcard label', '*.example.com'],
    ['a wildcard segment', 'example.com/*/blog'],
    ['another scheme', 'ftp://example.com/blog'],
    ['a broken address', 'https://'],
  ])('%s is refused (%j)', (_what, typed) => {
    expect(splitOf(typed)).toBeNull()
  })

  test.each([
    ['blog.example.com', 'https://blog.example.com/2026/'],
    ['example.com/%C3%BCber', 'https://www.example.com/über'],
    ['example.com/Über uns'.replace(' ', '%20'), 'https://example.com/Über uns/team'],
    ['docs.example.com/api', 'https://docs.example.com/API/v2'],
  ])('%s matches %s', (typed, address) => {
    const split = splitOf(typed) as Split
    expect(surfaceAt(address, [split])).toBe(split.surface)
  })
})

describe('a typed or pasted address leads to a site', () => {
  const splits: Split[] = [{ surface: 'example.com/blog', pattern: '/blog' }]

  test.each([
    ['mybank.com', 'mybank.com', 'mybank.com'],
    ['  www.MyBank.com/  ', 'mybank.com', 'mybank.com'],
    ['https://login.mybank.com:8443/a?b=c#d', 'mybank.com', 'mybank.com'],
    ['https://www.reddit.com/r/x', 'reddit.com', 'reddit.com/r'],
    ['old.reddit.com/r/x', 'reddit.com', 'reddit.com/r'],
    ['example.com/blog/2026', 'example.com', 'example.com/blog'],
    ['bbc.co.uk/news', 'bbc.co.uk', 'bbc.co.uk'],
    ['müller.de', 'xn--mller-kva.de', 'xn--mller-kva.de'],
    ['192.168.178.1/wiki', '192.168.178.1', '192.168.178.1'],
    ['localhost:3000', 'localhost', 'localhost'],
    ['http://intranet/wiki', 'intranet', 'intranet'],
    ['file:///home/me/a.html', 'file', 'file'],
  ])('%s is on site %s, surface %s', (typed, site, surface) => {
    expect(typedPlace(typed, splits)).toMatchObject({ site, surface })
  })

  test.each([
    ['nothing', ''],
    ['a single word', 'mybank'],
    ['two words', 'my bank.com'],
    ['a number', '2.5'],
    ['a page of the browser', 'about:config'],
    ['another scheme', 'ftp://example.com/'],
    ['only a scheme', 'https://'],
    ['only a dot', '.'],
  ])('%s is refused (%j)', (_what, typed) => {
    expect(typedPlace(typed, splits)).toBeNull()
  })
})

test.each([
  ['https://www.youtube.com:443/shorts/abc', 'www.youtube.com'],
  ['https://Example.com./', 'example.com'],
  ['view-source:https://a.b.example.com/', 'a.b.example.com'],
  ['file:///home/me/a.html', ''],
])('the icon of %s is that of host %j', (address, host) => {
  expect(placeOf(address, [])?.host).toBe(host)
})

describe('any address', () => {
  const host = fc.oneof(
    fc.domain(),
    fc.ipV4(),
    fc.ipV6().map((ip) => `[${ip}]`),
    fc.constantFrom('localhost', 'youtube.com', 'music.youtube.com', 'co.uk', 'foo.github.io'),
  )
  const address = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc
      .tuple(
        fc.constantFrom('https://', 'http://', 'view-source:https://', 'blob:https://', 'about:reader?url='),
        host,
        fc.string(),
      )
      .map(([scheme, name, rest]) => `${scheme}${name}/${rest}`),
  )
  const splits = fc.array(
    host
      .chain((name) => fc.string().map((rest) => splitOf(`${name}/${rest}`)))
      .filter((split) => split !== null),
    { maxLength: 3 },
  )

  test('is read without an error, and its surface begins with its site, which has no slash', () => {
    fc.assert(
      fc.property(address, splits, (text, own) => {
        const place = placeOf(text, own)
        if (place === null) return
        expect(place.site).toMatch(/^[^/\s]+$/)
        expect(place.surface === place.site || place.surface.startsWith(`${place.site}/`)).toBe(true)
      }),
    )
  })

  test('has the same surface with any query and fragment', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.webQueryParameters(), fc.webFragments(), (url, query, fragment) => {
        expect(placeOf(`${url}?${query}#${fragment}`, [])).toEqual(placeOf(url, []))
      }),
    )
  })

  test('typed as a part of a site is refused or matches itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (typed) => {
        const split = splitOf(typed)
        if (split === null) return
        const whole = /^https?:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`
        expect(placeOf(whole, [split])?.surface).toBe(split.surface)
      }),
    )
  })
})
