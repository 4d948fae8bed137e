import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { postponeUpdates } from '../../../entrypoints/background/update'

const world = vi.hoisted(() => ({
  reloads: 0,
  isPopupOpen: false,
  tabs: [] as { id: number; url: string }[],
}))

vi.mock('wxt/browser', async () => ({ browser: (await import('wxt/testing/fake-browser')).fakeBrowser }))
vi.mock('../../../platform/popup-open', () => ({ isPopupOpen: async () => world.isPopupOpen }))

const OWN = fakeBrowser.runtime.getURL('/wall.html')
const updates: ((details: object) => void)[] = []

beforeEach(() => {
  fakeBrowser.reset()
  updates.length = 0
  Object.assign(world, { reloads: 0, isPopupOpen: false, tabs: [] })
  const stub = {
    onUpdateAvailable: { addListener: (listener: () => void) => void updates.push(listener) },
    reload: () => void (world.reloads += 1),
  }
  Object.assign(fakeBrowser.runtime, stub)
  Object.assign(fakeBrowser.tabs, { query: async () => world.tabs })
  postponeUpdates((error) => {
    throw error
  })
})

const announce = () => updates.forEach((listener) => listener({ version: '2.0' }))
const close = async (...ids: number[]) => {
  world.tabs = world.tabs.filter(({ id }) => !ids.includes(id))
  await Promise.all(
    ids.map((id) => fakeBrowser.tabs.onRemoved.trigger(id, { windowId: 1, isWindowClosing: false })),
  )
}
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('an update without an open page of ours is installed at once', async () => {
  announce()
  await settled()
  expect(world.reloads).toBe(1)
})

test('an update waits for the last page of ours, and is then installed once', async () => {
  world.tabs = [
    { id: 1, url: OWN },
    { id: 2, url: OWN },
    { id: 3, url: 'https://example.org/' },
  ]
  announce()
  await settled()
  expect(world.reloads).toBe(0)
  await close(1, 2)
  await settled()
  expect(world.reloads).toBe(1)
})

test('an update that was announced to an earlier worker still waits', async () => {
  await fakeBrowser.storage.session.set({ updateWaits: true })
  world.tabs = [{ id: 1, url: OWN }]
  await fakeBrowser.tabs.onRemoved.trigger(7, { windowId: 1, isWindowClosing: false })
  await settled()
  expect(world.reloads).toBe(0)
  await close(1)
  await settled()
  expect(world.reloads).toBe(1)
})

test('an open popup keeps an update waiting, and without an update nothing is installed', async () => {
  world.tabs = [{ id: 1, url: OWN }]
  await close(1)
  await settled()
  expect(world.reloads).toBe(0)
  world.isPopupOpen = true
  announce()
  await settled()
  expect(world.reloads).toBe(0)
})
