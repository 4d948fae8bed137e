/** Deletes what was recorded on some days, or everything. */
import type { LocalInterval } from '../../domain/time/interval'
import { browser } from 'wxt/browser'
import { dayOutside, isInside, outsideOf } from '../../domain/record/clip-days'
import { type Rest, restOfState } from '../../domain/record/deletion'
import { withoutDays } from '../../domain/settings/cleaning'
import type { Settings } from '../../domain/settings/settings'
import { dayOfFocus } from '../../domain/firewall/focus-row'
import { addDays, type Day } from '../../domain/time/local-time'
import { extentOf } from '../../domain/time/period'
import { unseal } from '../../domain/record/sealed-day'
import { dayOfRating, type Rating } from '../../domain/record/rating'
import type { Span } from '../../domain/record/span'
import { sealIfAny } from '../../domain/record/sealing'
import { db, type LogEntry, type Tables } from '../base/db'
import { exclusivelyMarking } from '../base/lock'
import { closedSpans, sealedDays } from '../record/history'
import { COUNTED } from '../record/commitment-times'
import { inBulk } from './in-bulk'
import { eraseElsewhere } from '../firewall/elsewhere'
import { eraseFromHeldGuard } from '../firewall/held-guard'
import { logNameless } from '../firewall/rule-log'
import { forgetNudge } from '../said/last-nudge'
import { unmarkOutside } from '../said/loss'
import { dropQuestion } from '../said/ratings'
import { dropHeld } from '../said/session'
import { changeSettings, loadSettings } from '../said/settings'
import { changeKeptDays, changeKeptRows, changeKeptSettings } from './kept-days'
import { keepingCommitments } from './keeping-commitments'
import { tellForgotten } from './tell-forgotten'
import { totalsOfDays } from '../record/totals'
import { amountOf, type Recorded } from '../../domain/record/recorded'
import type { DayTotal } from '../../domain/record/day-total'

/** How much is recorded on the person's days from `first` to `last`. */
export async function recordedIn(first: Day, last: Day, dayStartHour: number): Promise<Recorded> {
  const extent = extentOf({ unit: 'dates', first, last }, dayStartHour)
  let [count, ms] = [0, 0]
  for (const span of await closedSpans(first, addDays(last, 1))) {
    const kept = outsideOf(span, extent)
    if (kept[0] === span) continue
    count += 1
    ms += kept.reduce((rest, { start, end }) => rest - (end - start), span.end - span.start)
  }
  return { spans: count, ms, totals: amountOf(await totalsOfDays(first, last)) }
}

/** Deletes what the sealed days from `first` to `last` hold inside the extent. Returns the number of spans. */
async function deleteSealed(first: Day, last: Day, extent: LocalInterval, tx: Tables): Promise<number> {
  let deleted = 0
  for (const day of await sealedDays(first, last, tx)) {
    const spans = unseal(day)
    const kept = spans.map((span) => outsideOf(span, extent))
    deleted += kept.filter(([part], index) => part !== spans[index]).length
    const rest = sealIfAny(kept.flat())
    await (rest ? tx.days.put(rest) : tx.days.delete([day.day, day.device]))
  }
  return deleted
}

const isTouched = (span: Span, extent: LocalInterval): boolean => outsideOf(span, extent)[0] !== span

/** The same for rows. */
async function deleteRows(extent: LocalInterval, tx: Tables): Promise<number> {
  const cut = await tx.spans.filter((span) => isTouched(span, extent)).toArray()
  await tx.spans.bulkDelete(cut.map(({ id }) => id))
  await tx.spans.bulkPut(cut.flatMap((span) => outsideOf(span, extent)))
  return cut.length
}

/** The same for the state of recording. A span in progress that reaches into the extent is deleted entirely. */
async function deleteState(extent: LocalInterval, tx: Tables): Promise<number> {
  const state = await tx.state.get('now')
  if (!state) return 0
  const rest = restOfState(state, (span) => outsideOf(span, extent))
  await tx.state.put(rest, 'now')
  return state.open && !rest.open ? 1 : 0
}

/** The settings without the days on which feeds were cleaned. */
const withoutCleaned = (settings: Partial<Settings>, first: Day, last: Day): Partial<Settings> =>
  settings.cleanings === undefined
    ? settings
    : { ...settings, cleanings: withoutDays(settings.cleanings, first, last) }

