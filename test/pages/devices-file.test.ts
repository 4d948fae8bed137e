/** Files that the section Devices refuses or asks about. */
import { writeFile } from 'node:fs/promises'
import { describe, test } from 'vitest'
import { command } from '../e2e/harness/fill.ts'
import { until } from '../e2e/harness/until.ts'
import { click } from '../e2e/own-page.ts'
import { chooseFile, idOf, openDevices, says } from './devices-file-page.ts'
import { PLACES } from './harness/page-scene.ts'

/** What the page holds while it uses the folder. */
const FOLDER_LOCK = 'zeitwert-devices-folder'

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()

  test('files of something else are refused by what they are', async () => {
    const { browser } = scene
    await command(browser, 'changeSurface', { surface: 'reddit.com', change: { worthQuarters: 2 } })
    await command(browser, 'connectDevices', { name: 'Laptop', passphrase: 'a passphrase of the laptop' })
    const downloads = await scene.collectDownloads()
    const page = await openDevices(browser, 'Another browser or account')
    await click(page, 'Save a file', '#devices')
    const own = await downloads.read(`zeitwert-devices-${await idOf(browser)}.json`)
    const refuse = async (text: string, words: string) => {
      const path = `${own.path}.other.json`
      await writeFile(path, text)
      await chooseFile(page, path)
      await says(page, words)
    }
    await refuse('{"format":"zeitwert","version":1}', 'This is a backup or an export')
    await refuse('{"tabs":[]}', 'comes from another program')
    await refuse('{"format":"zeitwert-devices"', 'damaged or incomplete')
    await refuse(own.text, 'This file is from this device itself.')
    await page.close()
  })

  test('a file chosen right after disconnecting keeps its form, though the folder is still in use', async () => {
    const { browser } = scene
    await command(browser, 'connectDevices', { name: 'Laptop', passphrase: 'a passphrase of the laptop' })
    const downloads = await scene.collectDownloads()
    const page = await openDevices(browser, 'Another browser or account')
    await click(page, 'Save a file', '#devices')
    const id = await idOf(browser)
    const own = await downloads.read(`zeitwert-devices-${id}.json`)
    const path = `${own.path}.other.json`
    await writeFile(path, own.text.replace(`"device":"${id}"`, '"device":"0123abcd"'))

    /** Whether somebody uses the folder, and whether somebody waits for it. */
    const locks = () =>
      page.evaluate(async (lock) => {
        const { held = [], pending = [] } = await navigator.locks.query()
        const isLock = ({ name }: LockInfo) => name === lock
        return { held: held.some(isLock), pending: pending.some(isLock) }
      }, FOLDER_LOCK)
    await page.evaluate(
      (lock) =>
        new Promise<void>((held) => {
          const whenReleased = new Promise<void>((resolve) =>
            addEventListener('release', () => resolve(), { once: true }),
          )
          void navigator.locks.request(lock, () => {
            held()
            return whenReleased
          })
        }),
      FOLDER_LOCK,
    )
    await click(page, 'Disconnect this device', '#devices')
    await click(page, 'Disconnect', '#devices .sure')
    await says(page, 'Bring in a file from your other browser')
    await until('the page waits for the folder', async () => (await locks()).pending)
    await chooseFile(page, path)
    await says(page, 'This device joins the devices that the file comes from.')
    await page.evaluate(() => void dispatchEvent(new Event('release')))
    await until('the folder is no longer in use', async () => {
      const { held, pending } = await locks()
      return !held && !pending
    })
    await says(page, 'This device joins the devices that the file comes from.')
    await page.close()
  })
})
