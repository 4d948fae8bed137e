/** Saves last week's statement in every format and as a PDF, as a person would. */
import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { collectDownloads } from '../../test/e2e/harness/downloads.ts'
import type { TestBrowser } from '../../test/e2e/harness/test-browser.ts'
import { until } from '../../test/e2e/harness/until.ts'
import { FOLDER, type Language, openBeside, ROOT } from './pictures.ts'

/** The page's buttons by the message on them, and the file that each saves. */
const FILES = [
  { button: 'save_markdown', ending: '.md', name: 'statement' },
  { button: 'save_csv', ending: '.csv', name: 'statement' },
  { button: 'save_spreadsheet', ending: '.spreadsheet.csv', name: 'statement' },
  { button: 'save_json', ending: '.json', name: 'statement' },
  { button: 'save_picture', ending: '.png', name: 'statement-card' },
] as const

/** Close to the default margins of browsers. */
const MARGINS = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' }

/** Saves all files. Reports each when it is written, relative to the root. */
export async function takeStatement(
  browser: TestBrowser,
  language: Language,
  onWritten: (file: string) => void,
): Promise<void> {
  const downloads = await collectDownloads(browser)
  const page = await openBeside(browser, 'dashboard.html#/week')
  await until('the findings and the buttons below them are there', () =>
    page.evaluate(() => document.querySelector('.take-along') !== null),
  )
  await mkdir(join(ROOT, FOLDER), { recursive: true })
  for (const { button, ending, name } of FILES) {
    await page.evaluate((message) => {
      const words = chrome.i18n.getMessage(message)
      const buttons = [...document.querySelectorAll<HTMLElement>(':is(.export-bar, .take-along) button')]
      const found = buttons.find(({ textContent }) => textContent.trim() === words)
      if (!found) throw new Error(`There is no button “${words}”.`)
      found.click()
    }, button)
    const { path } = await downloads.read(ending)
    const file = join(FOLDER, `${name}-${language}${ending}`)
    await copyFile(path, join(ROOT, file))
    onWritten(file)
  }
  const paper = join(FOLDER, `statement-${language}.pdf`)
  await page.pdf({ path: join(ROOT, paper), format: 'a4', margin: MARGINS })
  onWritten(paper)
  await page.close()
}
