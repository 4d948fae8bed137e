/** Deletes the history of a site, or forgets the site entirely. */
import { changeOpinion, type Opinion } from '../../domain/surface/opinion'
import { type SealedDay, unseal } from '../../domain/record/sealed-day'
import { sealIfAny } from '../../domain/record/sealing'
import { siteOf } from '../../domain/surface/surface'
import { type Rating, withoutVisit } from '../../domain/record/rating'
import { db } from '../base/db'
import { checkDatabase, inBulk } from './in-bulk'
import { changeKeptDays, changeKeptRows } from './kept-days'
import { changeSurface } from '../said/opinions'
import { dropQuestion } from '../said/ratings'

const RECORDED = [db.spans, db.openSpan, db.days, db.state]

const holds = ({ surfaces }: SealedDay, site: string): boolean =>
  surfaces.some((surface) => siteOf(surface) === site)

const without = (day: SealedDay, site: string): SealedDay | null =>
  sealIfAny(unseal(day).filter((span) => span.site !== site))

const sealedDaysWith = (site: string): Promise<SealedDay[]> =>
  db.days.filter((day) => holds(day, site)).toArray()

/** How much is recorded on a site: the number of spans and their total ms. */
export async function recordedOf(site: string): Promise<{ spans: number; ms: number }> {
  await checkDatabase()
  const recent = await db.spans.where('site').equals(site).toArray()
  const sealed = (await sealedDaysWith(site)).flatMap(unseal).filter((span) => span.site === site)
  const spans = [...recent, ...sealed]
  return { spans: spans.length, ms: spans.reduce((sum, span) => sum + span.end - span.start, 0) }
}

/** Deletes the site from the backups of imports. */
const deleteKept = (site: string): Promise<void> =>
  changeKeptDays(
    () => true,
    (day) => (holds(day, site) ? without(day, site) : day),
  )

/** Deletes what was recorded on a site, in sealed days too. Returns the number of spans. */
async function deleteRecorded(site: string): Promise<number> {
  let deleted = await db.spans.where('site').equals(site).delete()
  deleted += await db.openSpan.filter((span) => span.site === site).delete()
  for (const day of await sealedDaysWith(site)) {
    const kept = without(day, site)
    deleted += day.starts.length - (kept?.starts.length ?? 0)
    await (kept ? db.days.put(kept) : db.days.delete([day.day, day.device]))
  }
  await dropQuestion(({ surface }) => siteOf(surface) === site)
  const state = await db.state.get('now')
  if (state)
    await db.state.put({ ...state, recent: state.recent.filter((span) => span.site !== site) }, 'now')
  return deleted
}

/** The opinion without the host under which the browser caches the icon, if it is about the site. */
const withoutHost = (opinion: Opinion, site: string): Opinion | null =>
  siteOf(opinion.surface) === site ? changeOpinion(opinion, { iconHost: null }) : opinion

/** The rating with only what the person said, if it is about the site. */
const onlySaid = (rating: Rating, site: string): Rating =>
  siteOf(rating.surface) === site ? withoutVisit(rating) : rating

/** Deletes everything recorded on a site, but keeps what the person said about it. */
export function deleteHistoryOf(site: string): Promise<void> {
  const fromRecord = () =>
    db.transaction('rw', [...RECORDED, db.surfaces, db.ratings, db.log], async () => {
      const spans = await deleteRecorded(site)
      const seen = await db.surfaces.filter((opinion) => siteOf(opinion.surface) === site).toArray()
      for (const { surface } of seen) await changeSurface(surface, { iconHost: null })
      await db.ratings
        .filter(({ surface }) => siteOf(surface) === site)
        .modify((rating, place) => {
          place.value = withoutVisit(rating)
        })
      await db.log.add({ at: Date.now(), type: 'forget', spans })
    })
  return inBulk(fromRecord, async () => {
    await deleteKept(site)
    await changeKeptRows<Opinion>('surfaces', (opinion) => withoutHost(opinion, site))
    await changeKeptRows<Rating>('ratings', (rating) => onlySaid(rating, site))
  })
}

/** The opinion without any reference to the site; null if nothing is left. */
function withoutSite(opinion: Opinion, site: string): Opinion | null {
  if (siteOf(opinion.surface) === site) return null
  const isJoined = opinion.joined !== undefined && siteOf(opinion.joined) === site
  return isJoined ? changeOpinion(opinion, { joined: null }) : opinion
}

/** Forgets a site everywhere: its history, its name, kind and icon, and all ratings. */
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
