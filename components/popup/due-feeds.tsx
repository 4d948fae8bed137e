import { type Cleanings, dueSites } from '../../domain/settings/cleaning'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import type { Day } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'

interface Props {
  cleanings: Cleanings
  today: Day
  profileOf: (surface: string) => SurfaceProfile
}

/** One line that leads to the feeds to clean; nothing if none is due. */
export function DueFeeds({ cleanings, today, profileOf }: Props) {
  const sites = dueSites(cleanings, today)
  const [first] = sites
  if (first === undefined) return null
  return (
    <p class="due-feeds">
      <a class="small" href="/dashboard.html#/insights/last-week/clean" target="_blank">
        {sites.length === 1
          ? t('insight_clean_popup', profileOf(first).name)
          : t('insight_clean_popup_several', sites.length)}
      </a>
    </p>
  )
}
