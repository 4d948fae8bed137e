import { launchChromium } from './chromium.ts'
import { launchFirefox } from './firefox.ts'

/** For `describe.each`: the rules that hold in both browsers. */
export const BROWSERS = [
  { name: 'Chromium', launch: launchChromium },
  { name: 'Firefox', launch: launchFirefox },
] as const
