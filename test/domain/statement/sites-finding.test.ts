import { expect, test } from 'vitest'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { extentOf } from '../../../domain/time/period'
import { siteLines } from '../../../domain/statement/site-lines'
import { sitesFinding } from '../../../domain/statement/sites-finding'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { tally } from '../../../domain/statement/tally'
import { pricing, type Rate } from '../../../domain/value/hour-price'
import { spanOf } from '../../fixtures/spans'

const EXTENT = extentOf({ unit: 'dates', first: '2026-11-18', last: '2026-12-20' }, 4)
/** A minute costs a euro. */
const RATE: Rate = { from: '1970-01-01', amountMinor: 6000, currency: 'EUR', hourTypes: null }

const VISITS = [
  ['github.com', 10],
  ['instagram.com', 20],
  ['reddit.com', 5],
  ['whatsapp.com', 30],
] as const

const tallyOf = (visits: typeof VISITS | readonly [], rates: readonly Rate[]) =>
  tally(
    {
      sealed: [],
      recent: visits.map(([surface, minutes], hour) =>
        spanOf({
          surface,
          start: Date.parse('2026-11-23T05:00Z') + hour * 60 * MINUTE_MS,
          ms: minutes * MINUTE_MS,
        }),
      ),
    },
    EXTENT,
    {
      profileOf: surfaceBook([{ surface: 'github.com', worthQuarters: 8 }]),
      priceAt: pricing(rates, 'EUR', 4),
      dayStartHour: 4,
    },
  )

test('the finding counts sites at a profit and at a loss, and adds up what was lost', () => {
  const now = tallyOf(VISITS, [RATE])
  expect(sitesFinding(siteLines(now, [], 'surfaces'))).toEqual({
    count: 4,
    timeMs: 65 * MINUTE_MS,
    byMs: null,
    gains: 1,
    losses: 2,
    gainedMinor: 1000,
    lostMinor: 2500,
    assumed: 'partly',
  })
})

test('a site that only the period before has is not counted', () => {
  const before = tallyOf(VISITS, [RATE])
  expect(sitesFinding(siteLines(tallyOf([], [RATE]), before, 'surfaces'))).toEqual({
    count: 0,
    timeMs: 0,
    byMs: -65 * MINUTE_MS,
    gains: 0,
    losses: 0,
    gainedMinor: 0,
    lostMinor: 0,
    assumed: 'no',
  })
})

test('without a rate the finding has time and no money', () => {
  expect(sitesFinding(siteLines(tallyOf(VISITS, []), [], 'surfaces'))).toMatchObject({
    count: 4,
    gains: 0,
    losses: 0,
    assumed: 'no',
  })
})

test('a site without a whole second, met only at its wall, is not counted, but its time is', () => {
  const line = { money: null, assumed: 'no', beforeMs: 0 } as const
  const found = sitesFinding([
    { ...line, timeMs: 60_000 },
    { ...line, timeMs: 999 },
  ])
  expect(found).toMatchObject({ count: 1, timeMs: 60_999 })
})
