/** Deletes the history of a site, or forgets the site entirely. */
import { feedSiteOf } from '../../domain/insight/feed-platform'
import { changeOpinion, type Opinion } from '../../domain/surface/opinion'
import { type SealedDay, unseal } from '../../domain/record/sealed-day'
import { type Rest, restOfState, restThat } from '../../domain/record/deletion'
import { mergedSpans } from '../../domain/record/span-parts'
import { sealIfAny } from '../../domain/record/sealing'
import type { DayTotal } from '../../domain/record/day-total'
import { amountOf, type Recorded } from '../../domain/record/recorded'
import { withoutSites } from '../../domain/settings/cleaning'
import type { Settings } from '../../domain/settings/settings'
import { siteOf } from '../../domain/surface/surface'
import { type Rating, withoutVisit } from '../../domain/record/rating'
import { withoutNamed } from '../../domain/firewall/focus-row'
import type { StoredRule } from '../../domain/firewall/rule'
import { rowWithoutSite } from '../../domain/firewall/rule-forgetting'
import { isRuleRow } from '../../domain/firewall/rule-history'
import { isAboutSite } from '../../domain/firewall/rule-names'
import { db, type LogEntry, type Tables } from '../base/db'
import { COUNTED } from '../record/commitment-times'
import { forgetInRules } from '../firewall/rule-log'
import { checkDatabase, inBulk } from './in-bulk'
import { changeKeptDays, changeKeptRows, changeKeptSettings } from './kept-days'
import { keepingCommitments } from './keeping-commitments'
import { tellSiteForgotten } from './tell-forgotten'
import { changeIn } from '../said/opinions'
import { dropQuestion } from '../said/ratings'
import { changeSettings, loadSettings } from '../said/settings'

const STORES = () => [...COUNTED(), db.commitments, db.ratings, db.log, db.limits]

const holds = ({ surfaces }: SealedDay, site: string): boolean =>
  surfaces.some((surface) => siteOf(surface) === site)

const without = (day: SealedDay, site: string): SealedDay | null =>
  sealIfAny(unseal(day).filter((span) => span.site !== site))

const sealedDaysWith = (site: string, tx: Tables = db): Promise<SealedDay[]> =>
  tx.days.filter((day) => holds(day, site)).toArray()

/** What is left without a site. */
const notOf = (site: string): Rest => restThat((span) => span.site !== site)

const totalsOf = (site: string, tx: Tables = db) =>
  tx.totals.filter(({ surface }) => siteOf(surface) === site)

/** How much is recorded on a site. */
export async function recordedOf(site: string): Promise<Recorded> {
  await checkDatabase()
  const recent = await db.spans.where('site').equals(site).toArray()
  const sealed = (await sealedDaysWith(site)).flatMap(unseal).filter((span) => span.site === site)
  const spans = mergedSpans(sealed, recent)
  const ms = spans.reduce((sum, span) => sum + span.end - span.start, 0)
  return { spans: spans.length, ms, totals: amountOf(await totalsOf(site).toArray()) }
}

/** Deletes the site from the backups of imports. */
async function deleteKept(site: string): Promise<void> {
  await changeKeptDays(
    () => true,
    (day) => (holds(day, site) ? without(day, site) : day),
  )
  await changeKeptRows<DayTotal>('totals', (total) => (siteOf(total.surface) === site ? null : total))
}

/** Deletes what was recorded on a site, in sealed days too. Returns the number of spans. */
async function deleteRecorded(site: string, tx: Tables): Promise<number> {
  let deleted = await tx.spans.where('site').equals(site).delete()
  for (const day of await sealedDaysWith(site, tx)) {
    const kept = without(day, site)
    deleted += day.starts.length - (kept?.starts.length ?? 0)
    await (kept ? tx.days.put(kept) : tx.days.delete([day.day, day.device]))
  }
  await dropQuestion(({ surface }) => siteOf(surface) === site, tx)
  await totalsOf(site, tx).delete()
  const state = await tx.state.get('now')
  if (!state) return deleted
  await tx.state.put(restOfState(state, notOf(site)), 'now')
  return state.open?.site === site ? deleted + 1 : deleted
}

/** The opinion without the host under which the browser caches the icon, if it is about the site. */
const withoutHost = (opinion: Opinion, site: string): Opinion | null =>
  siteOf(opinion.surface) === site ? changeOpinion(opinion, { iconHost: null }) : opinion

/** The rating with only what the person said, if it is about the site. */
const onlySaid = (rating: Rating, site: string): Rating =>
  siteOf(rating.surface) === site ? withoutVisit(rating) : rating

