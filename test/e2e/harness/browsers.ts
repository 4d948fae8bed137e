import { launchChromium } from './chromium.ts'
import { launchFirefox } from './firefox.ts'
import type { LaunchOptions } from './launch-options.ts'

/** Both browsers, for `describe.each`. */
export const BROWSERS = [
  { name: 'Chromium', launch: launchChromium },
  { name: 'Firefox', launch: launchFirefox },
] as const

/** Both browsers, with the extension still installed when they restart with the same profile. */
export const LASTING_BROWSERS = [
  { name: 'Chromium', launch: launchChromium },
  { name: 'Firefox', launch: (options: LaunchOptions) => launchFirefox({ ...options, persistent: true }) },
] as const
