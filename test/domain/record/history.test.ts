import { expect, test } from 'vitest'
import { type History, withoutDevices } from '../../../domain/record/history'
import { seal } from '../../../domain/record/sealing'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { spanOf } from '../../fixtures/spans'
import { DESK, LAPTOP, totalFrom, totalOf } from '../../fixtures/totals'

const of = (device: string, hour: number) =>
  spanOf({ device, start: `2026-11-20T${hour}:00:00Z`, ms: MINUTE_MS })

test('without some devices, neither their spans nor their totals are in a record', () => {
  const [own, desk] = [of('own', 10), of(DESK, 11)]
  const [typed, laptop] = [totalOf({ minutes: 5 }), totalFrom(LAPTOP, { minutes: 6 })]
  const history: History = {
    sealed: [seal([own]), seal([desk])],
    recent: [of('own', 12), of(DESK, 13)],
    totals: [typed, laptop, totalFrom(DESK, { minutes: 7 })],
  }
  expect(withoutDevices(history, new Set([DESK]))).toEqual({
    sealed: [seal([own])],
    recent: [of('own', 12)],
    totals: [typed, laptop],
  })
  expect(withoutDevices(history, new Set([DESK, LAPTOP])).totals).toEqual([typed])
  expect(withoutDevices(history, new Set())).toBe(history)
})
