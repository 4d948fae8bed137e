import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeOf, splitOf, typedPlace } from '../../../domain/surface/address'
import { shownPage } from '../../../domain/surface/copies'

const surfaceAt = (address: string) => placeOf(address, [])?.surface ?? null

describe('a copy belongs to the surface of the page that it shows', () => {
  test.each([
    // Translated
    ['https://www-youtube-com.translate.goog/shorts/abc?_x_tr_sl=en&_x_tr_tl=de', 'youtube.com/shorts'],
    ['https://my--site-co-uk.translate.goog/', 'my-site.co.uk'],
    ['https://a--b--c-com.translate.goog/', 'a-b-c.com'],
    ['https://1-cn--sec-com.translate.goog/a.html?_x_tr_enc=1', 'cn-sec.com'],
    ['https://0-mller--kva-de.translate.goog/?_x_tr_enc=0', 'xn--mller-kva.de'],
    ['https://com.translate.goog/?_x_tr_hp=www-a-very-long-name-', 'name.com'],
    ['https://translate.google.com/translate?sl=en&u=https%3A%2F%2Fwww.reddit.com%2Fr%2Fde', 'reddit.com/r'],
    ['https://translate.google.co.uk/translate_c?u=www.reddit.com', 'reddit.com'],
    ['https://translate.google.com/website?u=https://www.reddit.com/', 'reddit.com'],
    ['https://translate.googleusercontent.com/translate_c?u=http://www.reddit.com/', 'reddit.com'],
    ['https://www.translatetheweb.com/?from=en&to=de&a=https%3A%2F%2Fwww.tiktok.com%2F', 'tiktok.com'],
    ['https://www.microsofttranslator.com/bv.aspx?a=https://www.tiktok.com/', 'tiktok.com'],
    ['https://translate.yandex.com/translate?lang=en-de&url=https://x.com/home', 'x.com/home'],
    ['https://translated.turbopages.org/proxy_u/en-de.en.1f/https/x.com/home', 'x.com/home'],
    ['https://papago.naver.net/website?source=en&target=ko&url=https://x.com/home', 'x.com/home'],
    ['https://fanyi.baidu.com/transpage?query=https://x.com/home&from=en', 'x.com/home'],
    // Cached
    [
      'https://webcache.googleusercontent.com/search?q=cache:a1b2c3d4e5f6:https://www.reddit.com/r/de+cats',
      'reddit.com/r',
    ],
    ['https://webcache.googleusercontent.com/search?q=cache:www.reddit.com', 'reddit.com'],
    ['https://yandexwebcache.net/yandbtm?fmode=inject&url=https%3A%2F%2Fwww.reddit.com%2F', 'reddit.com'],
    ['https://hghltd.yandex.net/yandbtm?url=https%3A%2F%2Fwww.reddit.com%2F', 'reddit.com'],
    // Archived
    ['https://web.archive.org/web/20240101000000/https://www.youtube.com/shorts/a', 'youtube.com/shorts'],
    ['https://web.archive.org/web/20240101000000if_/http://www.reddit.com/', 'reddit.com'],
    ['https://web.archive.org/web/2024/reddit.com/r/de', 'reddit.com/r'],
    ['https://web.archive.org/web/2oe_/https:/www.reddit.com/', 'reddit.com'],
    ['https://web.archive.org/web/2024/https%3A%2F%2Fwww.reddit.com%2F', 'reddit.com'],
    ['https://wayback.archive.org/web/2024/https://www.reddit.com/', 'reddit.com'],
    ['https://wayback.archive-it.org/3491/20240101000000/https://www.reddit.com/', 'reddit.com'],
    ['https://archive.ph/20240101000000/https://x.com/home', 'x.com/home'],
    ['https://archive.today/newest/https://x.com/home', 'x.com/home'],
    ['https://archive.is/o/aB1cD/https://x.com/home', 'x.com/home'],
    ['https://archive.ph/2014.07.25-201304/http://x.com/home', 'x.com/home'],
    ['https://megalodon.jp/2024-0101-1200-00/https://www.bild.de/', 'bild.de'],
    ['https://arquivo.pt/wayback/20160101000000/http://www.facebook.com/', 'facebook.com'],
    ['https://www.webarchive.org.uk/wayback/archive/20160101000000/http://www.facebook.com/', 'facebook.com'],
    ['https://webarchive.nationalarchives.gov.uk/ukgwa/20240101000000/https://x.com/home', 'x.com/home'],
    ['https://webarchive.loc.gov/all/20240101000000/https://x.com/home', 'x.com/home'],
    ['https://vefsafn.is/is/20240101000000/https://x.com/home', 'x.com/home'],
    ['https://timetravel.mementoweb.org/memento/20240101000000/https://x.com/home', 'x.com/home'],
    ['https://ghostarchive.org/varchive/dQw4w9WgXcQ', 'youtube.com/watch'],
    // AMP and other fast copies
    ['https://www.google.com/amp/s/www.bild.de/sport/a.html', 'bild.de'],
    ['https://www.google.de/amp/www.bild.de/sport/a.html', 'bild.de'],
    ['https://www.bing.com/amp/s/www.bild.de/a', 'bild.de'],
    ['https://www.bing-amp.com/c/s/www.bild.de/a', 'bild.de'],
    ['https://www-bild-de.cdn.ampproject.org/c/s/www.bild.de/sport/a.html', 'bild.de'],
    ['https://www-bild-de.cdn.ampproject.org/v/s/www.bild.de/a?amp_js_v=0.1', 'bild.de'],
    ['https://cdn.ampproject.org/c/www.bild.de/a', 'bild.de'],
    ['https://www-bild-de.cdn.ampproject.org/', 'bild.de'],
    ['https://www-bild-de.mipcdn.com/c/s/www.bild.de/a', 'bild.de'],
    ['https://lenta-ru.turbopages.org/lenta.ru/s/news/2024/a/', 'lenta.ru'],
    ['https://yandex.ru/turbo/lenta.ru/s/news/', 'lenta.ru'],
    ['https://yandex.ru/turbo?text=https%3A%2F%2Flenta.ru%2Fnews', 'lenta.ru'],
    // Readers
    ['about:reader?url=https%3A%2F%2Fwww.reddit.com%2Fr%2Fde', 'reddit.com/r'],
    ['chrome-distiller://0f-9a_b1/?title=a&url=https%3A%2F%2Fwww.reddit.com%2Fr%2Fde', 'reddit.com/r'],
    ['read://https_www.reddit.com/?url=https%3A%2F%2Fwww.reddit.com%2Fr%2Fde', 'reddit.com/r'],
    ['https://r.jina.ai/https://www.reddit.com/r/de', 'reddit.com/r'],
    ['https://12ft.io/https://www.bild.de/', 'bild.de'],
    ['https://1ft.io/proxy?q=https%3A%2F%2Fwww.bild.de%2F', 'bild.de'],
    ['https://smry.ai/proxy?url=https%3A%2F%2Fwww.bild.de%2F', 'bild.de'],
    ['https://smry.ai/https://www.bild.de/', 'bild.de'],
    ['https://txtify.it/https://www.bild.de/', 'bild.de'],
    ['https://freedium-mirror.cfd/https://medium.com/a', 'medium.com'],
    ['https://12ft.io/proxy?q=https%3A%2F%2Fwww.bild.de%2F', 'bild.de'],
    ['https://freedium.cfd/https://medium.com/tag/a', 'medium.com/explore'],
    ['https://www.printfriendly.com/p/?url=https://www.bild.de/', 'bild.de'],
    // Embedded
    ['https://www.youtube-nocookie.com/embed/abc', 'youtube.com/watch'],
    ['https://www.youtubeeducation.com/embed/abc', 'youtube.com/watch'],
    ['https://youtube.googleapis.com/embed/abc', 'youtube.com/watch'],
    ['https://www.redditmedia.com/r/de/comments/1/a', 'reddit.com/thread'],
    // A copy of a copy
    [
      'https://web-archive-org.translate.goog/web/2024/https://www.youtube.com/shorts/a?_x_tr_sl=en',
      'youtube.com/shorts',
    ],
    ['view-source:https://web.archive.org/web/2024/https://www.reddit.com/', 'reddit.com'],
  ])('%s → %s', (address, surface) => {
    expect(surfaceAt(address)).toBe(surface)
  })
})

