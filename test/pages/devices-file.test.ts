/** Files that the section Devices refuses. */
import { writeFile } from 'node:fs/promises'
import { describe, test } from 'vitest'
import { command } from '../e2e/harness/fill.ts'
import { click } from '../e2e/own-page.ts'
import { chooseFile, idOf, openDevices, says } from './devices-file-page.ts'
import { PLACES } from './harness/page-scene.ts'

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
})
