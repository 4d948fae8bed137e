import { likelyRegion } from './language-region'
import { addDays, type Day, weekday } from './local-time'

/** Regions whose week starts on Friday (4), Saturday (5) or Sunday (6). Source: Unicode CLDR 47, week data. */
const STARTS = [
  [4, 'MV'],
  [5, 'AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'],
  [
    6,
    `AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE
     PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW`,
  ],
] as const

/** The first weekday in the region of a language tag such as `en-US`: 0 for Monday to 6 for Sunday. Monday if it names no region. */
export function weekStartOf(language: string): number {
  const region = likelyRegion(language) ?? ''
  return STARTS.find(([, regions]) => regions.split(/\s+/).includes(region))?.[0] ?? 0
}

/** The first day of the week that contains the day. */
export const firstDayOfWeek = (day: Day, weekStart: number): Day =>
  addDays(day, -((weekday(day) - weekStart + 7) % 7))
