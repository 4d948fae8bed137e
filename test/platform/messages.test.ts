import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type Handlers, send, serve } from '../../platform/messages'
import { ownError } from '../../domain/own-error'

type Listener = (
  message: unknown,
  sender: object,
  sendResponse: (answer: unknown) => void,
) => true | undefined

const bus = vi.hoisted(() => ({ listener: null as Listener | null, sender: {} as object }))

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: {
      id: 'zeitwert',
      onMessage: { addListener: (listener: Listener) => (bus.listener = listener) },
      sendMessage: (message: unknown) =>
        new Promise((resolve) => {
          if (!bus.listener?.(message, bus.sender, resolve)) resolve(undefined)
        }),
    },
  },
}))

/** An https origin, because `URL` in Node gives extension URLs no origin. */
const ORIGIN = 'https://extension.example'
const recordChanged = vi.fn(async () => null)
const reported: unknown[] = []

beforeEach(() => {
  vi.stubGlobal('location', { origin: ORIGIN })
  bus.sender = { id: 'zeitwert', url: `${ORIGIN}/popup.html` }
  recordChanged.mockClear()
  reported.length = 0
  const handlers = { recordChanged } as unknown as Handlers
  serve(handlers, (error) => reported.push(error))
})

test('a command from our own page is carried out and answered', async () => {
  expect(await send('recordChanged', null)).toBeNull()
  expect(recordChanged).toHaveBeenCalledOnce()
})

describe('a command is refused', () => {
  test.each<[string, object]>([
    ['from another extension', { id: 'other', url: `${ORIGIN}/popup.html` }],
    ['from a web page', { id: 'zeitwert', url: 'https://example.com/' }],
    ['from an origin that only starts like ours', { id: 'zeitwert', url: `${ORIGIN}.example/` }],
    ["without the sender's address", { id: 'zeitwert' }],
  ])('%s', async (_from, sender) => {
    bus.sender = sender
    await expect(send('recordChanged', null)).rejects.toThrow('worker_silent')
    expect(recordChanged).not.toHaveBeenCalled()
  })

  test.each(['toString', 'constructor', 'unknown'])('if it does not exist: %s', async (name) => {
    await expect(send(name as 'recordChanged', null)).rejects.toThrow('worker_silent')
  })
})

test('an error that names an instant still names it in the page', async () => {
  recordChanged.mockRejectedValueOnce(ownError('error_pin_wait', 1_795_951_346_111))
  await expect(send('recordChanged', null)).rejects.toThrow('error_pin_wait:1795951346111')
})

test('an error in the worker is reported there and rejects in the page', async () => {
  recordChanged.mockRejectedValueOnce(new Error('no space left'))
  await expect(send('recordChanged', null)).rejects.toThrow('error_database_full')
  expect(reported).toHaveLength(1)
})
