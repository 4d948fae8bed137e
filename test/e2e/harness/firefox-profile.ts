/**
 * Makes a profile that Firefox has used once, while the first tests run. Tests start from copies of it: what Firefox
 * sets up in a new profile takes a third of the processor time of a start.
 */
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFirefox } from '../../../scripts/find-browser.mjs'
import { launchIn } from './profile.ts'
import { removeDirectory, temporaryDirectory } from './temporary-directory.ts'
import { until } from './until.ts'

const VARIABLE = 'ZEITWERT_USED_FIREFOX_PROFILE'

/** How long Firefox takes to write what it compiled; it does not tell when it has. */
const CACHES_MS = 8_000

/** How long a test waits for the profile. */
const LONGEST_MS = 50_000

async function use(directory: string, executablePath: string): Promise<void> {
  const driver = await launchIn(
    { directory, release: async () => {} },
    {
      browser: 'firefox',
      executablePath,
      headless: true,
      // What is compiled in another language is of no use.
      extraPrefsFirefox: { 'intl.locale.requested': 'en' },
    },
  )
  await sleep(CACHES_MS)
  await driver.close()
}

/** Vitest calls this before the tests, and the function that it returns after them. */
export default async function makeProfile(): Promise<() => Promise<void>> {
  const executablePath = findFirefox()
  if (!executablePath) return async () => {}
  const directory = await temporaryDirectory('used-profile')
  const [making, made] = [join(directory, 'making'), join(directory, 'made')]
  await mkdir(making)
  process.env[VARIABLE] = made
  const whenMade = use(making, executablePath).then(
    () => rename(making, made),
    async (error: unknown) => {
      console.warn('Firefox starts from new profiles, because none could be made:', error)
      await mkdir(made)
    },
  )
  return async () => {
    await whenMade
    await removeDirectory(directory)
  }
}

/** Fills an empty directory with a copy of the used profile, if one is made. */
export async function fillProfile(directory: string): Promise<void> {
  const made = process.env[VARIABLE]
  if (made === undefined || (await readdir(directory)).length > 0) return
  await until('Firefox has used a profile', () => existsSync(made), LONGEST_MS)
  await cp(made, directory, { recursive: true, filter: (path) => !path.endsWith('lock') })
}
