import { expect, test } from 'vitest'
import { isDevicesMark, joinedMark } from '../../../domain/devices/devices-mark'

const MARK = joinedMark('Laptop', { version: 1, salt: 's', check: 'c' })

test('a device that joins is on, and has sent nothing', () => {
  expect(MARK).toMatchObject({
    isOn: true,
    name: 'Laptop',
    sent: null,
    earlier: [],
    counted: {},
    lastAt: null,
    totalsAt: 0,
  })
  expect(MARK).toMatchObject({ trouble: null, triedAt: null, refused: 0 })
})

test('a mark is known as such, also after it was stored', () => {
  expect(isDevicesMark(MARK)).toBe(true)
  expect(isDevicesMark(JSON.parse(JSON.stringify(MARK)))).toBe(true)
})

test.each([null, undefined, 7, 'mark', [], {}])('%j is no mark', (value) => {
  expect(isDevicesMark(value)).toBe(false)
})

test.each([
  ['isOn', 1],
  ['isNew', undefined],
  ['name', null],
  ['head', 'salt'],
  ['counted', null],
  ['counted', []],
  ['earlier', undefined],
  ['earlier', {}],
  ['sent', undefined],
  ['sent', 7],
  ['sent', []],
])('with %s as %j it is no mark', (field, value) => {
  expect(isDevicesMark({ ...MARK, [field]: value })).toBe(false)
})
