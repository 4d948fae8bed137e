/** Uses the Data section as a person does, and reads the stores behind it. */
import { writeFile } from 'node:fs/promises'
import type { ElementHandle, Page } from 'puppeteer-core'
import type { Downloads } from './harness/downloads.ts'
import type { PageHost } from './harness/page-host.ts'
import { until } from './harness/until.ts'
import { click, openOwnPage, textOf } from './own-page.ts'

export const VISITS = [
  { surface: 'instagram.com', minutesAgo: 100, seconds: 1500 },
  { surface: 'youtube.com/shorts', minutesAgo: 60, seconds: 600 },
  { surface: 'duolingo.com', minutesAgo: 30, seconds: 300 },
]

/** A day in an export file. */
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

/** The number of spans in a file. A visit across midnight has two. */
export const spanCount = ({ text }: Exported): number =>
  (JSON.parse(text) as { days: FileDay[] }).days.flatMap(({ spans }) => spans).length

export const openDataPage = (browser: PageHost): Promise<Page> =>
  openOwnPage(browser, 'dashboard.html#/settings/data')

export const says = (page: Page, words: string) =>
  until(`the page says “${words}”`, async () => (await textOf(page, '#data'))?.includes(words))

/** Clicks a button that exports, and waits for the file. */
export async function exportBy(
  page: Page,
  downloads: Downloads,
  button: string,
  kind = 'json',
): Promise<Exported> {
  await click(page, button, '#data')
  const pattern = new RegExp(`zeitwert-\\S+?${kind.replace(/^json$/, String.raw`\.json`)}`)
  const name = await until(
    `a ${kind} file is named`,
    async () => pattern.exec((await textOf(page, '#data .bulk')) ?? '')?.[0],
  )
  return downloads.read(name)
}

/** Chooses a file, which is then read and compared. */
export async function chooseFile(page: Page, ...paths: string[]): Promise<void> {
  const input = (await page.$('#data input[type=file]')) as ElementHandle<HTMLInputElement>
  await input.uploadFile(...paths)
}

/** Imports a file in the default mode. */
export async function importFile(page: Page, path: string): Promise<void> {
  await chooseFile(page, path)
  await click(page, 'Import', '#data .import-question')
  await says(page, 'The file was imported.')
}

/** Writes the same file with changed days next to it; returns its path. */
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

/** The same file as if another device had written it. */
export const ofOtherDevice = (file: Exported): Promise<string> =>
  withDays(file, 'other', (days) => days.map((day) => ({ ...day, device: 'other' })))

/** The figures of each surface on the Today page. */
export async function statement(browser: PageHost): Promise<Record<string, string | undefined>> {
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
  return Object.fromEntries(lines) as Record<string, string>
}

/** Runs in a page: every row of every store as JSON, because the driver cannot pass typed arrays. */
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

/** The rows of every store except `state` and `guard`, which change all the time. */
export async function stored(browser: PageHost): Promise<Record<string, unknown[]>> {
  const { state: _state, guard: _guard, ...rows } = JSON.parse(await browser.evaluate(readAll))
  return rows
}
