import { expect, test } from 'vitest'
import { askWallInMs } from '../../../domain/firewall/ask-wall'
import type { PassOffer } from '../../../domain/firewall/pass'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'

const NOW = Date.UTC(2026, 10, 23, 12)
const OFFER: PassOffer = { type: 'emergency', until: NOW, priceMinor: null, currency: null }
const CLOSED = { isOpen: false, opensAt: null, pauseEndsAt: null, dayReadyAt: null, emergency: null }

test.each<[when: string, facts: Partial<Parameters<typeof askWallInMs>[0]>, inMs: number | null]>([
  ['is open', { isOpen: true, opensAt: NOW + 1 }, null],
  ['can be opened by a change alone', {}, null],
  ['opens in an hour', { opensAt: NOW + HOUR_MS }, HOUR_MS],
  ['should be open already', { opensAt: NOW - 1 }, 1000],
  ['opens in a year', { opensAt: NOW + 365 * DAY_MS }, 2 ** 31 - 1],
  ['is before a pause', { pauseEndsAt: NOW + 5000, opensAt: NOW + HOUR_MS }, 1000],
  ['is before the pass for the day', { dayReadyAt: NOW + 5000, opensAt: NOW + HOUR_MS }, 1000],
  ['offers the pass for the day since 20 s', { dayReadyAt: NOW - 20_000, opensAt: NOW + HOUR_MS }, 40_000],
  [
    'offers the emergency pass since a minute',
    { emergency: { offer: OFFER, readyAt: NOW - MINUTE_MS } },
    9 * MINUTE_MS,
  ],
  ['offers an emergency pass that nobody asked for', { emergency: { offer: OFFER, readyAt: null } }, null],
])('the page of a wall that %s asks again in time', (_when, facts, inMs) => {
  expect(askWallInMs({ ...CLOSED, ...facts }, NOW)).toBe(inMs)
})
