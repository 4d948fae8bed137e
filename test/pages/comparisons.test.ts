/** The first line of each page: its finding, in one sentence. */
import { beforeAll, describe, expect, test } from 'vitest'
import { until } from '../e2e/harness/until.ts'
import { openOwnPage, textOf } from '../e2e/own-page.ts'
import { seedComparisons } from './comparisons-page.ts'
import { PLACES } from './harness/page-scene.ts'

describe.each(
  PLACES.flatMap(({ name, usePages }) => (['en', 'de'] as const).map((lang) => ({ name, usePages, lang }))),
)('$name in $lang', ({ usePages, lang }) => {
  const scene = usePages({ lang })

  beforeAll(() => seedComparisons(scene.browser))

  test('each page begins with its finding in one sentence', async () => {
    const words = {
      en: {
        '#/today': /^Your time returned €.+ (?:more|less) than it cost, mainly from .+\.$/,
        '#/week': /^An hour of your attention earned €.+ than usual, at a price of €.+, partly assumed\./,
        '#/trends/last-week': /^\d+.h.\d+.min.+\.$/,
        '#/sites/last-week':
          /^\d sites in \d+.h.\d+.min \(.+ (?:more|less) than before\), \d of them at a loss, together €.+, partly assumed\.$/,
      },
      de: {
        '#/today':
          /^Deine Zeit hat .+\s€ (?:mehr|weniger) gebracht, als sie gekostet hat, vor allem durch .+\.$/,
        '#/week':
          /^Eine Stunde deiner Aufmerksamkeit hat .+ als sonst, bei einem Preis von .+, teils geschätzt\./,
        '#/trends/last-week': /^\d+.h.\d+.min.+\.$/,
        '#/sites/last-week':
          /^\d Websites in \d+.h.\d+.min \(.+ (?:mehr|weniger) als vorher\), \d davon im Minus, zusammen .+, teils geschätzt\.$/,
      },
    }[lang]
    for (const [path, sentence] of Object.entries(words)) {
      const page = await openOwnPage(scene.browser, `dashboard.html${path}`)
      const said = await until('the finding is there', () => textOf(page, '.lead'))
      expect(said).toMatch(sentence)
      const isFirst = await page.evaluate(() => {
        const [lead, figures] = [
          document.querySelector('.lead'),
          document.querySelector('main dl, main table'),
        ]
        return lead && figures && (lead.compareDocumentPosition(figures) & 4) > 0
      })
      expect(isFirst).toBe(true)
      await page.close()
    }
  })
})
