/** The switch that leaves the person's other devices out. */
import { beforeAll, describe, expect, test } from 'vitest'
import { openOwnPage, textOf } from '../e2e/own-page.ts'
import { PLACES } from './harness/page-scene.ts'
import { says, saysNoMore, seedDesk, seedHere } from './other-devices-page.ts'

describe.each(PLACES)('$name', ({ usePages }) => {
  const scene = usePages()
  const open = (hash: string) => openOwnPage(scene.browser, `dashboard.html${hash}`)

  beforeAll(async () => seedDesk(scene.browser, await seedHere(scene.browser)))

  test('pages without such figures have no switch', async () => {
    for (const hash of ['#/firewall', '#/settings']) {
      const page = await open(hash)
      expect(await textOf(page, '.this-device')).toBeNull()
      await page.close()
    }
  })

  test('today’s running page follows the switch, too', async () => {
    const page = await open('#/today')
    await says(page, 'Reddit')
    await (await page.$('.this-device input'))!.press(' ')
    await saysNoMore(page, 'Reddit')
    await says(page, 'GitHub')
    await (await page.$('.this-device input'))!.press(' ')
    await says(page, 'Reddit')
    await page.close()
  })
})
