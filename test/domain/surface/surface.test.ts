import { expect, test } from 'vitest'
import { partOf, siteOf } from '../../../domain/surface/surface'

test.each([
  ['youtube.com', 'youtube.com', ''],
  ['youtube.com/shorts', 'youtube.com', 'shorts'],
  ['example.com/docs./api/v2', 'example.com', 'docs./api/v2'],
  ['[::1]', '[::1]', ''],
  ['file', 'file', ''],
])('%s has the site %s and the part %j', (surface, site, part) => {
  expect(siteOf(surface)).toBe(site)
  expect(partOf(surface)).toBe(part)
})
