import { launchChromium } from './chromium.ts'
import { launchFirefox } from './firefox.ts'
import type { LaunchOptions } from './launch-options.ts'

/** For `describe.each`: the rules that hold in both browsers. */
export const BROWSERS = [
  { name: 'Chromium', launch: launchChromium },
  { name: 'Firefox', launch: launchFirefox },
] as const

/** The same, for rules of what is there again when a browser starts with a profile that it knows. */
export const LASTING_BROWSERS = [
  { name: 'Chromium', launch: launchChromium },
  { name: 'Firefox', launch: (options: LaunchOptions) => launchFirefox({ ...options, persistent: true }) },
] as const
