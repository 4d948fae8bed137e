import { describe, expect, test, vi } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { spanOf } from '../../fixtures/spans'
import { plain } from '../../fixtures/plain'

const language = vi.hoisted(() => ({ locale: 'en-US' }))

vi.mock('../../../platform/i18n', () => ({ locale: () => language.locale, t: (key: string) => `(${key})` }))

async function speaking(locale: string) {
  vi.resetModules()
  language.locale = locale
  return import('../../../components/day/clock-text')
}

describe('start and end of a span', () => {
  test.each([
    ['en-US', 60, '10:02 AM–11:02 AM'],
    ['de-DE', 60, '10:02–11:02'],
    ['de-DE', -300, '4:02–5:02'],
  ])('in %s, %d minutes ahead of UTC, read %s', async (locale, utcOffsetMinutes, written) => {
    const { fromTo } = await speaking(locale)
    expect(plain(fromTo(spanOf({ start: '2026-11-23T09:02:30Z', ms: HOUR_MS, utcOffsetMinutes })))).toBe(
      written,
    )
  })

  test('in the same minute are one time', async () => {
    const { fromTo } = await speaking('de-DE')
    expect(fromTo(spanOf({ start: '2026-11-23T09:02:30Z', ms: 20_000 }))).toBe('10:02')
  })

  test('across a clock change each use their own UTC offset', async () => {
    const { fromTo } = await speaking('de-DE')
    const before = spanOf({ start: '2026-03-29T00:50:00Z', ms: 10 * MINUTE_MS, utcOffsetMinutes: 60 })
    const after = spanOf({ start: '2026-03-29T01:00:00Z', ms: 10 * MINUTE_MS, utcOffsetMinutes: 120 })
    expect(fromTo(before, after)).toBe('1:50–3:10')
  })
})