describe('a page that only names another one, or a copy whose address does not say what it shows, is itself', () => {
  test.each([
    ['https://web.archive.org/', 'archive.org'],
    ['https://web.archive.org/web/*/reddit.com', 'archive.org'],
    ['https://web.archive.org/details/2024/index', 'archive.org'],
    ['https://archive.org/details/2024/reddit.com', 'archive.org'],
    ['https://archive.ph/aB1cD', 'archive.ph'],
    ['https://translate.google.com/?text=https://www.reddit.com/', 'google.com/translate'],
    ['https://translate.google.com/translate?u=', 'google.com/translate'],
    ['https://www.google.com/search?q=https://www.reddit.com/', 'google.com/search'],
    ['https://www.google.com/amp/', 'google.com'],
    ['https://webcache.googleusercontent.com/search?q=cats', 'googleusercontent.com'],
    ['https://translate.goog/', 'translate.goog'],
    ['https://evil.com/web/2024/https://www.reddit.com/', 'evil.com'],
    ['https://web.archive.org.evil.com/web/2024/https://www.reddit.com/', 'evil.com'],
    ['https://nottranslate.googl/', 'nottranslate.googl'],
    ['https://example.com/?u=https://www.reddit.com/', 'example.com'],
    ['https://notyoutube-nocookie.com/embed/a', 'notyoutube-nocookie.com'],
    ['https://web.archive.org/web/2024/javascript:alert(1)', 'archive.org'],
    ['https://web.archive.org/web/2024/file:///home/me/a.html', 'archive.org'],
    ['chrome-distiller://0f/', null],
    ['read://https_www.reddit.com/?url=nothing', null],
  ])('%s → %s', (address, surface) => {
    expect(surfaceAt(address)).toBe(surface)
  })
})

