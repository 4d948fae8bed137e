import { beforeEach, describe, expect, test, vi } from 'vitest'
import { bringToFront, leadBack, leadToWall, leave, openWallBeside, stepAside } from '../../platform/tabs'

interface FakeTab {
  id: number
  windowId: number
  active: boolean
  audible: boolean
  incognito: boolean
  discarded: boolean
  url: string
  pinned: boolean
  groupId?: number
  lastAccessed?: number
}

const world = vi.hoisted(() => ({
  tabs: [] as FakeTab[],
  calls: [] as string[],
  /** How many edits are refused because a tab is being dragged. */
  refusals: 0,
  failure: null as string | null,
  stays: false,
  windowType: 'normal',
  /** The page before the wall; null if there is none, undefined if going back does nothing. */
  before: null as string | null | undefined,
  /** Whether the browser lets an extension show its page for new tabs, as Chromium does. */
  showsNewTab: true,
}))

const edit = vi.hoisted(() => async () => {
  if (world.failure) throw new Error(world.failure)
  if (world.refusals === 0) return
  world.refusals -= 1
  throw new Error('Tabs cannot be edited right now (user may be dragging a tab).')
})

vi.mock('wxt/browser', () => ({
  browser: {
    runtime: { getURL: (path: string) => `ext://id${path}` },
    windows: { get: async () => ({ type: world.windowType }) },
    tabs: {
      query: async (wanted: Partial<FakeTab>) =>
        world.tabs.filter((tab) =>
          Object.entries(wanted).every(([key, value]) => tab[key as keyof FakeTab] === value),
        ),
      get: async (id: number) => {
        const tab = world.tabs.find((one) => one.id === id)
        if (!tab) throw new Error(`No tab with id: ${id}.`)
        return { ...tab }
      },
      update: async (id: number, change: { url?: string; active?: boolean }) => {
        await edit()
        world.calls.push(`update ${id} ${change.url ?? 'active'}`)
        const tab = world.tabs.find((one) => one.id === id)
        if (!tab) throw new Error(`No tab with id: ${id}.`)
        if (change.url === 'chrome://newtab/' && !world.showsNewTab) throw new Error('Illegal URL')
        if (change.url && !world.stays)
          tab.url = change.url.startsWith('/') ? `ext://id${change.url}` : change.url
      },
      goBack: async (id: number) => {
        if (world.before === null) throw new Error('Cannot find a next page in history.')
        const tab = world.tabs.find((one) => one.id === id)
        if (tab && world.before) tab.url = world.before
        world.calls.push(`back ${id}`)
      },
      create: async ({ url = 'new', windowId }: { url?: string; windowId: number }) => {
        await edit()
        world.calls.push(`create ${url} ${windowId}`)
        return { id: 9 }
      },
      remove: async (id: number) => {
        await edit()
        world.calls.push(`remove ${id}`)
      },
    },
  },
}))

const tab = (id: number, more: Partial<FakeTab> = {}): FakeTab => ({
  id,
  windowId: 1,
  active: false,
  audible: false,
  incognito: false,
  discarded: false,
  url: `https://${id}.example/`,
  pinned: false,
  ...more,
})

beforeEach(() => {
  Object.assign(world, {
    tabs: [tab(1, { active: true }), tab(2)],
    calls: [],
    refusals: 0,
    failure: null,
    stays: false,
    windowType: 'normal',
    showsNewTab: true,
    before: null,
  })
})

describe('leading a tab to the wall', () => {
  test('succeeds once the tab shows the wall', async () => {
    expect(await leadToWall(1)).toBe(true)
    expect(world.tabs[0]?.url).toBe('ext://id/wall.html')
  })

  test('fails if the page asks and the person stays', async () => {
    world.stays = true
    expect(await leadToWall(1)).toBe(false)
  })

  test('is retried while a tab is being dragged', async () => {
    world.refusals = 3
    expect(await leadToWall(1)).toBe(true)
    expect(world.calls).toEqual(['update 1 /wall.html'])
  })

  test('rejects with any other error', async () => {
    world.failure = 'No tab with id: 1.'
    await expect(leadToWall(1)).rejects.toThrow('No tab')
  })

  test('can open the wall in a new tab of the same window', async () => {
    expect(await openWallBeside({ id: 1, windowId: 1 })).toBe(9)
    expect(world.calls).toEqual(['create /wall.html 1'])
  })
})

