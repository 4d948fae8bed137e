import { type Browser, launch, type LaunchOptions } from 'puppeteer-core'
import { removeDirectory, removeLeftLast, temporaryDirectory } from './temporary-directory.ts'

/** Where a browser keeps what it knows. */
export interface Profile {
  readonly directory: string
  /** Removes it, unless it belongs to the test. */
  release(): Promise<void>
}

export async function profileIn(directory: string | undefined): Promise<Profile> {
  if (directory !== undefined) return { directory, release: async () => {} }
  const own = await temporaryDirectory('profile')
  return { directory: own, release: () => removeDirectory(own) }
}

/** Starts a browser in a profile, which is released if the browser does not start. */
export async function launchIn(profile: Profile, options: LaunchOptions): Promise<Browser> {
  try {
    const driver = await launch({ ...options, userDataDir: profile.directory })
    removeLeftLast()
    return driver
  } catch (error) {
    await profile.release()
    throw error
  }
}
