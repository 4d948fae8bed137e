/** Collects the files that the extension downloads, without a save dialog. */
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { evaluatePrivileged } from './firefox-privileged.ts'
import { temporaryDirectory } from './temporary-directory.ts'
import type { TestBrowser } from './test-browser.ts'
import { until } from './until.ts'

export interface Downloads {
  /** Waits for a complete file whose name ends like this. Returns its path and text. */
  read: (name: string) => Promise<{ path: string; text: string }>
}

async function sendTo(browser: TestBrowser, directory: string): Promise<void> {
  if (browser.name === 'firefox') {
    const set = (kind: 'Int' | 'Char' | 'Bool', name: string, value: unknown) =>
      `Services.prefs.set${kind}Pref('browser.download.${name}', ${JSON.stringify(value)})`
    const prefs = [
      set('Int', 'folderList', 2),
      set('Char', 'dir', directory),
      set('Bool', 'useDownloadDir', true),
      set('Bool', 'always_ask_before_handling_new_types', false),
    ]
    await evaluatePrivileged(browser.driver, `void (${prefs.join(', ')})`)
    return
  }
  const session = await browser.driver.target().createCDPSession()
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: directory })
}

/** Sends all downloads of a browser to a new directory. */
export async function collectDownloads(browser: TestBrowser): Promise<Downloads> {
  const directory = join(await temporaryDirectory('downloads'), 'files')
  await mkdir(directory)
  await sendTo(browser, directory)
  return {
    read: async (name) => {
      // An unfinished download has a file with another extension beside it.
      const found = await until(`${name} is there`, async () => {
        const names = await readdir(directory)
        const isWhole = !names.some((other) => /\.(?:part|crdownload)$/.test(other))
        return isWhole && names.find((one) => one.endsWith(name))
      })
      const path = join(directory, found)
      return { path, text: await readFile(path, 'utf8') }
    },
  }
}
