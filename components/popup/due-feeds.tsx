import type { ComponentChildren } from 'preact'
import { type Cleanings, dueSites } from '../../domain/settings/cleaning'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import type { Day } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'

interface Props {
  cleanings: Cleanings
  today: Day
  profileOf: (surface: string) => SurfaceProfile
  /** What stands in the same place if nothing is due. */
  children: ComponentChildren
}

/** A link to the feeds to clean. */
export function DueFeeds({ cleanings, today, profileOf, children }: Props) {
  const sites = dueSites(cleanings, today)
  const [first] = sites
  if (first === undefined) return children
  return (
    <a class="small" href="/dashboard.html#/insights/last-week/clean" target="_blank">
      {sites.length === 1
        ? t('insight_clean_popup', profileOf(first).name)
        : t('insight_clean_popup_several', sites.length)}
    </a>
  )
}
