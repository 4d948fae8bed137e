/** Checks which folder may import which, and what no file may use. */
import { readFileSync } from 'node:fs'
import { dirname, posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsIn, sourcesIn } from './fixtures/sources'

const root = dirname(import.meta.dirname)

const FOLDERS = ['entrypoints', 'platform', 'storage', 'components', 'domain'] as const
type Folder = (typeof FOLDERS)[number]

/** What a folder may import besides itself: our folders, and packages by exact name. */
const MAY_IMPORT: Record<Folder, { ours: readonly string[]; packages: readonly string[] }> = {
  entrypoints: {
    ours: ['platform', 'storage', 'components', 'domain'],
    packages: [
      'preact',
      'preact/hooks',
      'wxt/browser',
      'wxt/utils/define-background',
      'wxt/utils/define-unlisted-script',
    ],
  },
  platform: { ours: ['domain'], packages: ['wxt/browser'] },
  storage: { ours: ['domain'], packages: ['wxt/browser'] },
  components: { ours: ['domain', 'platform/i18n'], packages: ['preact', 'preact/hooks', 'chart.js'] },
  domain: {
    ours: [],
    packages: ['punycode/', 'valibot', 'papaparse', '@noble/hashes/sha2.js', '@noble/hashes/utils.js'],
  },
}

/** Allowed exceptions: the type of message keys comes from the English file. */
const EXCEPTIONS = new Set(['platform/i18n.ts → public/_locales/en/messages.json'])

interface Source {
  path: string
  folder: Folder
  text: string
}

const sources: Source[] = FOLDERS.flatMap((folder) =>
  sourcesIn(root, folder).map((path) => ({
    path,
    folder,
    text: readFileSync(`${root}/${path}`, 'utf8'),
  })),
)
const modules = sources.filter(({ path }) => /\.tsx?$/.test(path))

/** The lists of the catalogue, which are data and no code. */
const isCatalogData = (path: string): boolean =>
  path.startsWith('domain/surface/catalog/') &&
  !/\/(?:catalog|entry|match-surface|passes-on|rows)\.ts$/.test(path)

/** The target of an import: a path from the root for our files, the name for a package. */
const target = (path: string, name: string): string =>
  name.startsWith('.') ? posix.join(posix.dirname(path), name) : name

const isAllowed = ({ path, folder }: Source, name: string): boolean => {
  const to = target(path, name)
  if (EXCEPTIONS.has(`${path} → ${to}`)) return true
  const { ours, packages } = MAY_IMPORT[folder]
  if (!name.startsWith('.')) return packages.includes(name)
  return [folder, ...ours].some((allowed) => to === allowed || to.startsWith(`${allowed}/`))
}

/** `file: what` for each place where the pattern occurs. */
const occurrences = (files: readonly Source[], pattern: RegExp): string[] =>
  files.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([found]) => `${path}: ${found}`))

describe('this test', () => {
  test('finds the files of every folder and the imports in them', () => {
    for (const folder of FOLDERS) {
      const own = modules.filter((source) => source.folder === folder)
      expect(own.length).toBeGreaterThan(3)
      expect(own.flatMap(({ text }) => importsIn(text)).length).toBeGreaterThan(3)
    }
  })

  test.each([
    ["import { a } from '../domain/a'", '../domain/a'],
    ["import type { A } from 'preact'", 'preact'],
    ["import {\n  a,\n  type B,\n} from './b'", './b'],
    ["import './popup.css'", './popup.css'],
    ["const { default: p } = await import('punycode/')", 'punycode/'],
    ["export * from './c'", './c'],
  ])('reads %j', (text, name) => {
    expect(importsIn(text)).toEqual([name])
  })

  test.each([
    ['domain/a.ts', 'domain', './b', true],
    ['domain/surface/catalog/a.ts', 'domain', '../kind', true],
    ['domain/a.ts', 'domain', '../storage/base/db', false],
    ['domain/a.ts', 'domain', 'preact', false],
    ['storage/a.ts', 'storage', '../platform/look', false],
    ['platform/a.ts', 'platform', '../storage/base/db', false],
    ['components/popup/a.tsx', 'components', '../../platform/i18n', true],
    ['components/popup/a.tsx', 'components', '../../platform/look', false],
    ['components/popup/a.tsx', 'components', '../../storage/live', false],
    ['components/a.tsx', 'components', 'wxt/browser', false],
    ['entrypoints/popup/a.tsx', 'entrypoints', '../../storage/live', true],
    ['storage/a.ts', 'storage', '../entrypoints/background/report', false],
  ] as const)('from %s (%s) to %s: %s', (path, folder, name, allowed) => {
    expect(isAllowed({ path, folder, text: '' }, name)).toBe(allowed)
  })
})

describe('entrypoints → { platform, storage, components } → domain', () => {
  test.each(FOLDERS)('%s imports nothing else', (folder) => {
    const wrong = modules
      .filter((source) => source.folder === folder)
      .flatMap((source) =>
        importsIn(source.text)
          .filter((name) => !isAllowed(source, name))
          .map((name) => `${source.path} → ${target(source.path, name)}`),
      )
    expect(wrong).toEqual([])
  })

  test('storage uses no browser API except the storage areas', () => {
    const storage = modules.filter(({ folder }) => folder === 'storage')
    expect(occurrences(storage, /\bbrowser\.(?!storage\b)\w+/g)).toEqual([])
  })
})

