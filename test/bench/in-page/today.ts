/** Runs in a page of the extension: reads and prices today as the popup does, from the same database. */
import { personDay } from '../../../domain/time/local-time'
import { DEFAULT_SETTINGS, readSettings } from '../../../domain/settings/settings'
import { dayFigures } from '../../../domain/statement/today'
import { localOffset } from '../../../platform/local-offset'
import { readDayLedger } from '../../../storage/record/day-ledger'

export interface Asked {
  /** Reading the data of the statement, ms; the first read opens the database. */
  queries: number[]
  /** Pricing and adding up, ms. */
  statements: number[]
  spans: number
  surfaces: number
}

export async function ask(times: number): Promise<Asked> {
  const stored = (await chrome.storage.local.get('settings'))['settings']
  const settings = stored === undefined ? DEFAULT_SETTINGS : readSettings(stored)
  const now = Date.now()
  const day = personDay(now, localOffset(now), settings.dayStartHour)
  const asked: Asked = { queries: [], statements: [], spans: 0, surfaces: 0 }
  for (let time = 0; time < times; time += 1) {
    const began = performance.now()
    const ledger = await readDayLedger(day)
    const read = performance.now()
    const { statement } = dayFigures(ledger, null, now, day, settings)
    asked.statements.push(performance.now() - read)
    asked.queries.push(read - began)
    asked.spans = ledger.spans.length
    asked.surfaces = statement.surfaces.length
  }
  return asked
}
