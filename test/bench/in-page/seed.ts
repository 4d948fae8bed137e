/** Runs in a page of the extension: fills its database with a history, using plain IndexedDB. */
import { dayStartHour, historyOf, type HistoryFacts } from '../../fixtures/history'
import { siteOf } from '../../../domain/surface/surface'
import type { Rate } from '../../../domain/value/hour-price'
import { localOffset } from '../../../platform/local-offset'

const RATES: Rate[] = [
  { from: '1970-01-01', amountMinor: 2_500, currency: 'EUR', hourTypes: null },
  { from: '2024-01-01', amountMinor: 3_000, currency: 'EUR', hourTypes: null },
]

const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })

async function write(database: IDBDatabase, store: string, rows: readonly unknown[]): Promise<void> {
  const transaction = database.transaction(store, 'readwrite')
  const target = transaction.objectStore(store)
  for (const row of rows) target.put(row)
  await new Promise((resolve, reject) => {
    transaction.addEventListener('complete', resolve)
    transaction.addEventListener('abort', () => reject(transaction.error))
  })
}

/** Puts rows into the stores of these names. */
export async function fill(rows: Readonly<Record<string, readonly unknown[]>>): Promise<void> {
  const database = await answer(indexedDB.open('zeitwert'))
  for (const [store, own] of Object.entries(rows)) await write(database, store, own)
  database.close()
}

export type SeedFacts = Omit<HistoryFacts, 'utcOffsetMinutes'>

/** Returns the number of sealed days and of single spans written. */
export async function seed(facts: SeedFacts): Promise<[number, number]> {
  const whole = { ...facts, utcOffsetMinutes: localOffset(facts.until) }
  const { days, spans } = historyOf(whole)
  // As in Chromium: every surface that was ever in front has the host of its icon.
  const visited = new Set([...days.flatMap((day) => day.surfaces), ...spans.map(({ surface }) => surface)])
  const surfaces = Array.from(visited, (surface) => ({ surface, iconHost: siteOf(surface) }))
  await fill({ days, spans, rates: RATES, surfaces })
  const settings = { version: 1, welcomed: true, currency: 'EUR', dayStartHour: dayStartHour(whole) }
  await chrome.storage.local.set({ settings })
  return [days.length, spans.length]
}
