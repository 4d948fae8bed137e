import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { serve } from '../../platform/messages'
import { onNoticeClicked } from '../../platform/notices'
import { onPopupChange } from '../../platform/popup-open'
import { loadSettings, watchSettings } from '../../storage/settings'
import { commands } from './commands'
import { createContext } from './context'
import { endPauseIfDue, keepPauseAlarm } from './pause'
import { firewallCommands } from './firewall-commands'
import { Guard } from './guard'
import { followTabs } from './follow-tabs'
import { guardParts } from './guard-parts'
import { report } from './report'
import { isTelling } from './telling'
import { ALARM, trackerParts } from './tracker-parts'
import { Tracker } from './tracker'
import { wallCommands } from './wall-commands'
import { welcome } from './welcome'

/** Chromium announces a window that it brings forward itself up to 0.2 s before it calls it focused. */
const FOCUS_SETTLES_MS = [100, 200, 300]

export default defineBackground(() => {
  const context = createContext()
  const guard = new Guard(guardParts(context, () => void tracker.hint(false)))
  const tracker = new Tracker(trackerParts(context, guard))
  const look = () => void tracker.hint()
  const lookAnew = () => {
    context.forget()
    return tracker.hint()
  }

  browser.tabs.onActivated.addListener(look)
  browser.tabs.onRemoved.addListener(look)
  browser.tabs.onReplaced.addListener(look)
  browser.tabs.onUpdated.addListener((_id, change, tab) => {
    if (isTelling(change, tab)) look()
  })
  browser.windows.onFocusChanged.addListener((id) => {
    look()
    if (id === browser.windows.WINDOW_ID_NONE) return
    for (const ms of FOCUS_SETTLES_MS) setTimeout(look, ms)
  })
  browser.windows.onRemoved.addListener(look)
  browser.idle.onStateChanged.addListener(look)
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM.pauseEnds) return void tracker.hint(false)
    void endPauseIfDue().catch(report)
    look()
  })
  browser.runtime.onStartup.addListener(look)
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcome().catch(report)
    look()
  })
  onPopupChange(look)
  watchSettings((settings) => {
    void keepPauseAlarm(settings).catch(report)
    void lookAnew()
  })
  followTabs(guard)
  onNoticeClicked()
  const hint = () => tracker.hint()
  serve(
    { ...commands(tracker, lookAnew), ...firewallCommands(guard, hint), ...wallCommands(guard, hint) },
    report,
  )
  // Switched on again, the extension hears of nothing; any event that woke the worker comes before this.
  setTimeout(() => void tracker.hint(false), 100)
  // Firefox forgets its alarms when it closes.
  void loadSettings().then(keepPauseAlarm).catch(report)
})
