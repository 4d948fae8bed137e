import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
let report: (error: unknown) => void

beforeEach(async () => {
  vi.resetModules()
  ;({ report } = await import('../../../entrypoints/background/report'))
})
afterEach(() => printed.mockClear())

const failBeat = (): void => report(new Error('no space left'))

test('an error that repeats with the same stack is printed once', () => {
  for (let beat = 0; beat < 9; beat += 1) failBeat()
  expect(printed).toHaveBeenCalledOnce()
})

test('an error from another place is printed too', () => {
  report(new Error('no space left'))
  report(new Error('no space left'))
  expect(printed).toHaveBeenCalledTimes(2)
})

test('a repeated error is printed with its count at the 10th and the 100th time', () => {
  for (let beat = 0; beat < 150; beat += 1) failBeat()
  expect(printed.mock.calls.slice(1).map(([note]) => note)).toEqual([
    'Zeitwert: 10 times since the worker started:',
    'Zeitwert: 100 times since the worker started:',
  ])
})

test('a thrown value that is not an Error is printed once as text', () => {
  report('stopped')
  report('stopped')
  expect(printed.mock.calls).toEqual([['Zeitwert:', 'stopped']])
})

test('errors without a stack are told apart by their message', () => {
  for (const message of ['no tab with id 3', 'no space left', 'no tab with id 3'])
    report(Object.assign(new Error(message), { stack: '' }))
  expect(printed).toHaveBeenCalledTimes(2)
})

test('more than a hundred different errors are all printed, and none is remembered for ever', () => {
  for (let id = 0; id < 250; id += 1) report(`no tab with id ${id}`)
  expect(printed).toHaveBeenCalledTimes(250)
  report('no tab with id 0')
  expect(printed).toHaveBeenCalledTimes(251)
})
