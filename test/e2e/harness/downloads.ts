/** Collects the files that the extension downloads, without a save dialog. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
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
      set('Bool', 'alwaysOpenPanel', false), // an open panel takes the focus and the keys
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
  return filesIn(directory)
}

/**
 * The same for downloads that an extension names itself: what tells Chromium where to save also takes away their names, so
 * it is told by the environment, from the start.
 */
export async function namedDownloads() {
  const directory = await temporaryDirectory('downloads')
  await writeFile(join(directory, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${directory}"\n`)
  return {
    env: { XDG_CONFIG_HOME: directory },
    collect: async (browser: TestBrowser): Promise<Downloads> => {
      if (browser.name === 'firefox') await sendTo(browser, directory)
      return filesIn(directory)
    },
  }
}

/** What is downloaded into a directory. */
export function filesIn(directory: string): Downloads {
  return {
    read: async (name) => {
      // An unfinished download has a file with another extension beside it.
      const found = await until(`${name} is there`, async () => {
        const names = await readdir(directory, { recursive: true })
        const isWhole = !names.some((other) => /\.(?:part|crdownload)$/.test(other))
        const one = names.find((other) => other.endsWith(name))
        return isWhole && one !== undefined && (await stat(join(directory, one))).size > 0 && one
      })
      const path = join(directory, found)
      return { path, text: await readFile(path, 'utf8') }
    },
  }
}
