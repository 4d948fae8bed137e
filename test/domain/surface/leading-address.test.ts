import { describe, expect, test } from 'vitest'
import { placeOf } from '../../../domain/surface/address'
import { leadingAddress } from '../../../domain/surface/leading-address'
import { catalogSites } from '../../../domain/surface/catalog/catalog'

describe('the address of a surface', () => {
  test.each([
    ['reddit.com', 'https://reddit.com/'],
    ['youtube.com/shorts', 'https://youtube.com/shorts'],
    ['google.com/mail', 'https://mail.google.com/'],
    ['google.de/mail', 'https://mail.google.de/'],
    ['xn--mller-kva.de', 'https://xn--mller-kva.de/'],
    ['localhost', 'https://localhost/'],
    ['[::1]', 'https://[::1]/'],
    ['file', 'file:///'],
  ])('%s is %s and leads there', (surface, address) => {
    expect(leadingAddress(surface, [])).toBe(address)
    expect(placeOf(address, [])?.surface).toBe(surface)
  })

  test.each([
    ['bsky.app/post', 'https://bsky.app/'],
    ['youtube.com/?', 'https://youtube.com/'],
    ['example.com/no-longer-split', 'https://example.com/'],
  ])('%s, to which no address leads for sure, is that of its site', (surface, address) => {
    expect(leadingAddress(surface, [])).toBe(address)
  })

  test('of a part that the person split off is by their pattern', () => {
    const splits = [
      { surface: 'example.com/blog.', pattern: 'blog.' },
      { surface: 'youtube.com/my/list', pattern: '/my/list' },
    ]
    expect(leadingAddress('example.com/blog.', splits)).toBe('https://blog.example.com/')
    expect(leadingAddress('youtube.com/my/list', splits)).toBe('https://youtube.com/my/list')
  })

  test('leads to the surface or its site, whatever the catalogue names', () => {
    const surfaces = [...catalogSites()].flatMap(([site, { surfaces: parts }]) => [
      site,
      ...parts.map(({ slug }) => `${site}/${slug}`),
    ])
    const astray = surfaces.filter((surface) => {
      const [site] = surface.split('/')
      const place = placeOf(leadingAddress(surface, []), [])
      return place?.surface !== surface && leadingAddress(surface, []) !== `https://${site}/`
    })
    expect(astray).toEqual([])
  })
})
