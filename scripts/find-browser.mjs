/** Finds the browsers on this machine. Uses only Node built-ins, because set-up runs before anything is installed. */
import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const CHROMIUM = {
  override: 'ZEITWERT_CHROMIUM',
  commands: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'brave-browser',
  ],
  mac: ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'],
  windows: [
    'Chromium/Application/chrome.exe',
    'Google/Chrome/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
    'BraveSoftware/Brave-Browser/Application/brave.exe',
  ],
}

const FIREFOX = {
  override: 'ZEITWERT_FIREFOX',
  commands: ['firefox-esr', 'firefox'],
  mac: ['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'],
  windows: ['Mozilla Firefox/firefox.exe', 'Firefox Developer Edition/firefox.exe'],
  macBinary: 'firefox',
}

/** Bytes. A longer file is not a script that only starts another program. */
const LONGEST_SCRIPT = 64 * 1024

/** Path of a Chromium-based browser, or null. */
export const findChromium = () => find(CHROMIUM)

/** Path of Firefox, or null. */
export const findFirefox = () => find(FIREFOX)

/** Path of a program on PATH, or null. */
export const findCommand = (name) => onPath(name)[0] ?? null

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((directory) => join(directory, name))
    .filter(isExecutable)

function find(browser) {
  const chosen = process.env[browser.override]
  if (chosen) {
    if (existsSync(chosen)) return chosen
    throw new Error(`${browser.override} is set to ${chosen}, and there is no such file.`)
  }
  return candidates(browser).find((path) => isExecutable(path) && !isSnap(path)) ?? null
}

function candidates({ commands, mac, macBinary, windows }) {
  if (process.platform === 'win32') {
    return [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => windows.map((path) => join(folder, path)))
  }
  const linux = commands.flatMap(onPath)
  if (process.platform !== 'darwin') return linux
  return [...linux, ...mac.map((name) => `/Applications/${name}.app/Contents/MacOS/${macBinary ?? name}`)]
}

/**
 * A snap cannot open a profile in the temporary directory. A snap's command is a link to the program `snap` or,
 * in Ubuntu's packages, a script that starts a program in /snap/bin.
 */
function isSnap(path) {
  const inSnap = /\/snap(?:\/|$)/
  if (inSnap.test(path) || inSnap.test(realpathSync(path))) return true
  return statSync(path).size < LONGEST_SCRIPT && /^#!.*\/snap\/bin\//s.test(readFileSync(path, 'utf8'))
}

function isExecutable(path) {
  if (!existsSync(path) || !statSync(path).isFile()) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false // accessSync has no other way to say "no"
  }
}
