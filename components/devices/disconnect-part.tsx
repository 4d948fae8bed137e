import { useState } from 'preact/hooks'
import { t } from '../../platform/i18n'
import { useFocusAfter } from '../form/use-focus-after'
import { Sure } from './sure'
import { useWork } from './use-work'
import { WorkNote } from './work-note'

/** Takes this device out again. */
export function DisconnectPart({ onDisconnect }: { onDisconnect: () => Promise<unknown> }) {
  const [isAsking, setAsking] = useState(false)
  const { run, ...work } = useWork()
  const focused = useFocusAfter(isAsking)
  const disconnect = () => {
    setAsking(false)
    void run(onDisconnect)
  }
  return (
    <div class="devices-part">
      {isAsking ? (
        <Sure
          label={t('devices_disconnect')}
          yes={t('devices_disconnect_now')}
          onYes={disconnect}
          onNo={() => setAsking(false)}
        >
          {t('devices_disconnect_sure')}
        </Sure>
      ) : (
        <button ref={focused} type="button" class="danger" onClick={() => setAsking(true)}>
          {t('devices_disconnect')}
        </button>
      )}
      <WorkNote work={work} during={t('devices_disconnecting')} />
    </div>
  )
}
