/** Draws the icons' PNG files from their SVG sources. Run it by hand after changing one. */
import { readFile, writeFile } from 'node:fs/promises'
import puppeteer from 'puppeteer-core'
import { findChromium } from './find-browser.mjs'

const SIZES = { recording: [16, 32, 48, 128], paused: [16, 32], failing: [16, 32], lost: [16, 32] }
const folder = new URL('../public/icons/', import.meta.url)

const executablePath = findChromium()
if (!executablePath) throw new Error('drawing the icons needs a Chromium browser')
const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] })
try {
  const page = await browser.newPage()
  for (const [mark, sizes] of Object.entries(SIZES)) {
    const svg = await readFile(new URL(`${mark}.svg`, folder), 'utf8')
    for (const size of sizes) {
      await page.setViewport({ width: size, height: size })
      await page.setContent(
        `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      )
      const png = await page.screenshot({ omitBackground: true })
      await writeFile(new URL(`${mark}-${size}.png`, folder), png)
    }
  }
} finally {
  await browser.close()
}
