/** Finds the programs that a purpose needs and installs missing ones with apt-get. */
import { findChromium, findCommand, findFirefox } from '../find-browser.mjs'
import { canUseApt, installPackages, lacksLanguage } from './apt.mjs'
import { say } from './say.mjs'

const CHROMIUM = {
  what: 'a Chromium-based browser (Chromium, Chrome, Edge or Brave)',
  isThere: () => findChromium() !== null,
  packages: ['chromium', 'chromium-l10n', 'fonts-dejavu'],
}
const FIREFOX = {
  what: 'Firefox',
  isThere: () => findFirefox() !== null,
  packages: ['firefox-esr', 'firefox-esr-l10n-de', 'fonts-dejavu'],
}
const ANY_BROWSER = {
  what: `${CHROMIUM.what} or Firefox`,
  isThere: () => CHROMIUM.isThere() || FIREFOX.isThere(),
  packages: CHROMIUM.packages,
}
/** Debian packages its browsers' languages separately. Other builds include them, even at the same path. */
const germanFor = (what, find, debianPackage, languagePack) => ({
  what: `${what} in German (${languagePack})`,
  isThere: () => find() !== `/usr/bin/${debianPackage}` || !lacksLanguage(debianPackage, languagePack),
  packages: [languagePack],
})
const program = (command, debianPackage) => ({
  what: command,
  isThere: () => findCommand(command) !== null,
  packages: [debianPackage],
})

const NEEDS = {
  check: [],
  start: [ANY_BROWSER],
  test: [
    CHROMIUM,
    FIREFOX,
    germanFor('Chromium', findChromium, 'chromium', 'chromium-l10n'),
    germanFor('Firefox', findFirefox, 'firefox-esr', 'firefox-esr-l10n-de'),
    program('Xvfb', 'xvfb'),
    program('openbox', 'openbox'),
    program('xdotool', 'xdotool'),
  ],
}

/** Returns an exit code. */
export function installPrograms(purpose) {
  if (purpose === 'test' && process.platform !== 'linux') {
    say('the browser tests need Linux with Xvfb; `npm run check` runs all others.')
    return 1
  }
  const missing = missingFor(purpose)
  if (missing.length === 0) return 0
  const packages = [...new Set(missing.flatMap((need) => need.packages))]
  say(`missing: ${list(missing)}.`)

  if (!canUseApt()) {
    say(findCommand('apt-get') ? `install it with: sudo apt-get install ${packages.join(' ')}` : BY_HAND)
    return 1
  }
  const code = installPackages(packages)
  if (code !== 0) return code
  const still = missingFor(purpose)
  if (still.length === 0) return 0
  say(`this system’s packages did not provide ${list(still)}. ${BY_HAND}`)
  return 1
}

const BY_HAND =
  'Install it (not as a snap, which cannot open a profile in the temporary directory), ' +
  'or point ZEITWERT_CHROMIUM or ZEITWERT_FIREFOX at a browser elsewhere, then try again.'

const missingFor = (purpose) => NEEDS[purpose].filter((need) => !need.isThere())

const list = (needs) => needs.map((need) => need.what).join(', ')
