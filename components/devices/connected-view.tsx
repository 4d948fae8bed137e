import { readDeviceName } from '../../domain/devices/device-name'
import { type DeviceActions, type DevicesStatus, needsPassphrase } from '../../domain/devices/devices-status'
import { t } from '../../platform/i18n'
import { TextSetting } from '../form/text-setting'
import { DisconnectPart } from './disconnect-part'
import { ExchangePart } from './exchange-part'
import { FilePart } from './file-part'
import { OtherDevices } from './other-devices'
import type { DeviceFileActions, DeviceFileWork } from './use-device-file'
import { WhatGoes } from './what-goes'

interface Props {
  status: DevicesStatus
  actions: DeviceActions
  file: DeviceFileWork
  files: Pick<DeviceFileActions, 'inFolder' | 'lastRead'>
  /** Whether the passphrase is still on show. */
  isShown: boolean
  onAnew: () => void
}

function readName(typed: string): { value: string } | { problem: string } {
  const value = readDeviceName(typed)
  return value === '' ? { problem: t('devices_name_missing') } : { value }
}

/** A connected device: its name, the others, the exchange, and the ways out. */
export const ConnectedView = ({ status, actions, file, files, isShown, onAnew }: Props) => (
  <div class="connected">
    <div class="devices-part">
      <TextSetting
        label={t('devices_name')}
        hint={t('devices_name_hint')}
        value={status.name}
        read={readName}
        onSave={actions.rename}
      />
      <WhatGoes isFolded />
    </div>
    <OtherDevices others={status.others} onRemove={actions.remove} />
    <ExchangePart status={status} onExchange={actions.exchangeNow} />
    {/* Without its key, this device can open no file. */}
    {!needsPassphrase(status.trouble) && <FilePart file={file} files={files} />}
    {!isShown && (
      <div class="devices-part">
        <h3>{t('devices_passphrase')}</h3>
        <p class="hint">{t('devices_passphrase_where')}</p>
        <div class="actions">
          <button type="button" onClick={onAnew}>
            {t('devices_anew')}
          </button>
        </div>
      </div>
    )}
    <DisconnectPart onDisconnect={actions.turnOff} />
  </div>
)
