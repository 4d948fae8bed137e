import type { DeviceFileActions } from '../../components/devices/use-device-file'
import { devicesFileName } from '../../domain/devices/devices-file'
import { saveFile } from '../../platform/save-file'
import { deviceNames } from '../../storage/record/device-names'
import { readDevicesMark } from '../../storage/said/devices-mark'
import { filesRead } from '../../storage/said/files-read'
import { devicesBlob, fileOfOther, joinByFile, ownFile, takeFile } from './device-files'
import { filesInFolder, removeOwnFile } from './devices-folder'

/** Carries what devices exchange to another browser or account. */
export const DEVICE_FILE_ACTIONS: DeviceFileActions = {
  save: async () => {
    const file = await ownFile()
    const name = devicesFileName(file.device)
    saveFile(name, devicesBlob(file))
    return name
  },
  open: async (chosen) => {
    const file = await fileOfOther(chosen)
    const mark = await readDevicesMark()
    return { file, isLocked: mark?.head.salt !== file.head.salt }
  },
  take: takeFile,
  join: joinByFile,
  lastRead: async () => {
    const [read, names] = await Promise.all([filesRead(), deviceNames()])
    return [...read]
      .map(([id, at]) => ({ id, at, name: names.get(id) ?? '' }))
      .filter(({ name }) => name !== '')
      .toSorted((a, b) => b.at - a.at)
  },
  inFolder: filesInFolder,
  removeOwn: removeOwnFile,
}
