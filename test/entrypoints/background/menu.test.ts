import { beforeEach, describe, expect, test, vi } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../../domain/settings/settings'

const world = vi.hoisted(() => ({
  settings: {} as Settings,
  items: new Map<string, string>(),
  calls: [] as string[],
  canOpenPopup: true,
  key: (_name: string, _tab?: { id: number }) => undefined as void,
  click: (_item: { menuItemId: string }, _tab?: { id: number }) => undefined as void,
}))

vi.mock('wxt/browser', () => ({
  browser: {
    contextMenus: {
      removeAll: async () => world.items.clear(),
      create: ({ id, title }: { id: string; title: string }) => {
        if (world.items.has(id)) throw new Error(`Cannot create item with duplicate id ${id}`)
        world.items.set(id, title)
      },
      update: async (id: string, { title }: { title: string }) => {
        if (!world.items.has(id)) throw new Error(`Cannot find menu item with id ${id}`)
        world.items.set(id, title)
      },
      onClicked: { addListener: (listener: typeof world.click) => (world.click = listener) },
    },
    commands: { onCommand: { addListener: (listener: typeof world.key) => (world.key = listener) } },
    action: {
      setPopup: async ({ popup, tabId }: { popup: string; tabId?: number }) =>
        void world.calls.push(`popup of ${tabId} is ${popup}`),
      openPopup: async () => {
        if (!world.canOpenPopup) throw new Error('not available')
        world.calls.push('open')
      },
    },
    tabs: { create: async ({ url }: { url: string }) => void world.calls.push(`tab ${url}`) },
  },
}))
vi.mock('../../../platform/i18n', () => ({ t: (key: string) => key }))
vi.mock('../../../storage/said/settings', () => ({ loadSettings: async () => world.settings }))

const { createMenu, keepMenu, listenToMenu } = await import('../../../entrypoints/background/menu')

const changes: Partial<Settings>[] = []
const errors: unknown[] = []

beforeEach(() => {
  Object.assign(world, { settings: DEFAULT_SETTINGS, calls: [], canOpenPopup: true })
  changes.length = 0
  listenToMenu(
    async (change) => changes.push(change),
    (error) => errors.push(error),
  )
})

test('the menu says what a click would do: pause while recording, resume in a pause', async () => {
  await createMenu()
  expect([...world.items]).toEqual([
    ['pause', 'menu_pause'],
    ['focus', 'menu_focus'],
    ['limit', 'menu_limit'],
    ['statement', 'menu_statement'],
  ])
  await keepMenu({ ...DEFAULT_SETTINGS, pausedUntil: 'resumed' })
  expect(world.items.get('pause')).toBe('menu_resume')
})

test('the menu is made once if an installation and a start of the browser ask for it together', async () => {
  await Promise.all([createMenu(), createMenu()])
  expect([...world.items.keys()]).toEqual(['pause', 'focus', 'limit', 'statement'])
})

test('the menu says what a click would do after a change while it is being made', async () => {
  world.items.clear()
  const made = createMenu()
  await keepMenu({ ...DEFAULT_SETTINGS, pausedUntil: 'resumed' })
  await made
  expect(world.items.get('pause')).toBe('menu_resume')
})

describe.each([
  ['a key', (name: string) => world.key(name, { id: 7 })],
  ['an item of the menu', (name: string) => world.click({ menuItemId: name }, { id: 7 })],
])('%s', (_by, use) => {
  test('pauses without an end, or ends a pause', async () => {
    use('pause')
    await vi.waitFor(() => expect(changes).toEqual([{ pausedUntil: 'resumed' }]))
    world.settings = { ...DEFAULT_SETTINGS, pausedUntil: 'resumed' }
    use('pause')
    await vi.waitFor(() => expect(changes).toEqual([{ pausedUntil: 'resumed' }, { pausedUntil: null }]))
  })

  test('opens the popup of the tab in front at its choices, and then makes it plain again', async () => {
    use('limit')
    await vi.waitFor(() =>
      expect(world.calls).toEqual(['popup of 7 is /popup.html#limit', 'open', 'popup of 7 is /popup.html']),
    )
  })

  test('opens the popup with the form for a focus hour, and begins none', async () => {
    use('focus')
    await vi.waitFor(() =>
      expect(world.calls).toEqual(['popup of 7 is /popup.html#focus', 'open', 'popup of 7 is /popup.html']),
    )
    expect(changes).toEqual([])
  })

  test('opens the firewall where the browser cannot open the popup', async () => {
    world.canOpenPopup = false
    use('limit')
    await vi.waitFor(() => expect(world.calls).toContain('tab /dashboard.html#/firewall'))
    await vi.waitFor(() => expect(world.calls.at(-1)).toBe('popup of 7 is /popup.html'))
  })
})

test('the menu opens the statement; what nobody knows does nothing', async () => {
  world.click({ menuItemId: 'statement' })
  world.click({ menuItemId: 'other' })
  await vi.waitFor(() => expect(world.calls).toEqual(['tab /dashboard.html#/week']))
  expect(errors).toEqual([])
})
