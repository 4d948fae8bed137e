import type { PausedUntil } from '../../domain/settings'
import type { Handlers } from '../../platform/messages'
import { inTime } from '../../storage/in-time'
import { writeLog } from '../../storage/log'
import { changeSurface } from '../../storage/opinions'
import { putRate, removeRate } from '../../storage/rates'
import { changeSettings } from '../../storage/settings'
import { report } from './report'

/** The pause holds, whether or not it can be noted. */
const logPause = (until: PausedUntil) =>
  inTime(() =>
    writeLog(until === null ? { at: Date.now(), type: 'resume' } : { at: Date.now(), type: 'pause', until }),
  )

/** What our pages may ask for. */
export const commands = (lookAnew: () => Promise<void>): Handlers => ({
  look: async () => {
    await lookAnew()
    return null
  },
  changeSettings: async (change) => {
    const settings = await changeSettings(change)
    const { pausedUntil } = change
    if (pausedUntil !== undefined) await logPause(pausedUntil).catch(report)
    return settings
  },
  changeSurface: async ({ surface, change }) => {
    await inTime(() => changeSurface(surface, change))
    await lookAnew()
    return null
  },
  putRate: async ({ rate, replaces }) => {
    await inTime(() => putRate(rate, replaces))
    await lookAnew()
    return null
  },
  removeRate: async ({ from }) => {
    await inTime(() => removeRate(from))
    await lookAnew()
    return null
  },
})
