/** Installs a newer version of the extension in Firefox, as its own updates do, which an extension can postpone. */
import type { Browser } from 'puppeteer-core'
import { GECKO_ID } from './firefox.ts'
import { evaluatePrivileged } from './firefox-privileged.ts'

const ADDONS = "ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager"

/** The version that is installed. */
export const firefoxVersion = (driver: Browser): Promise<unknown> =>
  evaluatePrivileged(driver, `${ADDONS}.getAddonByID('${GECKO_ID}').then(({ version }) => version)`)

/** Packs a directory and installs it. Returns whether it was installed or postponed. */
export const installInFirefox = (driver: Browser, directory: string): Promise<unknown> =>
  evaluatePrivileged(
    driver,
    `(async () => {
      const file = (path) => {
        const one = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile)
        one.initWithPath(path)
        return one
      }
      const archive = file('${directory}.xpi')
      const writer = Cc['@mozilla.org/zipwriter;1'].createInstance(Ci.nsIZipWriter)
      writer.open(archive, 0x02 | 0x08 | 0x20)
      const add = (folder, prefix) => {
        for (const entry of folder.directoryEntries)
          if (entry.isDirectory()) add(entry, prefix + entry.leafName + '/')
          else writer.addEntryFile(prefix + entry.leafName, Ci.nsIZipWriter.COMPRESSION_NONE, entry, false)
      }
      add(file('${directory}'), '')
      writer.close()
      const install = await ${ADDONS}.getInstallForFile(archive)
      return new Promise((resolve) => {
        install.addListener({
          onInstallEnded: () => resolve('installed'),
          onInstallPostponed: () => resolve('postponed'),
          onInstallFailed: () => resolve('failed'),
        })
        install.install().catch(() => undefined)
      })
    })()`,
  )
