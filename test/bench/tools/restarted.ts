/** A browser that was installed into, closed and started again: the process of the extension has shown no page. */
import { builtExtension } from '../../e2e/harness/built-extension.ts'
import { launchChromium } from '../../e2e/harness/chromium.ts'
import { removeDirectory, temporaryDirectory } from '../../e2e/harness/temporary-directory.ts'
import { emptyExtension } from './empty-extension.ts'
import { TEXT_PAGES } from './busy.ts'
import { dismissWelcome, openStage, type Stage, visit, wait } from './stage.ts'

/** The first looks are saved by then. */
const SETTLE_MS = 4_000

export interface LastingStage extends Stage {
  readonly profile: string
  restart(): Promise<void>
}

/** Straight after the install, with the welcome page closed. */
async function openLasting(extensionDir: string, hasWelcome: boolean): Promise<LastingStage> {
  const profile = await temporaryDirectory('lasting')
  const stage = await openStage(launchChromium, { extensionDir, userDataDir: profile, pages: TEXT_PAGES })
  const { stop } = stage
  const lasting = Object.assign(stage, {
    profile,
    restart: async () => {
      await stage.browser.close()
      await stage.launchAgain()
    },
    stop: async () => {
      await stop()
      await removeDirectory(profile)
    },
  })
  if (hasWelcome) await dismissWelcome(stage.browser)
  await visit(stage.browser, 'https://www.zeit.de/')
  await wait(SETTLE_MS)
  return lasting
}

export const openLastingZeitwert = (extensionDir = builtExtension('chrome-mv3')): Promise<LastingStage> =>
  openLasting(extensionDir, true)

export const openLastingEmpty = async (): Promise<LastingStage> =>
  openLasting(await emptyExtension('chrome-mv3'), false)
