/** Uses the extension's own pages as a person does: by labels, words and keys. */
import type { ElementHandle, Page } from 'puppeteer-core'
import type { PageHost } from './harness/page-host.ts'
import { until } from './harness/until.ts'

/** Opens a page in front and waits for its figures. */
export async function openOwnPage(browser: PageHost, path: string): Promise<Page> {
  const page = await browser.openExtensionPage(path)
  await until(`the figures of ${path} are on screen`, () =>
    page.evaluate(() => performance.getEntriesByName('ready').length > 0),
  )
  return page
}

/** Gives the page a size, and waits until it has it: Firefox goes on before. */
export async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewport({ width, height })
  await until(`the page has ${width} × ${height} px`, () =>
    page.evaluate((w, h) => innerWidth === w && innerHeight === h, width, height),
  )
}

/** The control with this label. */
export const field = (
  page: Page,
  label: string,
  within = 'body',
): Promise<ElementHandle<HTMLInputElement | HTMLSelectElement>> =>
  until(`there is a field “${label}”`, async () => {
    const handle = await page.evaluateHandle(
      (root, words) =>
        [...document.querySelectorAll<HTMLLabelElement>(`${root} label`)].find(
          ({ textContent }) => textContent.trim() === words,
        )?.control ?? null,
      within,
      label,
    )
    return handle.asElement() as ElementHandle<HTMLInputElement> | null
  })

/** Replaces the content of a field by typing, and leaves the field with Tab. */
export async function fillIn(page: Page, label: string, text: string, within?: string): Promise<void> {
  const control = await field(page, label, within)
  await control.evaluate((input) => {
    input.focus()
    if (input instanceof HTMLInputElement) input.select()
  })
  if (text === '') await page.keyboard.press('Backspace')
  else await page.keyboard.type(text)
  await page.keyboard.press('Tab')
}

export async function choose(page: Page, label: string, option: string, within?: string): Promise<void> {
  const control = await field(page, label, within)
  await control.evaluate((select, wanted) => {
    if (!(select instanceof HTMLSelectElement)) throw new Error('This field is not a select.')
    const found = [...select.options].find(({ textContent }) => textContent.trim() === wanted)
    if (!found) throw new Error(`There is no option “${wanted}”.`)
    select.value = found.value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  }, option)
}

/** Clicks the button with these words, or this title if it has none, once it exists; also in background tabs. */
export const click = (page: Page, words: string, within = 'body'): Promise<boolean> =>
  until(`there is a button “${words}”`, () =>
    page.evaluate(
      (root, wanted) => {
        const button = [...document.querySelectorAll<HTMLElement>(`${root} :is(button, a)`)].find(
          ({ textContent, title }) => (textContent.trim() || title) === wanted,
        )
        button?.click()
        return button !== undefined
      },
      within,
      words,
    ),
  )

/** Focuses the button with these words once it exists, and presses Enter, so that the focus starts on it. */
export async function press(page: Page, words: string | RegExp, within = 'body'): Promise<void> {
  const pattern = words instanceof RegExp ? words.source : null
  await until(`there is a button “${words}”`, () =>
    page.evaluate(
      (root, wanted, source) => {
        const button = [...document.querySelectorAll<HTMLElement>(`${root} :is(button, a)`)].find(
          ({ textContent, title }) => {
            const name = textContent.trim() || title
            return source === null ? name === wanted : new RegExp(source).test(name)
          },
        )
        button?.focus()
        return button !== undefined && document.activeElement === button
      },
      within,
      String(words),
      pattern,
    ),
  )
  await page.keyboard.press('Enter')
}

/** The label, the text or the title of the focused element. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const active = document.activeElement
    const labels = active && 'labels' in active ? [...((active.labels as NodeListOf<Element>) ?? [])] : []
    const [name = ''] = [...labels, active].map((element) => element?.textContent.trim() ?? '')
    return name || (active?.getAttribute('title') ?? '')
  })

/** The problem with a field's input, found through the attributes that a screen reader uses. */
export async function problemAt(page: Page, label: string, within?: string): Promise<string | null> {
  const control = await field(page, label, within)
  return control.evaluate((input) => {
    if (input.getAttribute('aria-invalid') !== 'true') return null
    const ids = input.getAttribute('aria-describedby')?.split(' ') ?? []
    const said = ids.map((id) => document.getElementById(id))
    return said.find((element) => element?.classList.contains('problem'))?.textContent ?? ''
  })
}

export const valueIn = async (page: Page, label: string, within?: string): Promise<string | boolean> => {
  const control = await field(page, label, within)
  return control.evaluate((input) =>
    input instanceof HTMLInputElement && input.type === 'checkbox' ? input.checked : input.value,
  )
}

export const textOf = (page: Page, selector: string): Promise<string | null> =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent.trim() ?? null, selector)

/** Presses Tab until the control with this label or the button with these words has the focus. */
export const tabTo = async (page: Page, words: string): Promise<void> => {
  const visited: string[] = []
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab')
    const names = await page.evaluate(() => {
      const active = document.activeElement
      const labels = active && 'labels' in active ? [...((active.labels as NodeListOf<Element>) ?? [])] : []
      return [...labels, active].map((element) => element?.textContent.trim() ?? '')
    })
    if (names.includes(words)) return
    visited.push(names[0] ?? '')
  }
  throw new Error(`Tab does not lead to “${words}”, only to ${visited.join(', ')}.`)
}
