import { useEffect } from 'preact/hooks'
import { storageTroubleOf, valueOf } from '../../components/describe-trouble'
import { Frame } from '../../components/frame'
import { Trouble } from '../../components/trouble'
import { useLive } from '../../components/use-live'
import { t } from '../../platform/i18n'
import { liveTrouble } from '../../storage/live'
import { useRoute } from './route'
import { FirewallPage } from './firewall-page'
import { SettingsPage } from './settings-page'
import { TodayPage } from './today-page'

/** The pages of the dashboard, by the hash in the address bar. */
export function Dashboard() {
  const { page, ...place } = useRoute()
  const trouble = storageTroubleOf(valueOf(useLive(liveTrouble, '')))
  useEffect(() => {
    document.title = `${t(page)} – ${t('extension_name')}`
    scrollTo(0, 0)
  }, [page])
  return (
    <Frame current={page}>
      {trouble && <Trouble {...trouble} />}
      {page === 'today' && <TodayPage isWell={!trouble} />}
      {page === 'firewall' && <FirewallPage />}
      {page === 'settings' && <SettingsPage {...place} />}
    </Frame>
  )
}
