import { describe, expect, test } from 'vitest'
import { FEED_GUIDES, STRENGTHS } from '../../../domain/insight/data/feed-guides'
import { PREVENTED } from '../../../domain/insight/data/prevented'
import { guideOf } from '../../../domain/insight/feed-platform'
import { catalogSite } from '../../../domain/surface/catalog/catalog'
import { catalogKind } from '../../../domain/surface/surface-rules'
import { isDay } from '../../../domain/time/local-time'

describe.each(FEED_GUIDES)('the guide of $site', (guide) => {
  const { site, also = [], fills, steps, source, checked } = guide

  test('is about sites of the catalogue, and their country versions', () => {
    expect([site, ...also].filter((one) => catalogSite(one) === undefined)).toEqual([])
    expect(catalogSite(site)?.countryOf).toBeUndefined()
    expect([site, ...also].map(guideOf)).toEqual([site, ...also].map(() => guide))
  })

  test('names kinds that parts of the platform have', () => {
    const parts = catalogSite(site)?.surfaces?.map(({ slug }) => `${site}/${slug}`) ?? []
    const kinds = new Set([site, ...parts].map(catalogKind))
    expect(fills.some((kind) => kinds.has(kind))).toBe(true)
  })

  test('has a source, a day on which it was checked, and its strongest steps first', () => {
    expect(source).not.toBe('')
    expect(isDay(checked)).toBe(true)
    const ranks = steps.map(({ strength }) => STRENGTHS.indexOf(strength))
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(steps.length).toBeGreaterThan(0)
  })

  test('says the way through the menus for each step, and links only to the platform', () => {
    const ways = steps.flatMap((step) => step.ways)
    expect(steps.filter((step) => step.ways.length === 0)).toEqual([])
    expect(ways.filter(({ menu }) => menu === '')).toEqual([])
    // YouTube's history is kept by its owner.
    const hosts = site === 'youtube.com' ? [site, 'google.com'] : [site]
    const isOwn = (link: string) => hosts.some((host) => new URL(link).hostname.endsWith(host))
    const links = ways.flatMap(({ link }) => link ?? [])
    expect(links.filter((link) => !link.startsWith('https://') || !isOwn(link))).toEqual([])
  })
})

test('no platform and no step stands twice', () => {
  const sites = FEED_GUIDES.flatMap(({ site, also = [] }) => [site, ...also])
  const names = FEED_GUIDES.flatMap(({ steps }) => steps.map(({ name }) => name))
  expect(new Set(sites).size).toBe(sites.length)
  expect(new Set(names).size).toBe(names.length)
})

test('a country version belongs to its platform, another site to none', () => {
  expect(guideOf('amazon.de')?.site).toBe('amazon.com')
  expect(guideOf('google.co.uk')?.site).toBe('google.com')
  expect(guideOf('twitter.com')?.site).toBe('x.com')
  expect(guideOf('github.com')).toBeNull()
  expect(guideOf('unknown.example')).toBeNull()
})

test('what buttons prevent is in percent, the strongest first, in the order of the steps', () => {
  const { buttons, published, source, volunteers } = PREVENTED
  expect(buttons.map(({ percent }) => percent)).toEqual([43, 29, 12, 11])
  const ranks = buttons.map(({ strength }) => STRENGTHS.indexOf(strength))
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
  expect([isDay(published), source !== '', volunteers > 0]).toEqual([true, true, true])
})