async function forgetCleaned(first: Day, last: Day): Promise<void> {
  const { cleanings } = await loadSettings()
  const kept = withoutDays(cleanings, first, last)
  if (JSON.stringify(kept) !== JSON.stringify(cleanings)) await changeSettings({ cleanings: kept })
}

/** Deletes what was recorded, rated and cleaned, and the focus hours, on the person's days from `first` to `last`, also from the backups of imports. */
export async function deleteRange(first: Day, last: Day, dayStartHour: number): Promise<void> {
  const extent = extentOf({ unit: 'dates', first, last }, dayStartHour)
  const isRated = (rating: Rating) => {
    const day = dayOfRating(rating, dayStartHour)
    return day >= first && day <= last
  }
  const hasFocus = (entry: LogEntry) => {
    if (entry.type !== 'focus') return false
    const day = dayOfFocus(entry, dayStartHour)
    return day >= first && day <= last
  }
  const fromRecord = () =>
    db.transaction('rw', [...COUNTED(), db.commitments, db.ratings, db.log], async (tx) => {
      const spans = await keepingCommitments(tx, async () => {
        const sealed = await deleteSealed(first, addDays(last, 1), extent, tx)
        await tx.totals.where('day').between(first, last, true, true).delete()
        return sealed + (await deleteRows(extent, tx)) + (await deleteState(extent, tx))
      })
      await tx.ratings.filter(isRated).delete()
      await tx.log.filter(hasFocus).delete()
      await dropQuestion((question) => isInside(question, extent), tx)
      await tx.log.add({ at: Date.now(), type: 'forget', spans })
    })
  const rest = (span: Span) => outsideOf(span, extent)
  await inBulk(rest, fromRecord, async () => {
    await changeKeptDays(
      (day) => day >= first && day <= addDays(last, 1),
      (day) => dayOutside(day, extent),
    )
    await changeKeptRows<DayTotal>('totals', (total) =>
      total.day >= first && total.day <= last ? null : total,
    )
    await changeKeptRows<Rating>('ratings', (rating) => (isRated(rating) ? null : rating))
    await changeKeptRows<LogEntry>('log', (entry) => (hasFocus(entry) ? null : entry))
    await changeKeptSettings((settings) => withoutCleaned(settings, first, last))
    await forgetCleaned(first, last)
    await forgetNudge(first, last)
  })
  await tellForgotten({ site: null, first, last }, Date.now())
}

const nothingLeft: Rest = () => []

/** The stores that the limits and their use depend on, here and on other devices. */
const FIREWALL = new Set(['limits', 'usage', 'overrides', 'guard', 'devices'])

/**
 * Erases everything: the record, opinions, settings and the name of this device. Existing limits stay, with their
 * use here and elsewhere, their passes, the state of the firewall, its copy and the PIN, so that erasing does not refill an allowance; how they
 * changed before is erased, and later changes name no site. Returns whether there are any.
 */
export async function eraseEverything(): Promise<{ hasLimits: boolean }> {
  const limits = await inBulk(nothingLeft, () =>
    exclusivelyMarking(async () => {
      // First, so that an erasure that is cut short is no loss.
      await unmarkOutside()
      const kept = await eraseDatabase()
      const stored = Object.keys(await browser.storage.local.get(null))
      const ofLimits = kept.length > 0 ? ['pin', 'limits'] : []
      await browser.storage.local.remove(stored.filter((key) => !ofLimits.includes(key)))
      return kept
    }),
  )
  await dropHeld()
  await eraseFromHeldGuard(limits)
  return { hasLimits: limits.length > 0 }
}

/** Returns the ids of the rules that stay. */
const eraseDatabase = (): Promise<string[]> =>
  db.transaction('rw', db.tables, async (tx) => {
    const limits = await tx.limits.primaryKeys()
    const erased = tx.tables.filter(({ name }) => limits.length === 0 || !FIREWALL.has(name))
    await Promise.all(erased.map((table) => table.clear()))
    await tx.usage.filter(({ rule }) => !limits.includes(rule)).delete()
    await tx.overrides.filter(({ rule }) => !limits.includes(rule)).delete()
    await eraseElsewhere(limits, tx)
    await logNameless(await tx.limits.toArray(), tx)
    return limits
  })
