import { browser } from 'wxt/browser'
import { wakeUp } from '../../../domain/firewall/wake-up'
import { ALARM } from '../alarm'

/** Schedules a look at an instant: with an alarm, which outlives the worker, or with a timer if it is too near. */
export function createAlarmClock(look: () => void): (nextAt: number) => Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The alarm set last; undefined if the worker has just started and does not know. */
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
