/** All temporary files of a run lie in one directory, because a worker that ends late is killed and removes nothing. */
import { endLeft } from './end-left.ts'
import { removeDirectory, temporaryDirectory } from './temporary-directory.ts'

/** Vitest calls this before the tests, and the function that it returns after them. */
export default async function makeRunDirectory(): Promise<() => Promise<void>> {
  const directory = await temporaryDirectory('run')
  process.env['TMPDIR'] = directory
  return async () => {
    endLeft(directory)
    await removeDirectory(directory)
  }
}
