import { expect, test } from 'vitest'
import { assetsOf, BUILDS, files, gzipped, read, withImports } from './built'

const KB = 1000

// Guards against accidents: time and memory are bounded by `npm run bench`.

test.each(BUILDS)('%s: the popup’s scripts and styles are at most 75 kB gzip', (build) => {
  expect(gzipped(build, assetsOf(build, 'popup.html'))).toBeLessThanOrEqual(75 * KB)
})

test.each(BUILDS)('%s: the worker is at most 150 kB gzip', (build) => {
  expect(gzipped(build, ['background.js'])).toBeLessThanOrEqual(150 * KB)
})

test.each(BUILDS)('%s: the dashboard’s first screen is at most 130 kB gzip', (build) => {
  expect(gzipped(build, assetsOf(build, 'dashboard.html'))).toBeLessThanOrEqual(130 * KB)
})

test.each(BUILDS)(
  '%s: the dashboard’s first screen loads at most 10 files, and each other page 20',
  (build) => {
    const firstScreen = assetsOf(build, 'dashboard.html')
    expect(firstScreen.length).toBeLessThanOrEqual(10)
    const pages = files(build).filter((path) => /\/[a-z]+-page-[^/]*\.js$/.test(path))
    expect(pages.length).toBeGreaterThanOrEqual(6)
    for (const page of pages)
      expect(withImports(build, [...firstScreen, page]).length, page).toBeLessThanOrEqual(20)
  },
)

test.each(BUILDS)(
  '%s: every script is in ASCII, so that the engine keeps it with one byte a sign',
  (build) => {
    const scripts = files(build).filter((path) => path.endsWith('.js'))
    expect(scripts.filter((path) => /[^\0-\x7f]/.test(read(build, path)))).toEqual([])
  },
)

test.each(BUILDS)('%s: every style belongs to a page; code loaded later brings none', (build) => {
  const pages = files(build).filter((path) => path.endsWith('.html'))
  const loaded = new Set(pages.flatMap((page) => assetsOf(build, page)))
  expect(files(build).filter((path) => path.endsWith('.css') && !loaded.has(path))).toEqual([])
})
