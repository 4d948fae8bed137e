/** Opens the built extension in a fresh browser profile, and stays until that browser is closed. */
import { once } from 'node:events'
import { basename } from 'node:path'
import { type Browser, launch, type LaunchOptions } from 'puppeteer-core'
import { builtExtension } from '../../test/e2e/harness/built-extension.ts'
import { removeDirectory, temporaryDirectory } from '../../test/e2e/harness/temporary-directory.ts'
import { findChromium, findFirefox } from '../find-browser.mjs'
import { reasonOf } from './reason.ts'

const isRoot = process.platform === 'linux' && process.getuid?.() === 0

/** A browser as a person has it: nothing that drivers do to browsers under test. */
const AS_EVER: LaunchOptions = {
  headless: false,
  defaultViewport: null,
  waitForInitialPage: false,
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
}

/** Through the debugging pipe: Chrome itself loads no extension that is named on its command line. */
const openChromium = (executablePath: string, profile: string): Promise<Browser> =>
  launch({
    ...AS_EVER,
    executablePath,
    pipe: true,
    enableExtensions: [builtExtension('chrome-mv3')],
    targetFilter: () => false, // a driver that attaches to the worker would keep it awake
    ignoreDefaultArgs: true,
    args: [
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--enable-unsafe-extension-debugging', // older versions ask for it
      '--password-store=basic', // no question about a keyring
      '--use-mock-keychain',
      ...(isRoot ? ['--no-sandbox'] : []), // root has none
    ],
  })

async function openFirefox(executablePath: string, profile: string): Promise<Browser> {
  const browser = await launch({
    ...AS_EVER,
    browser: 'firefox',
    executablePath,
    userDataDir: profile,
    extraPrefsFirefox: { 'focusmanager.testmode': false }, // else it would never lose the focus
  })
  await browser.installExtension(builtExtension('firefox-mv3'))
  return browser
}

async function open(executablePath: string, profile: string): Promise<void> {
  const browser = await (isFirefox ? openFirefox : openChromium)(executablePath, profile)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void browser.close())
  console.log(
    `Zeitwert runs in ${basename(executablePath)}, in a profile of its own that is removed afterwards.\n` +
      'Its icon waits behind the puzzle piece at the right of the address bar, where it can be pinned.\n' +
      'Close the browser, or press Ctrl-C here, to end.',
  )
  const child = browser.process()
  if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

const isFirefox = process.argv[2] === 'firefox'
const executablePath = isFirefox ? findFirefox() : findChromium()
const profile = await temporaryDirectory('start')
try {
  if (executablePath) await open(executablePath, profile)
  console.log('Closed.')
} catch (error) {
  console.error(
    `The browser could not be opened: ${reasonOf(error)}\nWithout a window: npm start -- --headless`,
  )
  process.exitCode = 1
} finally {
  await removeDirectory(profile)
}
