/** Tabs and windows as Chromium 156 and Firefox 153 report them. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { seenTabs } from '../../platform/seen-tabs'

const world = vi.hoisted(() => ({
  tabs: [] as Record<string, unknown>[],
  windows: [] as Record<string, unknown>[],
  calls: [] as string[],
}))

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { getURL: (path: string) => `ext://id${path}` },
    windows: {
      getAll: async () => {
        world.calls.push('windows')
        return world.windows
      },
    },
    tabs: {
      query: async (wanted: Record<string, unknown>) => {
        world.calls.push(Object.keys(wanted).join())
        return world.tabs.filter((tab) => Object.entries(wanted).every(([key, value]) => tab[key] === value))
      },
      get: async (id: number) => {
        world.calls.push(`get ${id}`)
        const tab = world.tabs.find((one) => one.id === id)
        if (!tab) throw new Error(`No tab with id: ${id}.`)
        return tab
      },
    },
  },
}))

const tab = (id: number, more: object = {}) => ({
  id,
  windowId: 1,
  active: false,
  audible: false,
  incognito: false,
  discarded: false,
  splitViewId: -1,
  url: `https://${id}.example/`,
  ...more,
})

const windowOf = (id: number, more: object = {}) => ({
  id,
  type: 'normal',
  state: 'normal',
  alwaysOnTop: false,
  left: 0,
  top: 0,
  width: 800,
  height: 600,
  ...more,
})

beforeEach(() => {
  Object.assign(world, { tabs: [tab(1, { active: true }), tab(2)], windows: [windowOf(1)], calls: [] })
})

const ids = async () => (await seenTabs()).tabs.map(({ id }) => id)

test('active and audible tabs of every window are listed once each, discarded ones not', async () => {
  world.tabs = [
    tab(1, { active: true, audible: true }),
    tab(2),
    tab(3, { windowId: 2, active: true }),
    tab(4, { windowId: 2, audible: true }),
    tab(5, { windowId: 3, active: true, discarded: true }),
  ]
  expect(await ids()).toEqual([1, 3, 4])
})

test('a muted tab is not heard', async () => {
  world.tabs = [tab(1, { audible: true }), tab(2, { audible: true, mutedInfo: { muted: true } })]
  expect((await seenTabs()).tabs.map(({ isHeard }) => isHeard)).toEqual([true, false])
})

test.each([
  ['ext://id/wall.html', true],
  ['ext://id/wall.html?x', false],
  ['https://example.org/wall.html', false],
])('%s is the wall: %s', async (url, isWall) => {
  world.tabs = [tab(1, { active: true, url })]
  expect((await seenTabs()).tabs[0]?.isWall).toBe(isWall)
})

describe('a split view', () => {
  test('shows both halves while one of them is active', async () => {
    world.tabs = [tab(1, { active: true, splitViewId: 7 }), tab(2, { splitViewId: 7 }), tab(3)]
    const { tabs } = await seenTabs()
    expect(tabs.map(({ id, isShown }) => [id, isShown])).toEqual([
      [1, true],
      [2, true],
    ])
  })

  test('shows no half while another tab is active', async () => {
    world.tabs = [tab(1, { splitViewId: 7 }), tab(2, { splitViewId: 7 }), tab(3, { active: true })]
    expect(await ids()).toEqual([3])
  })

  test('is not asked for in a browser that knows none', async () => {
    world.tabs = [tab(1, { active: true, splitViewId: undefined }), tab(2, { splitViewId: undefined })]
    expect(await ids()).toEqual([1])
    expect(world.calls).toEqual(['active', 'audible', 'windows'])
  })
})

describe('a picture in picture', () => {
  beforeEach(() => {
    world.tabs = [
      tab(1, { active: true }),
      tab(2, { openerTabId: 1 }),
      tab(3, { windowId: 2, active: true, url: 'about:blank', openerTabId: 2 }),
    ]
    world.windows = [windowOf(1), windowOf(2, { alwaysOnTop: true })]
  })

  test('brings in the tab whose page it shows', async () => {
    const { tabs } = await seenTabs()
    const facts = tabs.map(({ id, isShown, pictureIn }) => [id, isShown, pictureIn])
    expect(facts).toContainEqual([2, false, 2])
  })

  test('brings in nothing once that tab is closed', async () => {
    world.tabs = world.tabs.filter(({ id }) => id !== 2)
    expect(await ids()).toEqual([1, 3])
  })
})

test('windows come with their place and state', async () => {
  world.windows = [
    windowOf(1, { state: 'minimized' }),
    windowOf(2, { state: 'fullscreen', alwaysOnTop: true }),
  ]
  expect((await seenTabs()).windows).toEqual([
    {
      id: 1,
      isMinimised: true,
      isFullscreen: false,
      isOnTop: false,
      left: 0,
      top: 0,
      width: 800,
      height: 600,
    },
    {
      id: 2,
      isMinimised: false,
      isFullscreen: true,
      isOnTop: true,
      left: 0,
      top: 0,
      width: 800,
      height: 600,
    },
  ])
})

test('a look at many tabs makes as few calls as one at a single tab', async () => {
  world.tabs = Array.from({ length: 200 }, (_, id) => tab(id, { active: id === 0 }))
  await seenTabs()
  expect(world.calls).toHaveLength(3)
})