test('of a copy only the surface is kept: no host, and which service shows it', () => {
  expect(placeOf('https://web.archive.org/web/2024/https://old.reddit.com/r/de', [])).toEqual({
    site: 'reddit.com',
    surface: 'reddit.com/r',
    host: '',
    copyAt: 'archive.org',
  })
  expect(placeOf('https://translate.google.com/translate?u=old.reddit.com', [])).toMatchObject({
    host: '',
    copyAt: 'google.com/translate',
  })
  expect(placeOf('https://old.reddit.com/r/de', [])).not.toHaveProperty('copyAt')
})

test('a typed copy means the page that it shows, also as a part of a site', () => {
  expect(typedPlace('www-reddit-com.translate.goog/r/de', [])?.surface).toBe('reddit.com/r')
  expect(splitOf('blog-example-com.translate.goog')?.surface).toBe('example.com/blog.')
})

describe('any page', () => {
  const segment = fc.stringMatching(/^[a-z][a-z-]{0,8}$/)
  const page = fc
    .tuple(
      fc.constantFrom('youtube.com', 'old.reddit.com', 'my-site.co.uk', 'a.b-c.example.org'),
      fc.array(segment, { maxLength: 3 }),
    )
    .map(([host, path]) => ({ host, path: `/${path.join('/')}` }))
  const dashed = (host: string) => host.replaceAll('-', '--').replaceAll('.', '-')
  const copies: readonly ((host: string, path: string) => string)[] = [
    (host, path) => `https://${dashed(host)}.translate.goog${path}?_x_tr_tl=de`,
    (host, path) =>
      `https://translate.google.com/translate?u=${encodeURIComponent(`https://${host}${path}`)}`,
    (host, path) => `https://web.archive.org/web/20240101000000/https://${host}${path}`,
    (host, path) => `https://${dashed(host)}.cdn.ampproject.org/c/s/${host}${path}`,
    (host, path) => `https://www.google.com/amp/s/${host}${path}`,
    (host, path) => `about:reader?url=${encodeURIComponent(`https://${host}${path}`)}`,
  ]

  test('has the same surface as each of its copies, and as copies of copies', () => {
    fc.assert(
      fc.property(
        page,
        fc.constantFrom(...copies),
        fc.constantFrom(...copies),
        ({ host, path }, one, two) => {
          const surface = surfaceAt(`https://${host}${path}`)
          expect(surfaceAt(one(host, path))).toBe(surface)
          const inner = new URL(one(host, path))
          if (inner.protocol !== 'https:') return
          const again = two(inner.hostname, `${inner.pathname}${inner.search}`)
          expect(surfaceAt(again)).toBe(surface)
        },
      ),
    )
  })

  test('is unwrapped to a web address, whatever an archive names', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const shown = shownPage(`https://web.archive.org/web/2024/${text}`)
        if (shown) expect(shown.url.protocol).toMatch(/^https?:$/)
      }),
    )
  })
})
