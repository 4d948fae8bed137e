import type { PausedUntil } from '../../../domain/settings/settings'
import { isPartOf, siteOf } from '../../../domain/surface/surface'
import type { Forgotten, Handlers } from '../../../platform/messages'
import { inTime } from '../../../storage/base/in-time'
import { writeLog } from '../../../storage/said/log'
import { changeSurface } from '../../../storage/said/opinions'
import { stopSampling } from '../../../storage/said/ratings'
import { putRate, removeRate } from '../../../storage/said/rates'
import { changeSettings } from '../../../storage/said/settings'
import type { GuardKeeper } from '../firewall/guard-keeper'
import { report } from '../report'

/** Logs a pause. The pause holds even if this fails. */
const logPause = (until: PausedUntil) =>
  inTime((isLate) => {
    const at = Date.now()
    return writeLog(until === null ? { at, type: 'resume' } : { at, type: 'pause', until }, isLate)
  })

const isOf =
  (forgotten: Forgotten) =>
  (surface: string): boolean =>
    forgotten === 'all' || siteOf(surface) === forgotten.site

type Names = 'recordChanged' | 'changeSettings' | 'changeSurface' | 'putRate' | 'removeRate'

/** The commands that change the record, the settings, opinions and rates. */
export const commands = (
  guard: { keeper: Pick<GuardKeeper, 'reread' | 'forget'>; freeWalls: () => Promise<void> },
  lookAnew: () => Promise<void>,
  /** Called once something of the record was deleted or imported. */
  recordChanged: () => Promise<void> = () => Promise.resolve(),
): Pick<Handlers, Names> => ({
  recordChanged: async (input) => {
    if (input) await guard.keeper.forget(isOf(input.forgotten))
    await guard.keeper.reread()
    if (input?.forgotten === 'all') await guard.freeWalls()
    await lookAnew()
    void recordChanged().catch(report)
    return null
  },
  changeSettings: async (change) => {
    const settings = await changeSettings(change)
    const { pausedUntil } = change
    if (pausedUntil !== undefined) await logPause(pausedUntil).catch(report)
    if (change.asksWorth === false) await inTime(stopSampling).catch(report)
    return settings
  },
  changeSurface: async ({ surface, change }) => {
    await inTime((isLate) => changeSurface(surface, change, isLate))
    if (change.excluded) await guard.keeper.forget((visited) => isPartOf(visited, surface))
    await lookAnew()
    return null
  },
  putRate: async ({ rate, replaces }) => {
    await inTime((isLate) => putRate(rate, replaces, isLate))
    await lookAnew()
    return null
  },
  removeRate: async ({ from }) => {
    await inTime((isLate) => removeRate(from, isLate))
    await lookAnew()
    return null
  },
})