/** Deletes everything recorded on a site, but keeps what the person said about it. */
export async function deleteHistoryOf(site: string): Promise<void> {
  const fromRecord = () =>
    db.transaction('rw', STORES(), async (tx) => {
      const spans = await keepingCommitments(tx, () => deleteRecorded(site, tx))
      const seen = await tx.surfaces.filter((opinion) => siteOf(opinion.surface) === site).toArray()
      for (const { surface } of seen) await changeIn(tx, surface, { iconHost: null })
      await tx.ratings.filter(({ surface }) => siteOf(surface) === site).replace(withoutVisit)
      await tx.log.add({ at: Date.now(), type: 'forget', spans })
    })
  await inBulk(notOf(site), fromRecord, async () => {
    await deleteKept(site)
    await changeKeptRows<Opinion>('surfaces', (opinion) => withoutHost(opinion, site))
    await changeKeptRows<Rating>('ratings', (rating) => onlySaid(rating, site))
  })
  await tellSiteForgotten(site, Date.now())
}

/** The opinion without any reference to the site; null if nothing is left. */
function withoutSite(opinion: Opinion, site: string): Opinion | null {
  if (siteOf(opinion.surface) === site) return null
  const isJoined = opinion.joined !== undefined && siteOf(opinion.joined) === site
  return isJoined ? changeOpinion(opinion, { joined: null }) : opinion
}

/** The settings without what the person noted about cleaning the feed of the site's platform. */
const withoutCleaning = (settings: Partial<Settings>, site: string): Partial<Settings> =>
  settings.cleanings === undefined
    ? settings
    : { ...settings, cleanings: withoutSites(settings.cleanings, [site, feedSiteOf(site)]) }

async function forgetCleaning(site: string): Promise<void> {
  const { cleanings } = await loadSettings()
  const kept = withoutCleaning({ cleanings }, site)
  if (Object.keys(kept.cleanings ?? {}).length < Object.keys(cleanings).length) await changeSettings(kept)
}

const inFocus = (entry: LogEntry, site: string): LogEntry =>
  entry.type === 'focus' ? withoutNamed(entry, site) : entry

/** In the backup of an import. A rule row that names the site is left out, so that undoing the import leaves the one here. */
function unnamedEntry(entry: LogEntry, site: string): LogEntry | null {
  if (!isRuleRow(entry)) return inFocus(entry, site)
  return rowWithoutSite(entry, site) === entry ? entry : null
}

/** Deletes the site from what stayed open in focus hours, and from how rules changed. */
async function forgetNamed(site: string, tx: Tables): Promise<void> {
  await tx.log.filter((entry) => inFocus(entry, site) !== entry).replace((entry) => inFocus(entry, site))
  await forgetInRules(site, tx)
}

/** Forgets a site everywhere: its history, its name, kind and icon, all ratings, that it stayed open in focus hours, that rules were about it, and when its feed was cleaned. A rule that is there keeps its name. */
export async function forgetSite(site: string): Promise<void> {
  const fromRecord = () =>
    db.transaction('rw', STORES(), async (tx) => {
      const spans = await keepingCommitments(tx, async () => {
        const deleted = await deleteRecorded(site, tx)
        await tx.surfaces.filter((opinion) => siteOf(opinion.surface) === site).delete()
        const joinedToIt = tx.surfaces.filter(({ joined }) => joined !== undefined && siteOf(joined) === site)
        for (const { surface } of await joinedToIt.toArray()) await changeIn(tx, surface, { joined: null })
        return deleted
      })
      await tx.ratings.filter(({ surface }) => siteOf(surface) === site).delete()
      await forgetNamed(site, tx)
      await tx.log.add({ at: Date.now(), type: 'forget', spans })
    })
  await inBulk(notOf(site), fromRecord, async () => {
    await deleteKept(site)
    await changeKeptRows<Opinion>('surfaces', (opinion) => withoutSite(opinion, site))
    await changeKeptRows<Rating>('ratings', (rating) => (siteOf(rating.surface) === site ? null : rating))
    await changeKeptRows<LogEntry>('log', (entry) => unnamedEntry(entry, site))
    // As with the rows of the log, undoing the import leaves the rule that is here.
    await changeKeptRows<StoredRule>('limits', (stored) => (isAboutSite(stored, site) ? null : stored))
    await changeKeptSettings((settings) => withoutCleaning(settings, site))
    await forgetCleaning(site)
  })
  await tellSiteForgotten(site, Date.now())
}
