import type { DevicesStatus } from '../../domain/devices/devices-status'
import { t } from '../../platform/i18n'
import { useNow } from '../page/use-live'
import { agoWords, areaWords } from './devices-words'
import { useWork } from './use-work'
import { WorkNote } from './work-note'

interface Props {
  status: Pick<DevicesStatus, 'lastAt' | 'usedBytes' | 'mostBytes'>
  onExchange: () => Promise<unknown>
}

/** When devices last exchanged, and how full their part of the browser's sync is. */
export function ExchangePart({ status: { lastAt, usedBytes, mostBytes }, onExchange }: Props) {
  const now = useNow()
  const { run, ...work } = useWork()
  const share = mostBytes > 0 ? Math.min(1, usedBytes / mostBytes) : 0
  return (
    <div class="devices-part">
      <h3>{t('devices_exchange')}</h3>
      <div class="exchange">
        <p>{lastAt === null ? t('devices_never') : t('devices_last', agoWords(lastAt, now))}</p>
        <button type="button" aria-disabled={work.isBusy} onClick={() => void run(onExchange)}>
          {t('devices_exchange_now')}
        </button>
      </div>
      <WorkNote work={work} during={t('devices_exchanging')} />
      <p class="area-words">{areaWords(usedBytes, mostBytes)}</p>
      <div class="area-bar" aria-hidden="true">
        <span style={{ inlineSize: `${share * 100}%` }} />
      </div>
    </div>
  )
}
