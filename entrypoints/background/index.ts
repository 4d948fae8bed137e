import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { serve } from '../../platform/messages'
import { onPopupChange } from '../../platform/popup-open'
import { watchSettings } from '../../storage/said/settings'
import { commands } from './commands/commands'
import { questionCommands } from './commands/question-commands'
import { createContext } from './context'
import { endPauseIfDue, keepPauseAlarm, restorePauseAlarm } from './pause'
import { createFirewall } from './firewall'
import { report } from './report'
import { isRelevantChange } from './recording/is-relevant-change'
import { ALARM } from './alarm'
import { trackerParts } from './recording/tracker-parts'
import { Tracker } from './recording/tracker'
import { welcome } from './welcome'

/** Chromium reports a window that it brings to the front up to 0.2 s before the window counts as focused. */
const FOCUS_SETTLES_MS = [100, 200, 300]

export default defineBackground(() => {
  const context = createContext()
  const firewall = createFirewall(context, (isAnnounced) => tracker.hint(isAnnounced))
  const tracker = new Tracker(trackerParts(context, firewall.guard))
  const look = () => void tracker.hint()
  const lookAnew = () => {
    context.forget()
    return tracker.hint()
  }

  browser.tabs.onActivated.addListener(look)
  browser.tabs.onRemoved.addListener(look)
  browser.tabs.onReplaced.addListener(look)
  browser.tabs.onUpdated.addListener((_id, change, tab) => {
    if (isRelevantChange(change, tab)) look()
  })
  browser.windows.onFocusChanged.addListener((id) => {
    look()
    if (id !== browser.windows.WINDOW_ID_NONE) for (const ms of FOCUS_SETTLES_MS) setTimeout(look, ms)
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
  firewall.listen()
  serve(
    {
      ...commands(firewall.guard, lookAnew),
      ...questionCommands(context),
      ...firewall.commands,
    },
    report,
  )
  // Look even if no event woke the worker, as after the extension is re-enabled. A waking event comes first.
  setTimeout(() => void tracker.hint(false), 100)
  void restorePauseAlarm().catch(report)
})
