/** What the section says about devices, in words. */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/time/local-time'
import { locale, t } from '../../platform/i18n'
import { whole } from '../figure/format'

const UNITS = [
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
] as const

/** `5 minutes ago`, in the largest unit that is over. `just now` below a minute, also if a clock of another device is ahead. */
export function agoWords(at: number, now: number): string {
  const [unit, ms] = UNITS.find(([, length]) => now - at >= length) ?? []
  if (unit === undefined || ms === undefined) return t('devices_just_now')
  return new Intl.RelativeTimeFormat(locale()).format(-Math.floor((now - at) / ms), unit)
}

/** Browsers give and refuse the room for items in units of 1024 bytes. */
const KB = 1024

/** `18 of 100 kB`: what is there at all has at least 1 kB. */
export const areaWords = (usedBytes: number, mostBytes: number): string =>
  t('devices_area_used', whole(Math.ceil(usedBytes / KB)), whole(Math.floor(mostBytes / KB)))

/** `7 k 3 m, x 0 p d`: a passphrase that we made, as it is read aloud; any other as it is. */
export const spelled = (passphrase: string): string =>
  /^\w{4}(?:-\w{4}){3}$/.test(passphrase)
    ? passphrase
        .split('-')
        .map((group) => Array.from(group).join(' '))
        .join(', ')
    : passphrase
