import { type DeviceActions } from '../../domain/devices/devices-status'
import { PASSPHRASE_BYTES, passphraseFrom } from '../../domain/devices/passphrase'
import { t } from '../../platform/i18n'
import { send } from '../../platform/messages'
import { isAreaInUse } from '../../storage/record/live-devices'

/** Connects this device with others, through the worker. */
export const DEVICE_ACTIONS: DeviceActions = {
  newPassphrase: () => passphraseFrom(crypto.getRandomValues(new Uint8Array(PASSPHRASE_BYTES))),
  isInUse: isAreaInUse,
  turnOn: (name, passphrase) => send('connectDevices', { name, passphrase }),
  startAnew: (name, passphrase) => send('startDevicesAnew', { name, passphrase }),
  rename: (name) => send('renameDevice', { name }),
  turnOff: () => send('disconnectDevices', null),
  remove: (id) => send('removeDevice', { id }),
  exchangeNow: () => send('exchangeNow', null),
}

/** The systems that a browser names, as people call them. */
const SYSTEMS = [
  ['Windows', /windows/i],
  ['Mac', /mac/i],
  ['ChromeOS', /cros/i],
  ['Linux', /linux/i],
] as const

/** A name for this device, such as “Chrome on Linux”. */
export function suggestedDeviceName(agent: string): string {
  const browser = import.meta.env.FIREFOX ? 'Firefox' : /edg\//i.test(agent) ? 'Edge' : 'Chrome'
  const system = SYSTEMS.find(([, pattern]) => pattern.test(agent))?.[0]
  return system ? t('device_suggested', browser, system) : browser
}
