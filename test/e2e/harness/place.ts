/**
 * Keeps the screen, the server and the browser of a file for the next file: to start them takes seconds of processor
 * time, to empty them tenths.
 */
import type { LaunchOptions } from './launch-options.ts'
import { type Display, startDisplay } from './display.ts'
import { type StandInServer, startStandInServer } from './stand-in-server.ts'
import type { TestBrowser } from './test-browser.ts'

export interface Place {
  display: Display
  server: StandInServer
  browser: TestBrowser
}

export type Launch = (options: LaunchOptions) => Promise<TestBrowser>

/** Pages by host and path, as for the server. */
type Pages = Record<string, string>

export const onScreen = ({ display, server }: Pick<Place, 'display' | 'server'>): LaunchOptions => ({
  port: server.port,
  headless: false,
  env: display.env,
})

export async function openPlace(
  launch: Launch,
  pages: Pages,
  options: Partial<LaunchOptions>,
): Promise<Place> {
  const display = await startDisplay()
  const server = await startStandInServer(pages)
  try {
    const browser = await launch({ ...onScreen({ display, server }), ...options })
    return { display, server, browser }
  } catch (error) {
    await closePlace({ display, server })
    throw error
  }
}

export async function closePlace({ display, server, browser }: Partial<Place>): Promise<void> {
  await browser?.close()
  await server?.close()
  await display?.stop()
}

/** What the last file gave back, by the browser and its language. */
const kept = new Map<string, Place>()

/** The place that a file gave back, or a new one, with the extension just installed. */
export async function borrowPlace(
  key: string,
  launch: Launch,
  pages: Pages,
  lang: LaunchOptions['lang'],
): Promise<Place> {
  const place = kept.get(key)
  if (!place) return openPlace(launch, pages, lang ? { lang } : {})
  kept.delete(key)
  try {
    place.server.serve(pages)
    place.display.input() // nobody was there since the last file
    await place.browser.install()
    return place
  } catch (error) {
    await closePlace(place)
    throw error
  }
}

/** Keeps a place for the next file. One that cannot be emptied is closed, and so is a second one of its kind. */
export async function givePlaceBack(key: string, place: Place): Promise<void> {
  if (kept.has(key) || !place.browser.isRunning) return closePlace(place)
  try {
    place.display.showBrowser()
    await place.browser.empty()
    await place.display.focusBrowser()
    kept.set(key, place)
  } catch (error) {
    console.warn(`The next file starts a new ${key}, because this one could not be emptied:`, error)
    await closePlace(place)
  }
}
