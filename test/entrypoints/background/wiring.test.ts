import { beforeEach, describe, expect, test, vi } from 'vitest'

const world = vi.hoisted(() => ({
  listeners: new Map<string, (...args: unknown[]) => void>(),
  hints: [] as (boolean | undefined)[],
  forgotten: 0,
  welcomed: 0,
  pausesEnded: 0,
  listens: 0,
  backups: 0,
  backupAlarms: 0,
}))

const event = (name: string) => ({
  addListener: (listener: () => void) => void world.listeners.set(name, listener),
})

vi.mock('wxt/browser', () => ({
  browser: {
    tabs: Object.fromEntries(
      ['onActivated', 'onRemoved', 'onReplaced', 'onUpdated'].map((name) => [name, event(`tabs.${name}`)]),
    ),
    windows: {
      WINDOW_ID_NONE: -1,
      onFocusChanged: event('windows.onFocusChanged'),
      onRemoved: event('windows.onRemoved'),
    },
    idle: { onStateChanged: event('idle.onStateChanged') },
    alarms: { onAlarm: event('alarms.onAlarm') },
    runtime: { onStartup: event('runtime.onStartup'), onInstalled: event('runtime.onInstalled') },
  },
}))
vi.mock('wxt/utils/define-background', () => ({ defineBackground: (main: () => void) => ({ main }) }))
vi.mock('../../../platform/messages', () => ({ serve: () => undefined }))
vi.mock('../../../platform/popup-open', () => ({
  onPopupChange: (listener: () => void) => world.listeners.set('popup', listener),
}))
vi.mock('../../../storage/said/loss', () => ({ watchLoss: () => () => undefined }))
vi.mock('../../../storage/said/settings', () => ({
  loadSettings: async () => ({}),
  watchSettings: (listener: () => void) => world.listeners.set('settings', listener),
}))
vi.mock('../../../entrypoints/background/commands/commands', () => ({ commands: () => ({}) }))
vi.mock('../../../entrypoints/background/context', () => ({
  createContext: () => ({ forget: () => (world.forgotten += 1) }),
}))
vi.mock('../../../entrypoints/background/pause', () => ({
  endPauseIfDue: async () => void (world.pausesEnded += 1),
  keepPauseAlarm: async () => undefined,
  restorePauseAlarm: async () => undefined,
}))
vi.mock('../../../entrypoints/background/backup', () => ({
  backUpByAlarm: async () => void (world.backups += 1),
  keepBackupAlarm: async () => void (world.backupAlarms += 1),
  restoreBackupAlarm: async () => void (world.backupAlarms += 1),
}))
vi.mock('../../../platform/downloads', () => ({
  onMaySaveChange: (listener: () => void) => world.listeners.set('maySave', listener),
}))
vi.mock('../../../entrypoints/background/menu', () => ({
  createMenu: async () => undefined,
  keepMenu: async () => undefined,
  listenToMenu: () => undefined,
}))
vi.mock('../../../entrypoints/background/welcome', () => ({
  welcome: async () => void (world.welcomed += 1),
}))
vi.mock('../../../entrypoints/background/update', () => ({ postponeUpdates: () => undefined }))
vi.mock('../../../entrypoints/background/devices/devices', () => ({
  createDevices: () => ({ touch: () => undefined, resend: async () => undefined, commands: {} }),
}))
vi.mock('../../../entrypoints/background/firewall', () => ({
  createFirewall: () => ({ guard: {}, commands: {}, listen: () => (world.listens += 1) }),
}))
vi.mock('../../../entrypoints/background/recording/tracker-parts', () => ({
  ALARM: { look: 'look', guard: 'guard', pauseEnds: 'pause-ends' },
  trackerParts: () => ({}),
}))
vi.mock('../../../entrypoints/background/recording/tracker', () => ({
  Tracker: class {
    hint(announced?: boolean) {
      world.hints.push(announced)
      return Promise.resolve()
    }
  },
}))

beforeEach(async () => {
  vi.useFakeTimers()
  world.listens = 0
  const { default: background } = await import('../../../entrypoints/background/index')
  background.main()
  Object.assign(world, { hints: [], forgotten: 0, welcomed: 0, pausesEnded: 0, backups: 0, backupAlarms: 0 })
  return () => vi.useRealTimers()
})

const fire = (name: string, ...args: unknown[]) => world.listeners.get(name)?.(...args)

describe('an event that wakes the worker leads to a look', () => {
  test.each<[name: string, ...args: unknown[]]>([
    ['tabs.onActivated', { tabId: 1, windowId: 1 }],
    ['tabs.onRemoved', 1, { windowId: 1, isWindowClosing: false }],
    ['tabs.onReplaced', 2, 1],
    ['tabs.onUpdated', 1, { url: 'https://example.org/' }, { active: true }],
    ['windows.onFocusChanged', -1],
    ['windows.onRemoved', 1],
    ['idle.onStateChanged', 'idle'],
    ['runtime.onStartup'],
    ['runtime.onInstalled', { reason: 'update' }],
    ['popup'],
    ['settings', {}],
    ['alarms.onAlarm', { name: 'pause-ends' }],
  ])('%s', (name, ...args) => {
    fire(name, ...args)
    expect(world.hints).toEqual([undefined])
  })
})

test('the firewall adds its listeners at start', () => {
  expect(world.listens).toBe(1)
})

test.each(['look', 'guard'])('the alarm “%s” leads to a look without an announced change', (name) => {
  fire('alarms.onAlarm', { name })
  expect(world.hints).toEqual([false])
})

test('a worker looks 100 ms after its start even without an event', () => {
  vi.advanceTimersByTime(100)
  expect(world.hints).toEqual([false])
})

test('a window that comes to the front leads to repeated looks until it reports focus', () => {
  fire('windows.onFocusChanged', 7)
  vi.advanceTimersByTime(300)
  // Leave out the look that comes without an event.
  expect(world.hints.filter((isAnnounced) => isAnnounced !== false)).toHaveLength(4)
})

test('a change of settings makes the next look read the facts again', () => {
  fire('settings', {})
  expect(world.forgotten).toBe(1)
})

test.each([
  ['install', 1],
  ['update', 0],
])('on %s the welcome page opens %d times', (reason, times) => {
  fire('runtime.onInstalled', { reason })
  expect(world.welcomed).toBe(times)
})

test('the alarm of a backup saves one, and looks at nothing', () => {
  fire('alarms.onAlarm', { name: 'backup' })
  expect(world.backups).toBe(1)
  expect(world.hints).toEqual([])
})

test('the alarm of a backup is set with the settings, and once saving becomes possible', () => {
  fire('settings', {})
  expect(world.backupAlarms).toBe(1)
  fire('maySave')
  expect(world.backupAlarms).toBe(2)
})

test('the alarm of a backup is set anew when the worker starts', async () => {
  const { default: background } = await import('../../../entrypoints/background/index')
  background.main()
  expect(world.backupAlarms).toBe(1)
})

test('the alarm at the end of a pause ends the pause', () => {
  fire('alarms.onAlarm', { name: 'pause-ends' })
  expect(world.pausesEnded).toBe(1)
})
