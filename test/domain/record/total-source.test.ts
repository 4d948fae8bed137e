import { expect, test } from 'vitest'
import {
  deviceOfSource,
  isTotalSource,
  sourceTimes,
  visitsOfTotal,
  withDeviceNames,
} from '../../../domain/record/total-source'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { extentOf } from '../../../domain/time/period'
import { DESK, LAPTOP, totalFrom, totalOf } from '../../fixtures/totals'

const week = extentOf({ unit: 'week', first: '2026-11-16', last: '2026-11-22' }, 4)
const on = (day: string, minutes = 10) => totalOf({ day, minutes })

test.each([
  ['watt', true],
  ['entered', true],
  [`device:${DESK}`, true],
  ['device:', false],
  ['device:0A1B2C3D', false],
  ['device:0a1b2c3d4', false],
  [`device:${DESK}\n`, false],
  ['guess', false],
  [7, false],
])('a total can come from %j: %j', (source, can) => {
  expect(isTotalSource(source)).toBe(can)
})

test('a source names its device, and a tool none', () => {
  expect(deviceOfSource(`device:${DESK}`)).toBe(DESK)
  expect(deviceOfSource('watt')).toBeNull()
})

test('opens of a device are visits, as its record counts them', () => {
  const opens = [totalFrom(DESK, { minutes: 5, opens: 3 }), totalFrom(DESK, { minutes: 5 })].map(
    visitsOfTotal,
  )
  expect(opens).toEqual([3, 0])
  expect(visitsOfTotal(totalOf({ source: 'time-tracker', minutes: 5, opens: 3 }))).toBe(0)
})

test('the totals in a figure are added up by source, for the surfaces that it is about', () => {
  const rows = [
    on('2026-11-16', 30),
    on('2026-11-17', 20),
    totalOf({ source: 'webtime', surface: 'github.com', day: '2026-11-18', minutes: 5 }),
    on('2026-11-30', 60),
  ]
  expect(sourceTimes(rows, week, 4)).toEqual([
    { source: 'webtime', ms: 5 * MINUTE_MS },
    { source: 'entered', ms: 50 * MINUTE_MS },
  ])
  expect(sourceTimes(rows, week, 4, (surface) => surface === 'github.com')).toEqual([
    { source: 'webtime', ms: 5 * MINUTE_MS },
  ])
  expect(sourceTimes([], week, 4)).toEqual([])
})

test('devices come after the tools, each for itself, by id', () => {
  const rows = [
    totalFrom(LAPTOP, { day: '2026-11-18', minutes: 7 }),
    totalFrom(DESK, { day: '2026-11-17', minutes: 5 }),
    totalFrom(DESK, { day: '2026-11-18', minutes: 6 }),
    on('2026-11-16', 30),
  ]
  const times = sourceTimes(rows, week, 4)
  expect(times).toEqual([
    { source: 'entered', ms: 30 * MINUTE_MS },
    { source: `device:${DESK}`, ms: 11 * MINUTE_MS },
    { source: `device:${LAPTOP}`, ms: 7 * MINUTE_MS },
  ])
  const named = withDeviceNames(times, (id) => (id === DESK ? 'Desk' : null))
  expect(named.map(({ name }) => name)).toEqual([undefined, 'Desk', undefined])
})
