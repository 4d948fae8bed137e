import { ThisDevice } from '../../components/totals/this-device'
import { send } from '../../platform/messages'
import { useDevices } from './use-devices'

/** On every page whose figures can hold what other devices recorded; nothing if nothing of them is here. */
export function ThisDeviceSwitch() {
  const { devices } = useDevices()
  return (
    devices?.areThere && (
      <ThisDevice
        isAlone={devices.isAlone}
        onChange={(thisDeviceAlone) => send('changeSettings', { thisDeviceAlone })}
      />
    )
  )
}
