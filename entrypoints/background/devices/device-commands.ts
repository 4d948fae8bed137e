/** What pages ask of the exchange with other devices. */
import { isQuotaError } from '../../../domain/devices/area'
import { type AreaHead, HEAD_KEY, isAreaHead } from '../../../domain/devices/area-head'
import { readDeviceName } from '../../../domain/devices/device-name'
import { type DevicesMark, joinedMark } from '../../../domain/devices/devices-mark'
import { ownError } from '../../../domain/own-error'
import type { Handlers } from '../../../platform/messages'
import { deviceId } from '../../../storage/said/device'
import {
  readDeviceKey,
  readDevicesMark,
  writeDeviceKey,
  writeDevicesMark,
} from '../../../storage/said/devices-mark'
import { allWords } from '../../../storage/said/words'
import { beginAreaAnew, readArea, removeItems, tellErased } from '../../../storage/said/sync-area'
import { itemKey, itemNamed } from '../../../domain/devices/item'
import { sealItem } from '../../../platform/sealing'
import { type AreaKey, areaKey, newAreaKey } from '../../../platform/area-key'
import type { DeviceExchange } from './exchange'

type Names =
  | 'connectDevices'
  | 'startDevicesAnew'
  | 'joinByFile'
  | 'takeItems'
  | 'renameDevice'
  | 'disconnectDevices'
  | 'eraseDevice'
  | 'removeDevice'
  | 'exchangeNow'

/** What the browser says when it refuses to write into the area. */
const areaError = (error: unknown): Error =>
  ownError(isQuotaError(error) ? 'error_area_full' : 'error_area_refused')

const headIn = (area: Readonly<Record<string, unknown>>): AreaHead | null => {
  const head = area[HEAD_KEY]
  return isAreaHead(head) ? head : null
}

/** Empties the area, and begins with a new passphrase. */
async function begun(passphrase: string): Promise<AreaKey> {
  const found = await newAreaKey(passphrase)
  try {
    await beginAreaAnew(found.head)
  } catch (error) {
    throw areaError(error)
  }
  return found
}

/** Joins the devices of a key: what was exchanged before stays known. */
async function join(typedName: string, { key, head }: AreaKey): Promise<void> {
  await writeDeviceKey(key)
  const known = await readDevicesMark()
  const name = readDeviceName(typedName)
  // After the database was lost, what comes back from a file was said nobody knows when.
  const isNew = (await allWords()).size === 0
  const mark: DevicesMark = known
    ? { ...known, isOn: true, isNew, name, head, trouble: null, triedAt: null, refused: 0, totalsAt: 0 }
    : joinedMark(name, head)
  await writeDevicesMark(mark)
}

/** Ends exchanging here; the items go last, so that a write that is refused leaves nothing on. */
async function leave(exchange: DeviceExchange, removeOwn: () => Promise<void>): Promise<void> {
  const mark = await readDevicesMark()
  if (!mark) return
  await writeDevicesMark({ ...mark, isOn: false, trouble: null })
  await writeDeviceKey(null)
  exchange.forget()
  await removeOwn()
}

/** The same because everything here is erased: the other devices are told. */
async function erased(exchange: DeviceExchange): Promise<void> {
  const [key, device] = [await readDeviceKey(), await deviceId()]
  const item = itemKey(device, 'erased')
  // Without a key nobody could open what is told.
  const told = key && (await sealItem(key, item, `${Date.now()}`))
  await leave(exchange, () => (told ? tellErased(device, told) : removeItems(device)))
}

type Run = (texts?: ReadonlyMap<string, string>) => Promise<void>

/** `run` exchanges at once, also with the texts of a file. */
export function deviceCommands(exchange: DeviceExchange, run: Run): Pick<Handlers, Names> {
  const changeMark = (change: Partial<DevicesMark>): Promise<void> =>
    exchange.inTurn(async () => {
      const mark = await readDevicesMark()
      if (mark) await writeDevicesMark({ ...mark, ...change })
    })

  return {
    connectDevices: async ({ name, passphrase }) => {
      await exchange.inTurn(async () => {
        const area = await readArea()
        const head = headIn(area)
        // They may be on their way: whoever begins now would remove what other devices sent.
        if (!head && Object.keys(area).some((key) => itemNamed(key))) throw ownError('error_area_refused')
        await join(name, head ? await areaKey(passphrase, head) : await begun(passphrase))
      })
      await run()
      return null
    },
    startDevicesAnew: async ({ name, passphrase }) => {
      await exchange.inTurn(async () => join(name, await begun(passphrase)))
      await run()
      return null
    },
    joinByFile: async ({ name, passphrase, head }) => {
      await exchange.inTurn(async () => {
        const there = headIn(await readArea())
        if ((there ?? head).salt !== head.salt) throw ownError('error_area_in_use')
        await join(name, await areaKey(passphrase, head))
      })
      await run()
      return null
    },
    takeItems: async ({ texts }) => {
      await run(new Map(Object.entries(texts)))
      return null
    },
    renameDevice: async ({ name }) => {
      await changeMark({ name: readDeviceName(name) })
      await run()
      return null
    },
    disconnectDevices: async () => {
      await exchange.inTurn(() => leave(exchange, async () => removeItems(await deviceId())))
      return null
    },
    eraseDevice: async () => {
      await exchange.inTurn(() => erased(exchange))
      return null
    },
    removeDevice: async ({ id }) => {
      await exchange.inTurn(() => removeItems(id))
      await run()
      return null
    },
    exchangeNow: async () => {
      await run()
      return null
    },
  }
}
