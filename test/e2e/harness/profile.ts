import { type Browser, launch, type LaunchOptions } from 'puppeteer-core'
import { actLast } from './at-end.ts'
import { removeDirectory, temporaryDirectory } from './temporary-directory.ts'

/** The directory where a browser stores its data. */
export interface Profile {
  readonly directory: string
  /** Deletes it, unless it belongs to the test. */
  release(): Promise<void>
}

export async function profileIn(directory: string | undefined): Promise<Profile> {
  if (directory !== undefined) return { directory, release: async () => {} }
  const own = await temporaryDirectory('profile')
  return { directory: own, release: () => removeDirectory(own) }
}

/** Starts a browser in a profile. Releases the profile if the browser does not start. */
export async function launchIn(profile: Profile, options: LaunchOptions): Promise<Browser> {
  try {
    const driver = await launch({ ...options, userDataDir: profile.directory })
    actLast()
    return driver
  } catch (error) {
    await profile.release()
    throw error
  }
}
