import { removeDirectory, temporaryDirectory } from './temporary-directory.ts'

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
