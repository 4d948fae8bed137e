/**
 * What a platform earns from an hour of a person in the US, and how much less it is elsewhere. Revenue, not profit:
 * revenue per user and month ÷ (minutes a day ÷ 60 × 30.44). Platforms without a public figure are left out;
 * LinkedIn is too, because most of its revenue is not sold attention.
 */
import type { Region } from '../../settings/settings'
import { ownerOf } from '../../surface/catalog/owners'
import type { Day } from '../../time/local-time'
import { type Grade, weakerGrade } from './grade'

/** Amounts are US cents an hour. */
export interface PlatformTake {
  site: string
  low: number
  central: number
  high: number
  grade: Grade
  /** Whether the person pays it with a subscription instead of advertisers. */
  isPaid: boolean
  /** What it is computed from; the page says the same in its language. */
  source: string
  checked: Day
}

/** The day on which the public sources were last read. */
const CHECKED: Day = '2026-11-28'

type Row = readonly [
  site: string,
  low: number,
  central: number,
  high: number,
  grade: Grade,
  source: string,
  payer?: 'member',
]

const ROWS: readonly Row[] = [
  [
    'instagram.com',
    65,
    135,
    160,
    'B',
    'US ad forecast 2026 ÷ users ÷ minutes; a chart has 1.31; Meta US & Canada +21.5 % in Q4 2025',
  ],
  [
    'facebook.com',
    75,
    120,
    140,
    'A',
    'eMarketer 2025: 1.02; check by Meta’s revenue per user in the US & Canada: 1.17; +21.5 % in Q4 2025',
  ],
  ['pinterest.com', 35, 40, 120, 'D', 'Revenue per monthly user in Q4 2024: $9.00'],
  ['netflix.com', 16, 30, 40, 'B', '$11.6 a month per member; 100 bn hours in H1 2023', 'member'],
  ['tiktok.com', 15, 22, 37, 'B−', 'eMarketer, forecast for 2025: 0.19'],
  ['reddit.com', 17, 22, 30, 'C', 'US revenue per user: about $9 a quarter'],
  ['snapchat.com', 16, 20, 24, 'B', 'North America: $10.88 per user in Q4 2025, a peak'],
  ['youtube.com', 10, 18, 21, 'B', 'US ads 2024: $8.29 bn net ÷ 241.8 M people ÷ 48 min a day'],
  ['x.com', 5, 10, 15, 'C', '$2.5 bn in 2024; 8 bn minutes a day'],
  ['twitch.tv', 3, 10, 13, 'D', '$0.67–2.8 bn ÷ 1.3 trillion minutes'],
]

export const PLATFORM_TAKES: readonly PlatformTake[] = ROWS.map(
  ([site, low, central, high, grade, source, payer]) => ({
    site,
    low,
    central,
    high,
    grade,
    isPaid: payer === 'member',
    source,
    checked: CHECKED,
  }),
)

/**
 * Whole percents of the US figure, from Meta's reported revenue per user (US & Canada = 100): one good source for
 * Meta, rough for others.
 */
export const REGION_FACTORS: Readonly<Record<Region, number>> = {
  usCanada: 100,
  europe: 30,
  asiaPacific: 8,
  rest: 6,
  world: 19,
}

const FACTORS_FROM = { owner: 'Meta', grade: 'B', gradeForOthers: 'D' } as const

/** The part of the US figure that holds in a region, whole percents. A subscription is not scaled like advertising. */
export const factorOf = ({ isPaid }: PlatformTake, region: Region): number =>
  isPaid ? 100 : REGION_FACTORS[region]

/** How sure a platform's figure is in a region: no surer than the factor that it was scaled by. */
export function gradeIn(take: PlatformTake, region: Region): Grade {
  if (factorOf(take, region) === 100) return take.grade
  const isOwn = ownerOf(take.site) === FACTORS_FROM.owner
  return weakerGrade(take.grade, isOwn ? FACTORS_FROM.grade : FACTORS_FROM.gradeForOthers)
}