test('the lists of this test name nothing that is not there', () => {
  const arrows = new Set(
    modules.flatMap(({ path, folder, text }) =>
      importsIn(text).flatMap((name) => [
        `${path} → ${target(path, name)}`,
        `${folder} ${target(path, name)}`,
      ]),
    ),
  )
  const packages = FOLDERS.flatMap((folder) => MAY_IMPORT[folder].packages.map((name) => `${folder} ${name}`))
  expect([...EXCEPTIONS, ...packages].filter((arrow) => !arrows.has(arrow))).toEqual([])
  const code = modules.filter(
    ({ path }) => path.startsWith('domain/surface/catalog/') && !isCatalogData(path),
  )
  expect(code.map(({ path }) => path.split('/').at(-1))).toEqual([
    'catalog.ts',
    'entry.ts',
    'match-surface.ts',
    'passes-on.ts',
    'rows.ts',
  ])
})

test('domain uses no clock, time zone, browser or network', () => {
  const domain = modules.filter(({ folder, path }) => folder === 'domain' && !isCatalogData(path))
  const forbidden =
    /Date\.now|new Date\(\s*\)|DateTimeFormat|getTimezoneOffset|\.(?:get|set)(?:Hours|Minutes|Date|Day|Month|FullYear)\(|\b(?:navigator|fetch|performance|setTimeout|setInterval|globalThis|window\.|document\.|localStorage|Math\.random|crypto)\b/g
  expect(occurrences(domain, forbidden)).toEqual([])
})

test('no code makes a request, not even on uninstall', () => {
  const forbidden =
    /\bfetch\(|XMLHttpRequest|WebSocket|WebTransport|RTCPeerConnection|sendBeacon|EventSource|importScripts|\b(?:browser|chrome)\.downloads\b|\bdownloads\b.*= (?:browser|chrome)\b|sendNativeMessage|connectNative|setUninstallURL|http-equiv/g
  const found = occurrences(sources, forbidden)
  // It refuses every address but those of our own files (see test/platform/downloads.test.ts).
  expect(found.filter((one) => one !== 'platform/downloads.ts: browser.downloads')).toEqual([])
})

/** A call without an address: it activates or mutes a tab, or opens the browser's new tab page. */
const WITHOUT_ADDRESS = /^(?:\w+, )?\{ (?:active: true|muted|windowId: [\w.]+) \}/

/** The one place that returns a tab to the address it had before the wall. */
const BACK = 'platform/tabs.ts: tabs.update(id, { url: address }))'

/** Chromium's own page for the keys of extensions. */
const KEYS = "platform/shortcuts.ts: tabs.create({ url: 'chrome://extensions/shortcuts' })"

describe('tabs and windows navigate only to our own pages, a blank page, a new tab, the browser’s keys, or back from the wall', () => {
  const places =
    /(?:\blocation(?:\.href)?\s*=(?!=)|\b(?:location\.(?:assign|replace)|tabs\.(?:create|update)|windows\.create|window\.open)\()\s*(?<to>[^;\n]*)/g
  /** Whether the call names one of our own pages, the blank page or the new tab page literally. */
  const isOwn = (to: string) =>
    /^(?:\w+, )?(?:\{ url: )?(?:'(?:\/(?!\/)|#\/|about:blank'|chrome:\/\/newtab\/')|`\/dashboard\.html#)/.test(
      to,
    )
  const wrongTargets = (files: readonly Source[]): string[] =>
    files.flatMap(({ path, text }) =>
      [...text.matchAll(places)]
        .filter(({ groups }) => !isOwn(groups?.['to'] ?? '') && !WITHOUT_ADDRESS.test(groups?.['to'] ?? ''))
        .map(([found]) => `${path}: ${found}`),
    )

  test.each([
    ["browser.tabs.create({ url: '/welcome.html' })", true],
    ["browser.tabs.update(id, { url: '/wall.html' })", true],
    ["location.replace('#/today')", true],
    ['browser.tabs.create({ url: `/dashboard.html#/${page}` })', true],
    ['browser.tabs.create({ url: `/${page}` })', false],
    ['if (location === other)', true],
    ["browser.tabs.update(id, { url: 'about:blank' })", true],
    ["browser.tabs.update(id, { url: 'chrome://newtab/' })", true],
    ["browser.tabs.update(id, { url: 'chrome://settings/' })", false],
    ['browser.tabs.update(id, { active: true })', true],
    ['browser.tabs.create({ windowId: tab.windowId })', true],
    ["browser.tabs.create({ url: 'https://example.org/' })", false],
    ["browser.tabs.create({ url: '//example.org/' })", false],
    ['browser.tabs.update(id, { url })', false],
    ['browser.windows.create({ url: address })', false],
    ["location.href = 'https://example.org/'", false],
    ['location = address', false],
    ['location.assign(address)', false],
    ['window.open(address)', false],
  ])('%s is allowed: %s', (text, allowed) => {
    expect(wrongTargets([{ path: 'a.ts', folder: 'entrypoints', text }]).length).toBe(allowed ? 0 : 1)
  })

  test('in every module', () => {
    expect(wrongTargets(modules).toSorted()).toEqual([KEYS, BACK])
  })
})

test('nothing is loaded from the web; only links lead there', () => {
  const remote = /(?:src|action|srcset)\s*=\s*["']https?:|@import|url\(\s*["']?https?:/g
  expect(occurrences(sources, remote)).toEqual([])
})

test('no file is longer than 250 lines, except lists of the catalogue', () => {
  const long = sources
    .filter(({ path }) => !isCatalogData(path))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 250)
  expect(long).toEqual([])
})
