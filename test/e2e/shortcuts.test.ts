/** Keys, and the menu on the icon. */
import { describe, expect, test } from 'vitest'
import { flawsOf } from './axe.ts'
import { BROWSERS } from './harness/browsers.ts'
import { until } from './harness/until.ts'
import { openOwnPage, textOf } from './own-page.ts'
import { recording, useScene } from './scene.ts'
import { storedSettings } from './seed.ts'

const LIMITED = 'youtube.com/shorts'

describe.each(BROWSERS)('$name', ({ launch }) => {
  const scene = useScene(launch)
  const press = (letter: string) => scene.display.type([`alt+shift+${letter}`], 50)
  const pausedIs = (value: string | null) =>
    until(
      `the pause is ${value}`,
      async () => ((await storedSettings(scene.browser)).pausedUntil ?? null) === value,
    )

  test('one key pauses, and the same key resumes', async () => {
    const page = await scene.browser.newPage()
    await scene.browser.goto(page, 'https://www.youtube.com/shorts/1')
    await recording(scene.browser, LIMITED)
    await press('u')
    await pausedIs('resumed')
    await until('the icon says so', async () =>
      (await scene.browser.evaluate(() => chrome.action.getTitle({}))).includes('paused'),
    )
    await press('u')
    await pausedIs(null)
    await recording(scene.browser, LIMITED)
  })

  test('a key opens the popup with the choices for the site in front; the next time it opens plain', async () => {
    const { browser } = scene
    await press('k')
    const unfolded = await until('the site in front is unfolded', () =>
      browser.evaluate(() => {
        const [popup] = chrome.extension.getViews({ type: 'popup' })
        const row = popup?.document.querySelector('li.current')
        return row?.querySelector('.describe') ? row.getAttribute('data-surface') : null
      }),
    )
    expect(unfolded).toBe(LIMITED)
    await browser.evaluate(() => chrome.extension.getViews({ type: 'popup' })[0]?.close())
    await until('the popup is plain again', async () =>
      (await browser.evaluate(() => chrome.action.getPopup({}))).endsWith('/popup.html'),
    )
  })

  test('another key opens the popup with the form for a focus hour', async () => {
    const { browser } = scene
    await press('j')
    await until('the focus is on the button that begins it', () =>
      browser.evaluate(() => {
        const [popup] = chrome.extension.getViews({ type: 'popup' })
        return popup?.document.activeElement?.matches('.focus-form [type=submit]') ?? false
      }),
    )
    await browser.evaluate(() => chrome.extension.getViews({ type: 'popup' })[0]?.close())
    expect(await browser.readDatabase('limits')).toEqual([])
  })

  test('the menu on the icon has four items, and no permission for it is asked of the person', async () => {
    const { browser } = scene
    const unknown = await browser.evaluate(async () => {
      const missing: string[] = []
      for (const id of ['pause', 'focus', 'limit', 'statement'])
        await chrome.contextMenus.update(id, {}).catch(() => missing.push(id))
      return missing
    })
    expect(unknown).toEqual([])
    if (browser.name === 'firefox') return // it has no such question to ask
    const warnings = await browser.evaluate(async () => {
      const manifest = chrome.runtime.getManifest()
      const permissions = manifest.permissions?.filter((name) => name !== 'contextMenus')
      const without = { ...manifest, permissions }
      return Promise.all(
        [manifest, without].map((one) =>
          chrome.management.getPermissionWarningsByManifest(JSON.stringify(one)),
        ),
      )
    })
    expect(warnings[0]).toEqual(warnings[1])
  })

  test('the settings list the keys', async () => {
    const page = await openOwnPage(scene.browser, 'dashboard.html#/settings/shortcuts')
    const words = await until('the keys are listed', () => textOf(page, '.shortcuts'))
    expect(words).toMatch(
      /Open the popup.*Y.*Pause or resume recording.*U.*Limit the site in front.*K.*Begin a focus hour.*J/,
    )
    expect(await flawsOf(page)).toEqual([])
    await page.close()
  })
})
