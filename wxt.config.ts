import type { Plugin } from 'vite'
import { defineConfig } from 'wxt'

/** No page and no worker can fetch or load anything foreign: a test shows it in both browsers. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const recordingIcons = (...sizes: number[]): Record<number, string> =>
  Object.fromEntries(sizes.map((size) => [size, `icons/recording-${size}.png`]))

const PERMISSIONS = [
  'tabs',
  'idle',
  'alarms',
  'storage',
  'unlimitedStorage',
  'notifications',
  'contextMenus',
] as const

/**
 * What opens by itself, from the lightest to the heaviest; the last one brings the public suffixes. The style of every
 * page and a module of WXT without content are in the first one.
 */
const LAYERS = {
  popup: /popup[\\/]popup\.tsx|platform[\\/]page\.ts|components[\\/]theme\.css|wxt-html-plugins/,
  limits: /popup[\\/]popup-limits\.tsx/,
  backup: /dashboard[\\/]save-weekly-backup\.tsx/,
  dashboard: /dashboard[\\/](?:dashboard\.tsx|styles\.ts)/,
  wall: /wall[\\/]wall\.tsx/,
  welcome: /welcome[\\/]welcome\.tsx/,
  focus: /popup[\\/]popup-focus\.tsx/,
}

/** Only two pages draw charts. */
const CHARTS = /chart\.js|components[\\/]trends/

/**
 * Puts what pages share into few chunks: each file costs the browser a request, and the settings would load sixty. A
 * layer holds all that it imports, except what an earlier one holds. None may hold the code with which a page begins:
 * it would run in every page that loads the layer. The worker is one file anyway.
 */
const fewChunks: Plugin = {
  name: 'zeitwert:few-chunks',
  outputOptions: (options) =>
    options.format === 'es'
      ? {
          ...options,
          codeSplitting: {
            groups: [
              ...Object.entries(LAYERS).map(([name, test], index, { length }) => ({
                name,
                test,
                priority: length - index,
              })),
              { name: 'pages', test: (id: string) => !CHARTS.test(id), minShareCount: 2 },
            ],
          },
        }
      : null,
  generateBundle: (_options, bundle) => {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
    const starts = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName))
    for (const { fileName, imports } of chunks)
      if (imports.some((imported) => starts.has(imported)))
        throw new Error(`${fileName} imports the beginning of another page, and would run it.`)
  },
}

/**
 * Writes signs outside ASCII by their number. One such sign makes the engine keep all of a script with two bytes
 * for each sign: 0.4 MiB more in the worker.
 */
const inAscii: Plugin = {
  name: 'zeitwert:in-ascii',
  enforce: 'post',
  generateBundle: (_options, bundle) => {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk')
        file.code = file.code.replaceAll(/(\\*)([^\0-\x7f])/g, (_, before: string, sign: string) => {
          if (before.length % 2 === 1) throw new Error(`Write ${sign} without a backslash before it.`)
          return `${before}\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
        })
  },
}

/** No browser uses Alt and Shift with these letters, for a menu or otherwise. On a Mac, Option with a letter types a sign. */
const keys = (letter: string) => ({
  suggested_key: { default: `Alt+Shift+${letter}`, mac: `MacCtrl+Shift+${letter}` },
})

const COMMANDS = {
  _execute_action: keys('Y'),
  pause: { ...keys('U'), description: '__MSG_command_pause__' },
  limit: { ...keys('K'), description: '__MSG_command_limit__' },
  focus: { ...keys('J'), description: '__MSG_command_focus__' },
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [...PERMISSIONS, ...(browser === 'firefox' ? [] : ['favicon'])],
    // Given and taken back in the settings, for backups that come when no page is open.
    optional_permissions: ['downloads', ...(browser === 'firefox' ? [] : ['offscreen'])],
    icons: recordingIcons(16, 32, 48, 128),
    action: { default_icon: recordingIcons(16, 32) },
    commands: COMMANDS,
    ...(mode === 'production' && {
      content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'zeitwert@zeitwert.app',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
  hooks: {
    'build:manifestGenerated': (_wxt, manifest) => {
      // Chromium keeps every function of a worker compiled, used or not, unless the worker is a module.
      if (manifest.background && 'service_worker' in manifest.background) manifest.background.type = 'module'
    },
  },
  vite: () => ({
    build: {
      // Both browsers know modulepreload, and its polyfill would fetch, which the policy forbids.
      modulePreload: { polyfill: false },
      // Vite's default copies the public suffix list into every place that reads it: 65 kB gzip more in the worker.
      rolldownOptions: { optimization: { inlineConst: false } },
    },
    plugins: [fewChunks, inAscii],
    worker: { plugins: () => [inAscii] },
  }),
})
