import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { dayLines, DAYS_HEADER, spanLines, SPANS_HEADER } from '../../../domain/file/record-csv'
import { seal } from '../../../domain/record/sealing'
import { surfaceBook } from '../../../domain/surface/surface-book'
import { pricing } from '../../../domain/value/hour-price'
import { spanOf } from '../../fixtures/spans'

/** 36 € an hour, a cent a second. */
const RATE = { from: '1970-01-01', amountMinor: 3600, currency: 'EUR', hourTypes: null }

const valuing = (rates = [RATE]) => ({
  profileOf: surfaceBook([{ surface: 'github.com', kind: 'work', worthQuarters: 6 }]),
  priceAt: pricing(rates, 'EUR', 4),
  dayStartHour: 4,
})

const spans = [
  spanOf({ surface: 'github.com', start: '2026-11-20T08:00:00Z', ms: 90_400 }),
  spanOf({ surface: 'youtube.com/shorts', start: '2026-11-20T09:00:00Z', ms: 60_000, origin: 'entered' }),
  // 2:30 at night, which belongs to the day before.
  spanOf({ surface: 'github.com', start: '2026-11-21T01:30:00Z', ms: 10_000 }),
]
const days = [...Map.groupBy(spans, ({ day }) => day).values()].map((ofDay) => seal(ofDay))

test('a table of spans has a line for each span: ISO instants, whole seconds, minor units, currency', () => {
  const lines = SPANS_HEADER + spanLines(days, valuing(), 'EUR')
  expect(lines.split('\r\n')).toEqual([
    'day,device,site,surface,kind,start,end,seconds,utc_offset_minutes,origin,cost_minor,return_minor,currency',
    '2026-11-20,desk,github.com,github.com,work,2026-11-20T08:00:00.000Z,2026-11-20T08:01:30.400Z,90,60,measured,90,136,EUR',
    '2026-11-20,desk,youtube.com,youtube.com/shorts,feed,2026-11-20T09:00:00.000Z,2026-11-20T09:01:00.000Z,60,60,entered,60,0,EUR',
    '2026-11-21,desk,github.com,github.com,work,2026-11-21T01:30:00.000Z,2026-11-21T01:30:10.000Z,10,60,measured,10,15,EUR',
    '',
  ])
})

describe('a table of days', () => {
  const table = (rates?: (typeof RATE)[]) =>
    DAYS_HEADER +
    dayLines(
      { sealed: days, recent: [] },
      { unit: 'dates', first: '2026-11-20', last: '2026-11-20' },
      valuing(rates),
      'EUR',
    )

  test('has a line for each surface and day; a night counts for the day before', () => {
    expect(table().split('\r\n')).toEqual([
      'day,site,surface,kind,seconds,opens,cost_minor,return_minor,net_minor,currency',
      '2026-11-20,github.com,github.com,work,100,2,100,151,51,EUR',
      '2026-11-20,youtube.com,youtube.com/shorts,feed,60,1,60,0,-60,EUR',
      '',
    ])
  })

  test('leaves money empty if no rate holds', () => {
    const { data } = Papa.parse<Record<string, string>>(table([]), { header: true })
    expect(data[0]).toMatchObject({ seconds: '100', cost_minor: '', net_minor: '', currency: '' })
  })
})
