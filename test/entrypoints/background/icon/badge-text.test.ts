import { beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE_MS } from '../../../../domain/time/local-time'
import { DEFAULT_SETTINGS, type Settings } from '../../../../domain/settings/settings'
import { badgeText } from '../../../../entrypoints/background/icon/badge-text'
import { putRate } from '../../../../storage/said/rates'
import { emptyDatabase, record } from '../../../fixtures/database'
import { spanOf } from '../../../fixtures/spans'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

vi.mock('../../../../platform/i18n', () => ({ locale: () => 'en-GB', t: (key: string) => key }))

const DAY = '2026-11-23'
const open = spanOf({ surface: 'youtube.com', start: `${DAY}T12:00:00Z`, ms: 7 * MINUTE_MS })

beforeEach(async () => {
  await emptyDatabase()
  await record(
    spanOf({ surface: 'youtube.com', start: `${DAY}T10:00:00Z`, ms: 60 * MINUTE_MS }),
    spanOf({ surface: 'youtube.com', start: '2026-11-22T10:00:00Z', ms: 60 * MINUTE_MS }),
    spanOf({ surface: 'youtube.com/music', start: `${DAY}T09:00:00Z`, ms: 20 * MINUTE_MS }),
    spanOf({ surface: 'github.com', start: `${DAY}T08:00:00Z`, ms: 60 * MINUTE_MS }),
  )
  await putRate({ from: '1970-01-01', amountMinor: 3000, currency: 'EUR', hourTypes: null }, null)
})

const badge = (settings: Partial<Settings>, surfaces = ['youtube.com']) =>
  badgeText({ ...DEFAULT_SETTINGS, ...settings }, open, surfaces, DAY)

describe('the badge', () => {
  test('shows today’s time on this surface, including the span in progress', async () => {
    expect(await badge({ badge: 'time' })).toBe('1:07')
  })

  test.each([
    ['<1m', 59_999],
    ['0:01', MINUTE_MS],
    ['9:59', 600 * MINUTE_MS - 1],
    ['10h', 600 * MINUTE_MS],
  ])('fits without being cut off: %s for %d ms', async (text, ms) => {
    await emptyDatabase()
    const long = spanOf({ surface: 'youtube.com', start: `${DAY}T05:00:00Z`, ms })
    expect(await badgeText(DEFAULT_SETTINGS, long, ['youtube.com'], DAY)).toBe(text)
  })

  test('includes surfaces joined with it', async () => {
    expect(await badge({ badge: 'time' }, ['youtube.com', 'youtube.com/music'])).toBe('1:27')
  })

  test('shows the time of the whole day, each span once, whatever surface is in front', async () => {
    expect(await badge({ badge: 'today' })).toBe('2:27')
    await record(open)
    expect(await badge({ badge: 'today' })).toBe('2:27')
  })

  test('shows its cost', async () => {
    expect(await badge({ badge: 'cost', currency: 'EUR' })).toBe('34')
  })

  test.each<[rule: string, settings: Partial<Settings>]>([
    ['no figure is chosen', { badge: 'none' }],
    ['what limits leave is chosen, and none covers the page', { badge: 'left' }],
    ['money is hidden', { badge: 'cost', currency: 'EUR', moneyHidden: true }],
    ['there is no currency', { badge: 'cost', currency: null }],
  ])('is empty if %s', async (_rule, settings) => {
    expect(await badge(settings)).toBe('')
  })

  test('is empty for the cost if no rate is set', async () => {
    await emptyDatabase()
    expect(await badge({ badge: 'cost', currency: 'EUR' })).toBe('')
  })

  test.each([
    [100, '1.1'],
    [123_456, '1.4K'],
    [1_000_000_000, '11M'],
  ])('shows the cost at %d cents an hour in at most four characters: %s', async (amountMinor, text) => {
    await putRate({ from: '1970-01-01', amountMinor, currency: 'EUR', hourTypes: null }, null)
    const said = await badge({ badge: 'cost', currency: 'EUR' })
    expect(said.length).toBeLessThanOrEqual(4)
    expect(said).toBe(text)
  })
})
