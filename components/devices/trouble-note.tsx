import { type DevicesStatus, needsPassphrase } from '../../domain/devices/devices-status'
import { t } from '../../platform/i18n'
import { useNow } from '../page/use-live'
import { agoWords } from './devices-words'
import '../page/trouble.css'

interface Props {
  trouble: DevicesStatus['trouble']
  onType: () => void
}

/** What keeps exchanges from working, and what the person can do. */
export function TroubleNote({ trouble, onType }: Props) {
  const now = useNow()
  if (!trouble) return null
  return (
    <section class="trouble devices-trouble" role="alert">
      <p>{t(`devices_trouble_${trouble.type}`)}</p>
      {/* Silent, because every minute changes it. */}
      <p class="soft" aria-live="off">
        {t('devices_trouble_when', agoWords(trouble.at, now))}
      </p>
      {needsPassphrase(trouble) && (
        <div class="actions">
          <button type="button" onClick={onType}>
            {t('devices_type')}
          </button>
        </div>
      )}
    </section>
  )
}
