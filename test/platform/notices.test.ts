import { beforeEach, expect, test, vi } from 'vitest'
import { notify, onNoticeClicked } from '../../platform/notices'

const world = vi.hoisted(() => ({
  shown: new Map<string, object>(),
  opened: [] as string[],
  click: (_id: string): void => undefined,
}))

vi.mock('wxt/browser', () => ({
  browser: {
    notifications: {
      create: async (id: string, notice: object) => void world.shown.set(id, notice),
      clear: async (id: string) => world.shown.delete(id),
      onClicked: { addListener: (listener: (id: string) => void) => (world.click = listener) },
    },
    tabs: { create: async ({ url }: { url: string }) => void world.opened.push(url) },
  },
}))

beforeEach(() => {
  world.shown.clear()
  world.opened = []
  onNoticeClicked()
})

test('a notice has a title and a message but no buttons, which Firefox does not support', async () => {
  await notify('a 5', '5 min left', 'Feeds')
  expect([...world.shown.values()]).toEqual([
    { type: 'basic', iconUrl: '/icons/recording-128.png', title: '5 min left', message: 'Feeds' },
  ])
})

test('a notice replaces an earlier one with the same name', async () => {
  await notify('a 5', '5 min left', 'Feeds')
  await notify('a 5', '4 min left', 'Feeds')
  expect(world.shown.size).toBe(1)
})

test('a click opens the firewall page and clears the notice', async () => {
  await notify('a 5', '5 min left', 'Feeds')
  world.click([...world.shown.keys()][0] ?? '')
  expect([world.opened, world.shown.size]).toEqual([['/dashboard.html#/firewall'], 0])
})

test('a click on a notice for another page opens that page', async () => {
  await notify('2026-11-16', 'Last week', 'Ready', 'week/week-2026-11-16')
  world.click([...world.shown.keys()][0] ?? '')
  expect(world.opened).toEqual(['/dashboard.html#/week/week-2026-11-16'])
})
