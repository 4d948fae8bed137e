/** The form of a rule, as the tests of it open and read it. */
import type { Page } from 'puppeteer-core'
import type { PageHost } from '../e2e/harness/page-host.ts'
import { until } from '../e2e/harness/until.ts'
import { click, openOwnPage, textOf } from '../e2e/own-page.ts'

export async function openForm(browser: PageHost, words = 'New rule'): Promise<Page> {
  const page = await openOwnPage(browser, 'dashboard.html#/firewall')
  await click(page, words)
  await until('the form is there', () => textOf(page, '.rule-form'))
  return page
}

interface Combobox {
  expanded: string | null | undefined
  options: string[]
  active: string | null
  selected: number
}

/** What assistive technology is told of the field for what the rule is about. */
export const combobox = (page: Page): Promise<Combobox> =>
  page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('.sentence [role=combobox]')
    const list = document.getElementById(input?.getAttribute('aria-controls') ?? '')
    const active = document.getElementById(input?.getAttribute('aria-activedescendant') ?? '')
    const options = [...(list?.querySelectorAll('[role=option]') ?? [])]
    return {
      expanded: input?.getAttribute('aria-expanded'),
      options: options.map((option) => option.querySelector('.name')?.textContent ?? ''),
      active: active?.querySelector('.name')?.textContent ?? null,
      selected: options.filter((option) => option.getAttribute('aria-selected') === 'true').length,
    }
  })

export const chips = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.sentence .chip')].map(({ firstChild }) => firstChild?.textContent ?? ''),
  )
