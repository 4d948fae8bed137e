import { expect, test } from 'vitest'
import { visitsOf } from '../../../domain/statement/day-visits'
import { LEAST_UNKNOWN_MS, unknownSite } from '../../../domain/statement/unknown-site'
import type { Opinion } from '../../../domain/surface/opinion'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { spanOf } from '../../fixtures/spans'

const SITE = 'hobby.example'
const at = (minute: number, minutes: number, surface = SITE) =>
  spanOf({ surface, start: Date.parse('2026-11-23T10:00Z') + minute * MINUTE_MS, ms: minutes * MINUTE_MS })

const asked = (spans: Parameters<typeof visitsOf>[0], opinions: Opinion[] = []) =>
  unknownSite(visitsOf(spans, surfaceBook(opinions), null), opinions)

test('an unknown site is asked about after a visit of more than ten minutes', () => {
  expect(asked([at(0, 11)])).toEqual({ site: SITE, ms: 11 * MINUTE_MS })
  // With a gap of at most five minutes it is still one visit.
  expect(asked([at(0, 6), at(9, 6)])).toEqual({ site: SITE, ms: 12 * MINUTE_MS })
})

test('the latest of several is asked about', () => {
  expect(asked([at(0, 20, 'old.example'), at(30, 12), at(60, 30, 'reddit.com')])?.site).toBe(SITE)
})

test.each<[why: string, spans: Parameters<typeof visitsOf>[0], opinions: Opinion[]]>([
  ['the visit has exactly ten minutes', [at(0, LEAST_UNKNOWN_MS / MINUTE_MS)], []],
  ['two short visits have ten minutes together', [at(0, 8), at(30, 8)], []],
  ['the catalogue knows it', [at(0, 20, 'reddit.com')], []],
  ['it only passes on', [at(0, 20, 't.co')], []],
  ['the person said its kind', [at(0, 20)], [{ surface: SITE, kind: 'news' }]],
  ['the person left it open', [at(0, 20)], [{ surface: SITE, asked: 1 }]],
  ['it is excluded', [at(0, 20)], [{ surface: SITE, excluded: 1 }]],
  ['it counts as another site', [at(0, 20)], [{ surface: SITE, joined: 'reddit.com' }]],
  [
    'it is a part that the person split off',
    [at(0, 20, `${SITE}/blog`)],
    [{ surface: `${SITE}/blog`, split: '/blog' }],
  ],
  ['it is a file', [at(0, 20, 'file')], []],
  ['it is a server on this computer', [at(0, 20, 'localhost')], []],
  ['it is an address of numbers', [at(0, 20, '192.168.0.1')], []],
])('nothing is asked if %s', (_why, spans, opinions) => {
  expect(asked(spans, opinions)).toBeNull()
})

test('a visit entered by hand is not asked about', () => {
  expect(asked([{ ...at(0, 20), origin: 'entered' }])).toBeNull()
})
