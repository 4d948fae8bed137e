import { useState } from 'preact/hooks'
import { isQuiet, type OtherDevice } from '../../domain/devices/devices-status'
import { t } from '../../platform/i18n'
import { useFocusAfter } from '../form/use-focus-after'
import { useNow } from '../page/use-live'
import { agoWords } from './devices-words'
import { Sure } from './sure'
import { useWork } from './use-work'
import { WorkNote } from './work-note'

interface RowProps {
  device: OtherDevice
  now: number
  onRemove: (id: string) => Promise<unknown>
}

function Row({ device: { id, name, at }, now, onRemove }: RowProps) {
  const [isAsking, setAsking] = useState(false)
  const { run, ...work } = useWork()
  const focused = useFocusAfter(isAsking)
  const quiet = isQuiet(at, now)
  const remove = () => {
    setAsking(false)
    void run(() => onRemove(id))
  }
  return (
    <li class={quiet ? 'quiet-device' : ''}>
      <div class="device">
        <p>
          <bdi class="name">{name}</bdi> <span class="soft">· {agoWords(at, now)}</span>
        </p>
        {!isAsking && (
          <button ref={focused} type="button" class="text-button danger" onClick={() => setAsking(true)}>
            {t('devices_remove')}
            <span class="only-read"> {name}</span>
          </button>
        )}
      </div>
      {quiet && <p class="hint">{t('devices_quiet')}</p>}
      {isAsking && (
        <Sure
          label={t('devices_remove')}
          yes={t('devices_remove')}
          onYes={remove}
          onNo={() => setAsking(false)}
        >
          {t('devices_remove_sure', name)}
        </Sure>
      )}
      <WorkNote work={work} during={t('devices_removing')} />
    </li>
  )
}

interface Props extends Pick<RowProps, 'onRemove'> {
  others: readonly OtherDevice[]
}

/** The person's other devices, and when each was last heard of. */
export function OtherDevices({ others, onRemove }: Props) {
  const now = useNow()
  const focused = useFocusAfter(others.length)
  return (
    <div class="devices-part">
      <h3 ref={focused} tabIndex={-1}>
        {t('devices_others')}
      </h3>
      {others.length === 0 ? (
        <p class="hint">{t('devices_none', t('settings'), t('devices'))}</p>
      ) : (
        <>
          <p class="hint">{t('devices_heard')}</p>
          <ul class="other-devices">
            {others.map((device) => (
              <Row key={device.id} device={device} now={now} onRemove={onRemove} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