describe('leading a tab back', () => {
  test.each(['https://example.org/?a=1&b=%26#c', 'http://localhost:8080/'])('goes to %s', async (address) => {
    await leadBack(1, address)
    expect(world.calls).toEqual([`update 1 ${address}`])
  })

  test('goes back to a page that an extension may not open', async () => {
    world.tabs[0]!.url = 'ext://id/wall.html'
    world.before = 'about:reader?url=https%3A%2F%2Fexample.org%2F'
    await leadBack(1, '')
    expect(world.calls).toEqual(['back 1'])
  })

  test('closes the tab if going back does nothing', async () => {
    world.tabs[0]!.url = 'ext://id/wall.html'
    world.before = undefined
    await leadBack(1, '')
    expect(world.calls).toEqual(['back 1', 'remove 1'])
  })

  test.each([
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ext://id/x.html',
    ' https://x',
  ])('closes the tab instead of going to %j', async (address) => {
    await leadBack(1, address)
    expect(world.calls).toEqual(['remove 1'])
  })
})

describe('leaving', () => {
  test('closes the tab', async () => {
    await leave(1)
    expect(world.calls).toEqual(['remove 1'])
  })

  test('shows a new tab in the last one of a window', async () => {
    world.tabs = [tab(1)]
    await leave(1)
    expect(world.calls).toEqual(['update 1 chrome://newtab/'])
  })

  test('opens a new tab before it closes the last one of a window if the browser shows none in place', async () => {
    world.tabs = [tab(1)]
    world.showsNewTab = false
    await leave(1)
    expect(world.calls.slice(1)).toEqual(['create new 1', 'remove 1'])
  })

  test.each(['app', 'popup'])('closes the window of an %s with its only page', async (type) => {
    world.tabs = [tab(1)]
    world.windowType = type
    await leave(1)
    expect(world.calls).toEqual(['remove 1'])
  })

  test('opens a new tab first if requested, so that no other tab comes to the front', async () => {
    await leave(1, true)
    expect(world.calls).toEqual(['create new 1', 'remove 1'])
  })

  test('does nothing if the tab is already closed', async () => {
    await leave(7)
    expect(world.calls).toEqual([])
  })
})

describe('a tab that the person keeps', () => {
  test.each<[string, Partial<FakeTab>]>([
    ['pinned', { pinned: true }],
    ['in a group', { groupId: 3 }],
  ])('(%s) stays; the last used tab that is no wall comes to the front', async (_why, more) => {
    world.tabs = [
      tab(1, { active: true, ...more }),
      tab(2, { lastAccessed: 5 }),
      tab(3, { lastAccessed: 7 }),
      tab(4, { lastAccessed: 9, url: 'ext://id/wall.html' }),
      tab(5, { lastAccessed: 8, windowId: 2 }),
    ]
    expect(await stepAside(1)).toBe(true)
    expect(world.calls).toEqual(['update 3 active'])
  })

  test('stays beside a new tab if there is no other', async () => {
    world.tabs = [tab(1, { pinned: true }), tab(2, { url: 'ext://id/wall.html' })]
    expect(await stepAside(1)).toBe(true)
    expect(world.calls).toEqual(['create new 1'])
  })

  test('is not closed when its page has no address to go back to', async () => {
    world.tabs = [tab(1, { pinned: true }), tab(2)]
    await leadBack(1, '')
    expect(world.calls).toEqual(['update 2 active'])
  })

  test.each<[string, Partial<FakeTab>]>([
    ['an ordinary one', {}],
    ['one in no group', { groupId: -1 }],
  ])('is not %s', async (_which, more) => {
    world.tabs = [tab(1, more), tab(2)]
    expect(await stepAside(1)).toBe(false)
    expect(await stepAside(7)).toBe(false)
    expect(world.calls).toEqual([])
  })
})

test('a closed tab cannot be brought to the front', async () => {
  expect([await bringToFront(1), await bringToFront(7)]).toEqual([true, false])
})
