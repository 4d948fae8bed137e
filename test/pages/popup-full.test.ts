/** What the popup says before anything is recorded. */
import { describe, expect, test } from 'vitest'
import { openOwnPage, textOf } from '../e2e/own-page.ts'
import { PLACES } from './harness/page-scene.ts'

describe.each(PLACES)('$name after the welcome page', ({ usePages }) => {
  const scene = usePages()

  test('the popup says that it is ready, not that it does not record', async () => {
    await (await openOwnPage(scene.browser, 'welcome.html')).close()
    const page = await openOwnPage(scene.browser, 'popup.html')
    expect(await textOf(page, 'main')).toContain('Ready. Your time starts on the first website you open.')
    expect(await textOf(page, '.not-recording')).toBeNull()
    await page.close()
  })
})
