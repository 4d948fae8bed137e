import { useEffect, useLayoutEffect } from 'preact/hooks'
import { storageTroubleOf, valueOf } from '../../components/page/describe-trouble'
import { Frame, type PageName } from '../../components/page/frame'
import { Notices } from '../../components/page/notices'
import { Trouble } from '../../components/page/trouble'
import { useRequest } from '../../components/page/use-request'
import { useLive } from '../../components/page/use-live'
import { t } from '../../platform/i18n'
import { keepTheme } from '../../platform/theme'
import { liveSettings, liveTrouble } from '../../storage/record/live'
import { noticeSources } from '../../storage/record/live-notices'
import { CutShortNote } from './cut-short-note'
import { lazyPage } from './lazy-page'
import { hashOf, useRoute } from './route'
import { ThisDeviceSwitch } from './this-device-switch'
import { TodayPage } from './today-page'

const WeeklyBackup = lazyPage(async () => (await import('./save-weekly-backup')).SaveWeeklyBackup)
const WeekPage = lazyPage(async () => (await import('./week-page')).WeekPage)
const TrendsPage = lazyPage(async () => (await import('./trends-page')).TrendsPage)
const SitesPage = lazyPage(async () => (await import('./sites-page')).SitesPage)
const FirewallPage = lazyPage(async () => (await import('./firewall-page')).FirewallPage)
const InsightsPage = lazyPage(async () => (await import('./insights-page')).InsightsPage)
const SettingsPage = lazyPage(async () => (await import('./settings-page')).SettingsPage)

/** Pages that show a period. It stays the same when the person moves between them. */
const OF_A_PERIOD: ReadonlySet<PageName> = new Set(['week', 'trends', 'sites', 'insights'])

/** Pages with figures of the record. */
const OF_THE_RECORD: ReadonlySet<PageName> = new Set(['today', ...OF_A_PERIOD])

/** The dashboard: shows the page that the hash of the URL names. */
export function Dashboard() {
  const { page, ...place } = useRoute()
  const range = OF_A_PERIOD.has(page) ? (place.part ?? undefined) : undefined
  const stored = valueOf(useLive(liveTrouble, ''))
  const trouble = storageTroubleOf(stored)
  // Without a database, no page has anything to show.
  const isEmpty = stored?.reason === 'private'
  const [failed, ask] = useRequest()
  const settings = valueOf(useLive(liveSettings, ''))
  const theme = settings?.theme
  useEffect(() => {
    if (theme) keepTheme(theme)
  }, [theme])
  // A layout effect, so that a page can then set a title of its own with its period.
  useLayoutEffect(() => {
    document.title = `${t(page)} – ${t('extension_name')}`
    scrollTo(0, 0)
  }, [page])
  return (
    <Frame current={page} hrefOf={(other) => hashOf(other, OF_A_PERIOD.has(other) ? range : undefined)}>
      {trouble && <Trouble {...trouble} />}
      {failed && !isEmpty && <Trouble {...failed} />}
      <Notices sources={noticeSources} dataHref={hashOf('settings', 'data')} />
      {!isEmpty && (
        <>
          {settings && !trouble && <WeeklyBackup settings={settings} />}
          <CutShortNote page={page} report={ask} />
          {OF_THE_RECORD.has(page) && <ThisDeviceSwitch />}
          {page === 'today' && <TodayPage part={place.part} isWell={!trouble} />}
          {page === 'week' && <WeekPage {...place} />}
          {page === 'trends' && <TrendsPage {...place} />}
          {page === 'sites' && <SitesPage {...place} />}
          {page === 'firewall' && <FirewallPage {...place} isWell={!trouble} />}
          {page === 'insights' && <InsightsPage {...place} />}
          {page === 'settings' && <SettingsPage {...place} />}
        </>
      )}
    </Frame>
  )
}
