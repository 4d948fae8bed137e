import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { FORGOTTEN_WAIT_MS, pinStatus, putPin, setPinRemoval, tryPin } from '../../../storage/firewall/pin'

const answerTo = async (typed: string | null, at: number) => (await tryPin(typed, at)).answer
const isPin = async (typed: string | null, at: number) => (await answerTo(typed, at)) === 'right'

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

describe('after wrong PINs', () => {
  beforeEach(() => putPin('2468'))

  test('the third makes the next one wait, even the right one, and the wait grows', async () => {
    for (let time = 0; time < 3; time += 1) expect(await answerTo('1111', NOW)).toBe('wrong')
    expect(await answerTo('2468', NOW + 29_999)).toBe('wait')
    expect(await answerTo('1111', NOW + 30_000)).toBe('wrong')
    expect(await answerTo('2468', NOW + 89_999)).toBe('wait')
    expect(await answerTo('2468', NOW + 90_000)).toBe('right')
    expect(await answerTo('1111', NOW + 90_000)).toBe('wrong')
    expect(await answerTo('2468', NOW + 90_000)).toBe('right')
  })

  test('it is said when the next may be tried', async () => {
    const free = await Promise.all(['1111', '1112'].map((typed) => tryPin(typed, NOW)))
    expect(free.map(({ nextAt }) => nextAt)).toEqual([NOW, NOW])
    expect(await tryPin('1113', NOW)).toEqual({ answer: 'wrong', nextAt: NOW + 30_000 })
    expect(await tryPin('2468', NOW + 10_000)).toEqual({ answer: 'wait', nextAt: NOW + 30_000 })
  })

  test('many at once get no more tries than one after the other', async () => {
    const typed = Array.from({ length: 12 }, (_, index) => String(2460 + index))
    const answers = await Promise.all(typed.map((one) => answerTo(one, NOW)))
    expect(answers.filter((one) => one !== 'wait')).toEqual(['wrong', 'wrong', 'wrong'])
  })

  test('the wait survives a restart, a clock set back makes it no longer, and reporting it forgotten ends none', async () => {
    for (let time = 0; time < 4; time += 1) await tryPin('1111', NOW + 30_000 * time)
    await setPinRemoval(NOW + FORGOTTEN_WAIT_MS)
    vi.resetModules()
    const again = await import('../../../storage/firewall/pin')
    expect((await again.tryPin('2468', NOW + 90_000)).answer).toBe('wait')
    const back = NOW - 1_000_000
    expect((await again.tryPin('2468', back)).answer).toBe('wait')
    expect((await again.tryPin('2468', back + 60_000)).answer).toBe('right')
  })

  test('a new PIN begins without any, and an empty answer is no try', async () => {
    for (let time = 0; time < 9; time += 1) expect(await answerTo(null, NOW)).toBe('wrong')
    for (let time = 0; time < 3; time += 1) await tryPin('1111', NOW)
    await putPin('13579')
    expect(await answerTo('13579', NOW)).toBe('right')
  })
})
