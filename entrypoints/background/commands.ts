import type { Handlers } from '../../platform/messages'
import { writeLog } from '../../storage/log'
import { changeSurface } from '../../storage/opinions'
import { putRate, removeRate } from '../../storage/rates'
import { changeSettings } from '../../storage/settings'

/** What our pages may ask for. Every way in to a change passes here. */
export const commands = (lookAnew: () => Promise<void>): Handlers => ({
  look: async () => {
    await lookAnew()
    return null
  },
  changeSettings: async (change) => {
    const settings = await changeSettings(change)
    if (change.pausedUntil === null) await writeLog({ at: Date.now(), type: 'resume' })
    else if (change.pausedUntil) await writeLog({ at: Date.now(), type: 'pause', until: change.pausedUntil })
    return settings
  },
  changeSurface: async ({ surface, change }) => {
    await changeSurface(surface, change)
    await lookAnew()
    return null
  },
  putRate: async ({ rate, replaces }) => {
    await putRate(rate, replaces)
    await lookAnew()
    return null
  },
  removeRate: async ({ from }) => {
    await removeRate(from)
    await lookAnew()
    return null
  },
})
