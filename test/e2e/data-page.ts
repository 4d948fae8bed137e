/** The section of data as a person uses it, and what lies behind it. */
import { writeFile } from 'node:fs/promises'
import type { ElementHandle, Page } from 'puppeteer-core'
import type { Downloads } from './harness/downloads.ts'
import type { TestBrowser } from './harness/test-browser.ts'
import { until } from './harness/until.ts'
import { click, openOwnPage, textOf } from './own-page.ts'

export const VISITS = [
  { surface: 'instagram.com', minutesAgo: 100, seconds: 1500 },
  { surface: 'youtube.com/shorts', minutesAgo: 60, seconds: 600 },
  { surface: 'duolingo.com', minutesAgo: 30, seconds: 300 },
]

/** A day as it stands in the file. */
export interface FileDay {
  day: string
  device: string
  surfaces: string[]
  offsets: [number, number][]
  spans: [surface: number, start: number, end: number][]
}

/** A file that was exported. */
export interface Exported {
  path: string
  text: string
}

/** How many stretches are in it: one that goes over midnight is two. */
export const stretchesIn = ({ text }: Exported): number =>
  (JSON.parse(text) as { days: FileDay[] }).days.flatMap(({ spans }) => spans).length

export const openDataPage = (browser: TestBrowser): Promise<Page> =>
  openOwnPage(browser, 'dashboard.html#/settings/data')

export const says = (page: Page, words: string) =>
  until(`“${words}” is said`, async () => (await textOf(page, '#data'))?.includes(words))

/** Clicks a button that exports, and waits for the file. */
export async function exportBy(
  page: Page,
  downloads: Downloads,
  button: string,
  kind = 'json',
): Promise<Exported> {
  await click(page, button, '#data')
  const pattern = new RegExp(`zeitwert-\\S+?${kind.replace('json', String.raw`\.json`)}`)
  const name = await until(
    `a file of ${kind} is named`,
    async () => pattern.exec((await textOf(page, '#data .bulk')) ?? '')?.[0],
  )
  return downloads.read(name)
}

/** Chooses a file, which is then read and compared. */
export async function bring(page: Page, path: string): Promise<void> {
  const input = (await page.$('#data input[type=file]')) as ElementHandle<HTMLInputElement>
  await input.uploadFile(path)
}

/** Brings in a file as it is. */
export async function importFile(page: Page, path: string): Promise<void> {
  await bring(page, path)
  await click(page, 'Import', '#data .import-question')
  await says(page, 'The file was imported.')
}

/** The same file with other days, beside itself. */
export async function withDays(
  { path, text }: Exported,
  name: string,
  change: (days: FileDay[]) => FileDay[],
): Promise<string> {
  const file = JSON.parse(text) as { days: FileDay[] }
  const other = `${path}.${name}.json`
  await writeFile(other, JSON.stringify({ ...file, days: change(file.days) }))
  return other
}

/** The same file, as if another device had written it. */
export const ofOtherDevice = (file: Exported): Promise<string> =>
  withDays(file, 'other', (days) => days.map((day) => ({ ...day, device: 'other' })))

/** What Today says of each surface. */
export async function statement(
  browser: TestBrowser,
  page: Page,
): Promise<Record<string, string | undefined>> {
  const today = await openOwnPage(browser, 'dashboard.html#/today')
  const lines = await today.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('tr[data-surface]')].map((line) => [
      line.dataset['surface'] ?? '',
      [...line.querySelectorAll('time, data')]
        .map((figure) => figure.getAttribute('datetime') ?? figure.getAttribute('value'))
        .join(' '),
    ]),
  )
  await today.close()
  await page.bringToFront()
  return Object.fromEntries(lines) as Record<string, string>
}

/** Runs in a page: every row of every store, as text, for columns of numbers do not come through to the driver. */
const readAll = async (): Promise<string> => {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error))
    })
  const database = await answer(indexedDB.open('zeitwert'))
  const names = [...database.objectStoreNames]
  const reading = database.transaction(names)
  const rows = await Promise.all(names.map((name) => answer<unknown[]>(reading.objectStore(name).getAll())))
  database.close()
  return JSON.stringify(Object.fromEntries(names.map((name, index) => [name, rows[index]])))
}

/** The rows of every store but of `state` and `guard`: how recording and limits stand at this moment. */
export async function stored(browser: TestBrowser): Promise<Record<string, unknown[]>> {
  const { state: _state, guard: _guard, ...rows } = JSON.parse(await browser.evaluate(readAll))
  return rows
}
