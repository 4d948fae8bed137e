import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { FORGOTTEN_WAIT_MS, isPin, pinStatus, putPin, setPinRemoval } from '../../../storage/firewall/pin'

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))

const NOW = Date.UTC(2026, 10, 23, 10)

beforeEach(() => fakeBrowser.reset())

test('without a PIN no input is needed', async () => {
  expect(await isPin(null, NOW)).toBe(true)
  expect(await pinStatus(NOW)).toEqual({ isSet: false, removedAt: null })
})

test('only the PIN that was set is accepted', async () => {
  await putPin('2468')
  expect(await pinStatus(NOW)).toEqual({ isSet: true, removedAt: null })
  expect(await Promise.all(['2468', '2469', '', null].map((typed) => isPin(typed, NOW)))).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('the PIN is stored as a salted slow hash, apart from the settings', async () => {
  await putPin('2468')
  const { pin, ...rest } = await fakeBrowser.storage.local.get()
  expect(rest).toEqual({})
  expect(pin).toEqual({
    salt: expect.stringMatching(/^[0-9a-f]{32}$/),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    iterations: 600_000,
    removedAt: null,
  })
  await putPin('2468')
  expect((await fakeBrowser.storage.local.get('pin'))['pin']).not.toEqual(pin)
})

describe('a forgotten PIN', () => {
  beforeEach(async () => {
    await putPin('2468')
    await setPinRemoval(NOW + FORGOTTEN_WAIT_MS)
  })

  test('expires after 24 hours, not before', async () => {
    expect(FORGOTTEN_WAIT_MS).toBe(24 * 3_600_000)
    expect(await isPin(null, NOW + FORGOTTEN_WAIT_MS - 1)).toBe(false)
    expect(await isPin(null, NOW + FORGOTTEN_WAIT_MS)).toBe(true)
    expect(await fakeBrowser.storage.local.get()).toEqual({})
  })

  test('is not postponed when it is reported forgotten again', async () => {
    expect(await setPinRemoval(NOW + 2 * FORGOTTEN_WAIT_MS)).toBe(NOW + FORGOTTEN_WAIT_MS)
  })

  test('is kept if the person cancels', async () => {
    await setPinRemoval(null)
    expect(await isPin('2468', NOW + FORGOTTEN_WAIT_MS)).toBe(true)
    expect(await isPin(null, NOW + FORGOTTEN_WAIT_MS)).toBe(false)
  })
})
