/** The real parts of the exchange; tests use fake ones. */
import { HEAD_KEY, isAreaHead } from '../../../domain/devices/area-head'
import type { DevicesTrouble } from '../../../domain/devices/devices-status'
import { addDays, calendarDay } from '../../../domain/time/local-time'
import { written } from '../../../domain/written'
import { localOffset } from '../../../platform/local-offset'
import { sealItem, unsealItem } from '../../../platform/sealing'
import { exchangeWords } from '../../../storage/bulk/exchange-words'
import { hasTotalsOf, keepDeviceTotals, ownTimes } from '../../../storage/bulk/device-totals'
import { dropElsewhere, heardDevices, putElsewhere } from '../../../storage/firewall/elsewhere'
import { deviceId, renewDeviceId } from '../../../storage/said/device'
import { readDeviceKey, readDevicesMark, writeDevicesMark } from '../../../storage/said/devices-mark'
import { currentRunId } from '../../../storage/said/session'
import { readArea, writeArea } from '../../../storage/said/sync-area'
import { allWords } from '../../../storage/said/words'
import type { Guard } from '../firewall/guard'
import { report } from '../report'
import type { ExchangeParts, HeardUse } from './exchange'
import { exchangeRules } from './exchange-rules'
import { DAYS_OF_USE } from '../../../domain/devices/lineage'
import type { HeardDevice } from '../../../domain/firewall/elsewhere'
import type { Area } from './send-items'

async function keyHere(): Promise<CryptoKey> {
  const key = await readDeviceKey()
  if (!key) throw new Error('There is no key for the items of other devices.')
  return key
}

/** What keeps this device from opening the area: the passphrase was renewed elsewhere, or the key is lost. */
async function checkKey(area: Area, head: { salt: string }): Promise<DevicesTrouble | null> {
  const there = area[HEAD_KEY]
  if (isAreaHead(there) && there.salt !== head.salt) return 'renewed'
  return (await readDeviceKey()) ? null : 'locked'
}

/** Keeps what others have used if they said something new; returns whether that changed anything. */
async function keepUse(heard: readonly HeardUse[], now: number): Promise<boolean> {
  const known = await heardDevices()
  const fresh = heard.flatMap(({ id, use: { name, at, seq, sessions }, rows }): HeardDevice[] => {
    const before = known.find((one) => one.id === id)
    if (before && before.seq > seq) return []
    const device = { id, name, at, seq, use: { rows, sessions } }
    return written(device) === written(before ?? null) ? [] : [device]
  })
  if (fresh.length > 0) await putElsewhere(fresh)
  const here = new Set(heard.map(({ id }) => id))
  const today = calendarDay(now, localOffset(now))
  const isOver = ({ id, use }: HeardDevice) =>
    !here.has(id) && use.rows.every(({ day }) => day < addDays(today, -DAYS_OF_USE))
  const over: string[] = []
  // A device that only files tell of has its name and its number as long as its day totals.
  for (const { id } of known.filter(isOver)) if (!(await hasTotalsOf(id))) over.push(id)
  if (over.length > 0) await dropElsewhere(over)
  return fresh.length + over.length > 0
}

/** `changed` is called when an exchange changed something here, with the surfaces that are excluded from now on. */
export function exchangeParts(
  guard: Guard,
  changed: (excluded: readonly string[]) => Promise<void>,
): ExchangeParts {
  return {
    now: Date.now,
    today: (now) => calendarDay(now, localOffset(now)),
    readMark: readDevicesMark,
    writeMark: writeDevicesMark,
    deviceId,
    run: currentRunId,
    renewDeviceId: async () => {
      const id = await renewDeviceId()
      await changed([])
      return id
    },
    readArea,
    writeArea: async (items, gone, { head }) => writeArea(items, gone, head),
    open: async (key, sealed) => unsealItem(await keyHere(), key, sealed),
    seal: async (key, text) => sealItem(await keyHere(), key, text),
    checkKey: (area, { head }) => checkKey(area, head),
    readWords: allWords,
    exchangeWords: async (heard) => {
      const { hasChanged, excluded } = await exchangeWords(heard)
      if (hasChanged) await changed(excluded)
    },
    exchangeRules: async (heard) => {
      if (await exchangeRules(guard, heard)) await changed([])
    },
    ownUse: (today) =>
      guard.use(async ({ usage, state: { sessions } }) => ({
        rows: [...usage.values()].filter(({ day }) => day > addDays(today, -DAYS_OF_USE)),
        sessions,
      })),
    ownTotals: ownTimes,
    knownSeqs: async () => new Map((await heardDevices()).map(({ id, seq }) => [id, seq])),
    keepUse: async (heard) => {
      if (!(await keepUse(heard, Date.now()))) return
      await guard.elsewhereChanged()
      await changed([])
    },
    keepTotals: keepDeviceTotals,
    report,
  }
}
