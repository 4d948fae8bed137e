import { changeOpinion, type Opinion } from '../../domain/surface/opinion'
import { type SealedDay, unseal } from '../../domain/record/sealed-day'
import { sealIfAny } from '../../domain/record/sealing'
import { siteOf } from '../../domain/surface/surface'
import { db, type Rating } from '../base/db'
import { answers, inBulk } from './in-bulk'
import { changeKeptDays, changeKeptRows } from './kept-days'
import { changeSurface } from '../said/opinions'

const RECORDED = [db.spans, db.openSpan, db.days, db.state]

const holds = ({ surfaces }: SealedDay, site: string): boolean =>
  surfaces.some((surface) => siteOf(surface) === site)

const without = (day: SealedDay, site: string): SealedDay | null =>
  sealIfAny(unseal(day).filter((span) => span.site !== site))

const sealedDaysWith = (site: string): Promise<SealedDay[]> =>
  db.days.filter((day) => holds(day, site)).toArray()

/** How much is recorded of a site: spans, and their ms together. */
export async function recordedOf(site: string): Promise<{ spans: number; ms: number }> {
  await answers()
  const recent = await db.spans.where('site').equals(site).toArray()
  const sealed = (await sealedDaysWith(site)).flatMap(unseal).filter((span) => span.site === site)
  const spans = [...recent, ...sealed]
  return { spans: spans.length, ms: spans.reduce((sum, span) => sum + span.end - span.start, 0) }
}

/** The same in what undoing an import goes by. */
const deleteKept = (site: string): Promise<void> =>
  changeKeptDays(
    () => true,
    (day) => (holds(day, site) ? without(day, site) : day),
  )

/** Deletes what was recorded of a site, from sealed days, too; returns how many spans that were. */
async function deleteRecorded(site: string): Promise<number> {
  let deleted = await db.spans.where('site').equals(site).delete()
  deleted += await db.openSpan.filter((span) => span.site === site).delete()
  for (const day of await sealedDaysWith(site)) {
    const kept = without(day, site)
    deleted += day.starts.length - (kept?.starts.length ?? 0)
    await (kept ? db.days.put(kept) : db.days.delete([day.day, day.device]))
  }
  const state = await db.state.get('now')
  if (state)
    await db.state.put({ ...state, recent: state.recent.filter((span) => span.site !== site) }, 'now')
  return deleted
}

/** What was said of a surface, without the host by which the browser knows its icon. */
const withoutHost = (opinion: Opinion, site: string): Opinion | null =>
  siteOf(opinion.surface) === site ? changeOpinion(opinion, { iconHost: null }) : opinion

/** Deletes all that was recorded of a site; what the person said of it stays. */
export function deleteHistoryOf(site: string): Promise<void> {
  const fromRecord = () =>
    db.transaction('rw', [...RECORDED, db.surfaces, db.log], async () => {
      const spans = await deleteRecorded(site)
      const seen = await db.surfaces.filter((opinion) => siteOf(opinion.surface) === site).toArray()
      for (const { surface } of seen) await changeSurface(surface, { iconHost: null })
      await db.log.add({ at: Date.now(), type: 'forget', spans })
    })
  return inBulk(fromRecord, async () => {
    await deleteKept(site)
    await changeKeptRows<Opinion>('surfaces', (opinion) => withoutHost(opinion, site))
  })
}

/** What was said of another surface, without what it has to do with the site; null where nothing is left. */
function withoutSite(opinion: Opinion, site: string): Opinion | null {
  if (siteOf(opinion.surface) === site) return null
  const isJoined = opinion.joined !== undefined && siteOf(opinion.joined) === site
  return isJoined ? changeOpinion(opinion, { joined: null }) : opinion
}

/** Forgets a site everywhere: its history, its names and kinds and icon, and every rating. */
export function forgetSite(site: string): Promise<void> {
  const fromRecord = () =>
    db.transaction('rw', [...RECORDED, db.surfaces, db.ratings, db.log], async () => {
      const spans = await deleteRecorded(site)
      await db.surfaces.filter((opinion) => siteOf(opinion.surface) === site).delete()
      const joinedToIt = db.surfaces.filter(({ joined }) => joined !== undefined && siteOf(joined) === site)
      for (const { surface } of await joinedToIt.toArray()) await changeSurface(surface, { joined: null })
      await db.ratings.filter(({ surface }) => siteOf(surface) === site).delete()
      await db.log.add({ at: Date.now(), type: 'forget', spans })
    })
  return inBulk(fromRecord, async () => {
    await deleteKept(site)
    await changeKeptRows<Opinion>('surfaces', (opinion) => withoutSite(opinion, site))
    await changeKeptRows<Rating>('ratings', (rating) => (siteOf(rating.surface) === site ? null : rating))
  })
}
