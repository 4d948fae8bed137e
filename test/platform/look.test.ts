import { beforeEach, describe, expect, test, vi } from 'vitest'
import { look, type LookRules } from '../../platform/look'

const world = vi.hoisted(() => ({
  presence: 'active',
  window: {} as Record<string, unknown> | null,
  tab: {} as Record<string, unknown> | undefined,
  popups: [] as unknown[],
  /** The tab that opened a picture in picture; undefined if it is closed. */
  opener: undefined as Record<string, unknown> | undefined,
}))

vi.mock('wxt/browser', () => ({
  browser: {
    idle: { queryState: async () => world.presence },
    windows: {
      getLastFocused: async () => {
        if (!world.window) throw new Error('Invalid window')
        return world.window
      },
    },
    tabs: {
      query: async () => {
        return world.tab ? [world.tab] : []
      },
      get: async () => {
        if (!world.opener) throw new Error('No tab with id: 8.')
        return world.opener
      },
    },
    runtime: { getContexts: async () => world.popups, onConnect: { addListener: () => undefined } },
  },
}))

const RULES: LookRules = {
  idleSeconds: 120,
  secondScreen: false,
  paused: false,
  splits: [],
  isExcluded: (surface) => ['excluded.com', 'printfriendly.com'].includes(surface),
}

beforeEach(() => {
  world.presence = 'active'
  world.window = { id: 1, focused: true, incognito: false, type: 'normal', state: 'normal' }
  world.tab = {
    url: 'https://www.youtube.com/shorts/1?v=2',
    audible: false,
    incognito: false,
    discarded: false,
  }
  world.popups = []
  world.opener = undefined
})

const page = async (rules: Partial<LookRules> = {}) => (await look({ ...RULES, ...rules })).seen.page

test('the active tab of the focused window becomes a surface without its address', async () => {
  const { seen, iconHost, inFront } = await look(RULES)
  expect(seen).toEqual({
    at: expect.any(Number),
    page: { site: 'youtube.com', surface: 'youtube.com/shorts' },
    audible: false,
    fullscreen: false,
    presence: 'active',
  })
  expect(iconHost).toBe('www.youtube.com')
  expect(inFront).toBe(true)
})

test('a copy becomes the surface of the page that it shows, without its host', async () => {
  world.tab!.url = 'https://web.archive.org/web/2024/https://old.reddit.com/r/de'
  const { seen, iconHost } = await look(RULES)
  expect(seen.page).toEqual({ site: 'reddit.com', surface: 'reddit.com/r' })
  expect(iconHost).toBe('')
})

describe('there is no page', () => {
  test.each<[string, () => void]>([
    ['without any window', () => (world.window = null)],
    ['in a private window', () => Object.assign(world.window!, { incognito: true })],
    ['in a minimised window', () => Object.assign(world.window!, { state: 'minimized' })],
    ['in the developer tools', () => Object.assign(world.window!, { type: 'devtools' })],
    ['in a private tab', () => Object.assign(world.tab!, { incognito: true })],
    ['in a discarded tab', () => Object.assign(world.tab!, { discarded: true })],
    ['without a tab', () => (world.tab = undefined)],
    ['in a tab without an address yet', () => Object.assign(world.tab!, { url: undefined })],
    ["on one of the browser's own pages", () => Object.assign(world.tab!, { url: 'chrome://settings/' })],
    ['on an excluded site', () => Object.assign(world.tab!, { url: 'https://excluded.com/' })],
    [
      'on a copy of an excluded site',
      () => Object.assign(world.tab!, { url: 'https://web.archive.org/web/2024/https://excluded.com/' }),
    ],
    [
      'on a copy that an excluded site shows',
      () =>
        Object.assign(world.tab!, {
          url: 'https://www.printfriendly.com/p/?url=https://www.reddit.com/',
        }),
    ],
    ['while another program has focus', () => Object.assign(world.window!, { focused: false })],
  ])('%s', async (_where, arrange) => {
    arrange()
    expect(await page()).toBeNull()
  })

  test('while paused', async () => {
    expect(await page({ paused: true })).toBeNull()
  })
})

describe('the attended tab is reported to the firewall', () => {
  test.each<[string, () => void, Partial<LookRules>]>([
    ['while recording', () => undefined, {}],
    ['while paused', () => undefined, { paused: true }],
    ['in a private window', () => Object.assign(world.window!, { incognito: true }), {}],
    ['on an excluded site', () => Object.assign(world.tab!, { url: 'https://excluded.com/' }), {}],
  ])('%s', async (_when, arrange, rules) => {
    Object.assign(world.tab!, { id: 7, audible: true })
    arrange()
    expect((await look({ ...RULES, ...rules })).attended).toEqual({
      id: 7,
      isHeard: true,
      isFullscreen: false,
    })
  })

  test('with the window in front', async () => {
    expect((await look(RULES)).frontWindow).toBe(1)
    Object.assign(world.window!, { focused: false })
    expect((await look(RULES)).frontWindow).toBeNull()
    world.popups = [{}]
    expect((await look(RULES)).frontWindow).toBe(1)
  })

  test('but not while another program has focus', async () => {
    Object.assign(world.window!, { focused: false })
    expect((await look(RULES)).attended).toBeNull()
  })
})

describe('while our popup is open', () => {
  test('the page beneath it keeps the attention', async () => {
    Object.assign(world.window!, { focused: false })
    world.popups = [{}]
    expect(await page()).not.toBeNull()
  })
})

describe('a page on a second screen', () => {
  test.each([
    [true, true, true],
    [true, false, false],
    [false, true, false],
  ])('with the setting %s and sound %s counts: %s', async (secondScreen, audible, counts) => {
    Object.assign(world.window!, { focused: false })
    Object.assign(world.tab!, { audible })
    expect((await page({ secondScreen })) !== null).toBe(counts)
  })
})

test('sound and full screen are reported only with a recorded page', async () => {
  Object.assign(world.window!, { state: 'fullscreen' })
  Object.assign(world.tab!, { audible: true })
  expect((await look(RULES)).seen).toMatchObject({ audible: true, fullscreen: true })
  Object.assign(world.tab!, { url: 'https://excluded.com/' })
  expect((await look(RULES)).seen).toMatchObject({ audible: false, fullscreen: false })
})

test('a muted tab does not count as audible', async () => {
  Object.assign(world.tab!, { audible: true, mutedInfo: { muted: true } })
  expect((await look(RULES)).seen.audible).toBe(false)
})

describe('a picture in picture in front', () => {
  beforeEach(() => {
    Object.assign(world.window!, { id: 5, alwaysOnTop: true })
    world.opener = { ...world.tab, id: 8, audible: true }
    world.tab = { id: 9, url: 'about:blank', openerTabId: 8, incognito: false, discarded: false }
  })

  test('is the page that opened it', async () => {
    const { seen, attended, frontWindow } = await look(RULES)
    expect(seen).toMatchObject({ page: { surface: 'youtube.com/shorts' }, audible: true })
    expect([attended?.id, frontWindow]).toEqual([8, 5])
  })

  test.each<[string, () => void]>([
    ['if its opener is closed', () => (world.opener = undefined)],
    ['if the browser names no opener, as Firefox', () => delete world.tab!.openerTabId],
    ['if it is a blank window like any other', () => Object.assign(world.window!, { alwaysOnTop: false })],
  ])('is no page %s', async (_when, arrange) => {
    arrange()
    expect(await page()).toBeNull()
  })
})
