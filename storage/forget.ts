import { unseal } from '../domain/sealed-day'
import { seal } from '../domain/sealing'
import type { Span } from '../domain/span'
import { siteOf } from '../domain/surface'
import { dropBackup } from './backup'
import { db } from './db'
import { answers, inBulk } from './in-bulk'
import { changeSurface } from './opinions'

const RECORDED = [db.spans, db.openSpan, db.days, db.state, db.table('backup')]

const sealedDaysWith = (site: string) =>
  db.days.filter((day) => day.surfaces.some((surface) => siteOf(surface) === site)).toArray()

/** How much is recorded of a site: spans, and their ms together. */
export async function recordedOf(site: string): Promise<{ spans: number; ms: number }> {
  await answers()
  const recent = await db.spans.where('site').equals(site).toArray()
  const sealed = (await sealedDaysWith(site)).flatMap(unseal).filter((span) => span.site === site)
  const spans = [...recent, ...sealed]
  return { spans: spans.length, ms: spans.reduce((sum, span) => sum + span.end - span.start, 0) }
}

/**
 * Deletes what was recorded of a site, from sealed days too, and what it takes to undo the last import, which may
 * hold it as well; returns how many spans that were.
 */
async function deleteRecorded(site: string): Promise<number> {
  let deleted = await db.spans.where('site').equals(site).delete()
  deleted += await db.openSpan.filter((span) => span.site === site).delete()
  for (const day of await sealedDaysWith(site)) {
    const spans: Span[] = unseal(day)
    const kept = spans.filter((span) => span.site !== site)
    deleted += spans.length - kept.length
    if (kept.length > 0) await db.days.put(seal(kept))
    else await db.days.delete([day.day, day.device])
  }
  const state = await db.state.get('now')
  if (state)
    await db.state.put({ ...state, recent: state.recent.filter((span) => span.site !== site) }, 'now')
  await dropBackup()
  return deleted
}

/** Deletes all that was recorded of a site; what the person said of it stays. */
export const deleteHistoryOf = (site: string): Promise<void> =>
  inBulk(() =>
    db.transaction('rw', [...RECORDED, db.surfaces, db.log], async () => {
      const spans = await deleteRecorded(site)
      const seen = await db.surfaces.filter((opinion) => siteOf(opinion.surface) === site).toArray()
      for (const { surface } of seen) await changeSurface(surface, { iconHost: null })
      await db.log.add({ at: Date.now(), type: 'forget', spans })
    }),
  )

/** Forgets a site everywhere: its history, its names and kinds and icon, and every rating. */
export const forgetSite = (site: string): Promise<void> =>
  inBulk(() =>
    db.transaction('rw', [...RECORDED, db.surfaces, db.ratings, db.log], async () => {
      const spans = await deleteRecorded(site)
      await db.surfaces.filter((opinion) => siteOf(opinion.surface) === site).delete()
      const joinedToIt = db.surfaces.filter(({ joined }) => joined !== undefined && siteOf(joined) === site)
      for (const { surface } of await joinedToIt.toArray()) await changeSurface(surface, { joined: null })
      await db.ratings.filter(({ surface }) => siteOf(surface) === site).delete()
      await db.log.add({ at: Date.now(), type: 'forget', spans })
    }),
  )
