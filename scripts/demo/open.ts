/** Opens the built extension in a fresh browser profile and waits until the browser is closed. */
import { once } from 'node:events'
import { basename } from 'node:path'
import { type Browser, launch, type LaunchOptions } from 'puppeteer-core'
import { builtExtension } from '../../test/e2e/harness/built-extension.ts'
import { removeDirectory, temporaryDirectory } from '../../test/e2e/harness/temporary-directory.ts'
import { findChromium, findFirefox } from '../find-browser.mjs'
import { reasonOf } from './reason.ts'

const isRoot = process.platform === 'linux' && process.getuid?.() === 0

/** Options for a browser as people use it, without a driver's test settings. */
const AS_USED: LaunchOptions = {
  headless: false,
  defaultViewport: null,
  waitForInitialPage: false,
  handleSIGINT: false,
  handleSIGTERM: false,
  handleSIGHUP: false,
}

/** Loads the extension through the debugging pipe, because Chrome ignores `--load-extension`. */
const openChromium = (executablePath: string, profile: string): Promise<Browser> =>
  launch({
    ...AS_USED,
    executablePath,
    pipe: true,
    enableExtensions: [builtExtension('chrome-mv3')],
    targetFilter: () => false, // a driver that attaches to the worker would keep it awake
    ignoreDefaultArgs: true,
    args: [
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--enable-unsafe-extension-debugging', // older versions require it
      '--password-store=basic', // do not ask for a keyring
      '--use-mock-keychain',
      ...(isRoot ? ['--no-sandbox'] : []), // the sandbox does not work for root
    ],
  })

async function openFirefox(executablePath: string, profile: string): Promise<Browser> {
  const browser = await launch({
    ...AS_USED,
    browser: 'firefox',
    executablePath,
    userDataDir: profile,
    extraPrefsFirefox: { 'focusmanager.testmode': false }, // otherwise it never loses focus
  })
  await browser.installExtension(builtExtension('firefox-mv3'))
  return browser
}

async function open(executablePath: string, profile: string): Promise<void> {
  const browser = await (isFirefox ? openFirefox : openChromium)(executablePath, profile)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void browser.close())
  console.log(
    `Zeitwert runs in ${basename(executablePath)}, in a temporary profile that is deleted afterwards.\n` +
      'Find its icon under the puzzle piece to the right of the address bar, where you can pin it.\n' +
      'Close the browser or press Ctrl-C here to stop.',
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
