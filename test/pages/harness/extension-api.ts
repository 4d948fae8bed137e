/** What the browser gives an extension, for a worker and pages that run in one process, without a browser. */
import { readFileSync } from 'node:fs'
import { fakeBrowser } from 'wxt/testing/fake-browser'

/** An https address: for those of extensions, `new URL(…).origin` is "null" in Node. */
export const ORIGIN = 'https://zeitwert.example/'

type Listener = (...details: never[]) => unknown

/** An event of the interface; `fire` calls its listeners as the browser would. */
interface ApiEvent {
  addListener(listener: Listener): void
  removeListener(listener: Listener): void
  hasListener(listener: Listener): boolean
  fire(...details: unknown[]): void
}

function apiEvent(): ApiEvent {
  const listeners = new Set<Listener>()
  return {
    addListener: (listener) => void listeners.add(listener),
    removeListener: (listener) => void listeners.delete(listener),
    hasListener: (listener) => listeners.has(listener),
    fire: (...details) => {
      for (const listener of listeners) listener(...(details as never[]))
    },
  }
}

const events = <Name extends string>(...names: Name[]) =>
  Object.fromEntries(names.map((name) => [name, apiEvent()])) as Record<Name, ApiEvent>

const answering =
  <Answer>(answer: Answer) =>
  async () =>
    answer

const doNothing = answering(undefined)

/** A value as Chromium passes it from page to worker and back: by way of JSON. */
const passed = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value))

interface Area {
  get: (keys?: string) => Promise<unknown>
}

/** An area whose readers each get copies, so that nobody changes what is stored without `set`. */
const givingCopies = <Kind extends object>(area: Kind) => ({
  ...area,
  get: async (keys?: string) => structuredClone(await (area as unknown as Area).get(keys)),
})

const messagesIn = (language: string): Record<string, { message: string }> =>
  JSON.parse(
    readFileSync(`${import.meta.dirname}/../../../public/_locales/${language}/messages.json`, 'utf8'),
  )

/** The interface of a browser without tabs or windows, with empty storage, and messages in one language. */
export function createExtensionApi(language: string) {
  fakeBrowser.reset()
  const messages = messagesIn(language)
  const runtime = events('onMessage', 'onConnect', 'onStartup', 'onInstalled', 'onUpdateAvailable')
  const { local, session, sync, onChanged } = fakeBrowser.storage
  return {
    runtime: {
      ...runtime,
      id: 'zeitwert',
      getURL: (path: string) => ORIGIN + path.replace(/^\//, ''),
      sendMessage: (message: unknown) =>
        new Promise((resolve) => {
          const sender = { id: 'zeitwert', url: ORIGIN, tab: { id: 1 } }
          runtime.onMessage.fire(passed(message), sender, (answer: unknown) => resolve(passed(answer)))
        }),
      getContexts: answering([]),
      connect: () => events('onDisconnect'),
    },
    i18n: {
      getMessage: (key: string, values: readonly string[] = []) =>
        (messages[key]?.message ?? '').replaceAll(/\$(\d)/g, (_, place) => values[place - 1] ?? ''),
    },
    storage: {
      local: givingCopies(local),
      session: givingCopies(session),
      sync: givingCopies(sync),
      onChanged,
    },
    alarms: { ...events('onAlarm'), create: doNothing, clear: doNothing, get: doNothing },
    tabs: {
      ...events('onActivated', 'onRemoved', 'onReplaced', 'onUpdated'),
      query: answering([]),
      create: doNothing,
      update: doNothing,
      remove: doNothing,
    },
    windows: {
      ...events('onFocusChanged', 'onRemoved'),
      WINDOW_ID_NONE: -1,
      getAll: answering([]),
      getLastFocused: () => Promise.reject(new Error('No window has the focus.')),
    },
    idle: { ...events('onStateChanged'), queryState: answering('active'), setDetectionInterval: () => {} },
    action: {
      setBadgeText: doNothing,
      setBadgeBackgroundColor: doNothing,
      setBadgeTextColor: doNothing,
      setTitle: doNothing,
      getTitle: answering(''),
      setIcon: doNothing,
      setPopup: doNothing,
    },
    permissions: { ...events('onAdded', 'onRemoved'), contains: answering(false), remove: answering(true) },
    contextMenus: { ...events('onClicked'), create: doNothing, removeAll: doNothing, update: doNothing },
    commands: { ...events('onCommand'), getAll: answering([]) },
    notifications: { ...events('onClicked'), create: doNothing, clear: doNothing },
  }
}

export type ExtensionApi = ReturnType<typeof createExtensionApi>

interface Context {
  api: ExtensionApi
  /** Takes away all listeners that were added through `api`, as when a page goes away. */
  end(): void
}

const isEvent = (value: object): value is Pick<ApiEvent, 'addListener' | 'removeListener' | 'hasListener'> =>
  'addListener' in value

/** The interface for one page. */
export function contextOf(api: ExtensionApi): Context {
  const ends: (() => void)[] = []
  const ownEvent = (event: Pick<ApiEvent, 'addListener' | 'removeListener' | 'hasListener'>) => ({
    addListener: (listener: Listener) => {
      event.addListener(listener)
      ends.push(() => event.removeListener(listener))
    },
    removeListener: (listener: Listener) => event.removeListener(listener),
    hasListener: (listener: Listener) => event.hasListener(listener),
  })
  const own = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (isEvent(value)) return ownEvent(value)
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, own(part)]))
  }
  return {
    api: own(api) as ExtensionApi,
    end: () => {
      for (const end of ends) end()
    },
  }
}
