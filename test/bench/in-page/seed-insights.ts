/** Runs in a page of the extension: fills its database with a history about which every insight has something to say. */
import { cutoff, ruleOf } from '../../fixtures/rules'
import type { StoredRule } from '../../../domain/firewall/rule'
import type { UsageRow } from '../../../domain/firewall/usage-row'
import type { Rating } from '../../../domain/record/rating'
import type { Settings } from '../../../domain/settings/settings'
import { catalogSites } from '../../../domain/surface/catalog/catalog'
import { calendarDay, DAY_MS, HOUR_MS, MINUTE_MS } from '../../../domain/time/local-time'
import { localOffset } from '../../../platform/local-offset'
import { fill, type SeedFacts, seed } from './seed'

const TOOLS = ['chatgpt.com', 'claude.ai', 'perplexity.ai']
const FEEDS = ['youtube.com', 'instagram.com', 'reddit.com', 'youtube.com/shorts']

/** After so many sites comes an AI tool, and after it a feed. */
const SITES_BETWEEN = 5

/** The sites of the catalogue, with steps from an AI tool to a feed in between. */
const visited = (): string[] =>
  [...catalogSites()].flatMap(([site], index) => {
    const turn = index / SITES_BETWEEN
    return Number.isInteger(turn)
      ? [TOOLS[turn % TOOLS.length] as string, FEEDS[turn % FEEDS.length] as string, site]
      : [site]
  })

/** `22:30`, in UTC, of a local time. */
const clockOf = (localMs: number): string => new Date(localMs).toISOString().slice(11, 16)

/** Each day ends with an hour past the cutoff. On every third, twenty minutes of it were on pages that it covers. */
function cutoffOf({ until, years }: SeedFacts): { rule: StoredRule; usage: UsageRow[] } {
  const local = until + localOffset(until) * MINUTE_MS
  const id = 'nights'
  const rule = ruleOf({ id, bound: cutoff(clockOf(local - HOUR_MS), clockOf(local + 6 * HOUR_MS)) })
  const days = Math.round((years * 365) / 3)
  return {
    rule: { id, createdAt: until - years * 365 * DAY_MS, rule, next: null, heals: null },
    usage: Array.from({ length: days }, (_, index) => ({
      rule: id,
      day: calendarDay(until - (3 * index + 1) * DAY_MS, localOffset(until)),
      ms: 20 * MINUTE_MS,
      opens: 1,
      amount: null,
      currency: null,
    })),
  }
}

/** Two answers a day for eight weeks. */
const ratingsOf = ({ until }: SeedFacts): Rating[] =>
  Array.from({ length: 112 }, (_, index) => ({
    surface: FEEDS[index % FEEDS.length] as string,
    at: until - (index + 1) * 12 * HOUR_MS,
    worthQuarters: [0, 2, 4, 6, 8][index % 5] as number,
    drifted: index % 3 === 0,
    utcOffsetMinutes: localOffset(until),
    hour: (index * 7) % 24,
    ms: 10 * MINUTE_MS,
  }))

/** What the person said: where they live, when they sleep, and a cleaning whose weeks are over. */
const saidOf = ({ until }: SeedFacts): Partial<Settings> => ({
  region: 'europe',
  bedtime: 0,
  cleanings: {
    'youtube.com': { interval: 'monthly', done: [calendarDay(until - 60 * DAY_MS, localOffset(until))] },
  },
})

export async function seedInsights(facts: SeedFacts): Promise<void> {
  await seed({ ...facts, visited: visited() })
  const { rule, usage } = cutoffOf(facts)
  const ratings = ratingsOf(facts)
  await fill({
    limits: [rule],
    usage,
    ratings,
    log: ratings.map(({ at }) => ({ at: at - HOUR_MS, type: 'ask' })),
  })
  const { settings } = await chrome.storage.local.get('settings')
  await chrome.storage.local.set({ settings: { ...(settings as object), ...saidOf(facts) } })
}
