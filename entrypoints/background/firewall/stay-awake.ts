import { browser } from 'wxt/browser'
import { wakeUp } from '../../../domain/firewall/limits'
import { ALARM } from '../alarm'

/** Sees to a look at an instant: an alarm outlives the worker, a timer holds what is too near for one. */
export function createAlarmClock(look: () => void): (nextAt: number) => Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** As it was set last; a worker that has just started does not know. */
  let alarmAt: number | null | undefined
  return async (nextAt) => {
    const plan = wakeUp(nextAt, Date.now())
    clearTimeout(timer)
    if (plan.timerMs !== null) timer = setTimeout(look, plan.timerMs)
    if (plan.alarmAt === alarmAt) return
    if (plan.alarmAt === null) await browser.alarms.clear(ALARM.guard)
    else await browser.alarms.create(ALARM.guard, { when: plan.alarmAt })
    alarmAt = plan.alarmAt
  }
}
