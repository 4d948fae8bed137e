import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { serve } from '../../platform/messages'
import { onMaySaveChange } from '../../platform/downloads'
import { onPopupChange } from '../../platform/popup-open'
import { watchForLoss } from '../../storage/bulk/recover'
import { watchLoss } from '../../storage/said/loss'
import { watchSettings } from '../../storage/said/settings'
import { commands } from './commands/commands'
import { promiseCommands } from './commands/promise-commands'
import { questionCommands } from './commands/question-commands'
import { createContext } from './context'
import { backUpByAlarm, keepBackupAlarm, restoreBackupAlarm } from './backup'
import { endPauseIfDue, keepPauseAlarm, restorePauseAlarm } from './pause'
import { createDevices } from './devices/devices'
import { createFirewall } from './firewall'
import { report } from './report'
import { createMenu, keepMenu, listenToMenu } from './menu'
import { isRelevantChange } from './recording/is-relevant-change'
import { ALARM } from './alarm'
import { postponeUpdates } from './update'
import { trackerParts } from './recording/tracker-parts'
import { Tracker } from './recording/tracker'
import { welcome } from './welcome'

/** Chromium reports a window that it brings to the front up to 0.2 s before the window counts as focused. */
const FOCUS_SETTLES_MS = [100, 200, 300]

export default defineBackground(() => {
  const context = createContext()
  const firewall = createFirewall(context, (isAnnounced) => tracker.hint(isAnnounced))
  const tracker: Tracker = new Tracker(trackerParts(context, firewall.guard, () => devices.touch()))
  const look = () => void tracker.hint()
  const lookAnew = () => {
    context.forget()
    return tracker.hint()
  }
  const devices = createDevices(firewall.guard, lookAnew)

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
    if (name === ALARM.backup) return void backUpByAlarm().catch(report)
    if (name !== ALARM.pauseEnds) return void tracker.hint(false)
    void endPauseIfDue().catch(report)
    look()
  })
  browser.runtime.onStartup.addListener(() => {
    void createMenu().catch(report)
    look()
  })
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void welcome().catch(report)
    void createMenu().catch(report)
    look()
  })
  onMaySaveChange(() => void restoreBackupAlarm().catch(report))
  postponeUpdates(report)
  onPopupChange(look)
  watchSettings((settings) => {
    void keepPauseAlarm(settings).catch(report)
    void keepBackupAlarm(settings).catch(report)
    void keepMenu(settings).catch(report)
    void lookAnew()
  })
  watchForLoss(() => void firewall.guard.keeper.rewrite(), report)
  watchLoss(() => void lookAnew())
  firewall.listen()
  const changes = commands(firewall.guard, lookAnew, devices.resend)
  const promises = promiseCommands(context, lookAnew)
  serve(
    { ...changes, ...promises, ...questionCommands(context), ...firewall.commands, ...devices.commands },
    report,
  )
  listenToMenu((change) => changes.changeSettings(change, { tabId: null }), report)
  // Look even if no event woke the worker, as after the extension is re-enabled. A waking event comes first.
  setTimeout(() => void tracker.hint(false), 100)
  for (const restore of [restorePauseAlarm, restoreBackupAlarm]) void restore().catch(report)
})
