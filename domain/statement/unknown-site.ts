/**
 * Which site the popup asks about: what is it for you? Once a site, after the first visit of more than ten minutes to
 * one that neither the catalogue nor the person has a kind for. Until then it counts as `other` and breaks even.
 */
import { catalogSite } from '../surface/catalog/catalog'
import { passesOn } from '../surface/catalog/passes-on'
import { isExcluded, type Opinion } from '../surface/opinion'
import { MINUTE_MS } from '../time/local-time'
import type { DayVisit } from './day-visits'

export const LEAST_UNKNOWN_MS = 10 * MINUTE_MS

/** A site without a kind, and the attention of its visit, ms. */
export interface UnknownSite {
  site: string
  ms: number
}

const isNumber = (host: string): boolean => /^[\d.]+$/.test(host)

/** The site of the latest long visit that can be asked about; null if there is none. Visits are in order of time. */
export function unknownSite(visits: readonly DayVisit[], opinions: readonly Opinion[]): UnknownSite | null {
  const bySurface = new Map(opinions.map((opinion) => [opinion.surface, opinion]))
  const opinionOf = (surface: string) => bySurface.get(surface)
  const isUnknown = ({ profile: { site, surface } }: DayVisit): boolean => {
    const { kind, asked, joined } = opinionOf(site) ?? {}
    return (
      surface === site &&
      site.includes('.') &&
      !isNumber(site) &&
      catalogSite(site) === undefined &&
      !passesOn(site) &&
      kind === undefined &&
      asked === undefined &&
      joined === undefined &&
      !isExcluded(site, opinionOf)
    )
  }
  const found = visits.findLast(
    (visit) => visit.timeMs > LEAST_UNKNOWN_MS && !visit.isEntered && isUnknown(visit),
  )
  return found ? { site: found.profile.site, ms: found.timeMs } : null
}
