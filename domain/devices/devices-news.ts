/** What came with a file of other devices, counted for the person. */
import type { HeardDevice } from '../firewall/elsewhere'
import type { DayTotal } from '../record/day-total'
import { written } from '../written'
import { sortOf, type Word, type Words } from './word'

/** How much of each was new. */
export interface DevicesNews {
  /** Sites and parts of sites about which something was said. */
  sites: number
  rates: number
  rules: number
  promises: number
  settings: number
  /** Days of day totals. */
  days: number
  /** Devices whose use of rules is known anew. */
  uses: number
}

/** What a device knows of others. */
export interface DevicesFacts {
  words: Words
  heard: readonly HeardDevice[]
  /** Day totals of other devices. */
  totals: readonly DayTotal[]
}

/** Those that were not there before, as they are. */
function fresh<Item>(before: readonly Item[], after: readonly Item[]): Item[] {
  const known = new Set(before.map(written))
  return after.filter((one) => !known.has(written(one)))
}

/** What changed between two moments, as far as it was said by words of a file. */
export function newsBetween(before: DevicesFacts, after: DevicesFacts, said: readonly Word[]): DevicesNews {
  const names = new Map<string, Set<string>>()
  for (const { id, stamp, value } of said) {
    const [old, now] = [before.words.get(id), after.words.get(id)]
    const key = now?.key ?? old?.key ?? null
    const isSame = old?.stamp === stamp || written(old?.value ?? null) === written(value)
    if (now?.stamp !== stamp || key === null || isSame) continue
    // Of a site, several things can be said.
    const [sort, name = ''] = [sortOf(key), key.split(' ')[1]]
    names.set(sort, (names.get(sort) ?? new Set()).add(name))
  }
  const count = (sort: string) => names.get(sort)?.size ?? 0
  return {
    sites: count('opinion'),
    rates: count('rate'),
    rules: count('rule'),
    promises: count('promise'),
    settings: count('setting'),
    days: new Set(fresh(before.totals, after.totals).map(({ day }) => day)).size,
    uses: fresh(
      before.heard.map(({ id, use }) => ({ id, use })),
      after.heard.map(({ id, use }) => ({ id, use })),
    ).filter(({ use }) => use.rows.length > 0).length,
  }
}

/** Whether nothing was new. */
export const isNoNews = (news: DevicesNews): boolean => Object.values(news).every((count) => count === 0)
