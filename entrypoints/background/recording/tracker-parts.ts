import { browser } from 'wxt/browser'
import { LOOK_MS, type Presence } from '../../../domain/record/attention'
import { isPaused } from '../../../domain/settings/settings'
import { usualHosts } from '../../../domain/surface/surface-book'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { localOffset } from '../../../platform/local-offset'
import { isInFront, look } from '../../../platform/look'
import { saveBeat, saveStep, sealOldestDay } from '../../../storage/record/ledger'
import { rememberIconHost } from '../../../storage/said/opinions'
import { holdStep, readHolding, releaseStep } from '../../../storage/said/session'
import { ALARM } from '../alarm'
import type { Context, Facts } from '../context'
import type { Guard } from '../firewall/guard'
import { report } from '../report'
import { showBeatOnIcon, showFailureOnIcon, showOnIcon } from '../icon/icon'
import { createNudge } from './nudge-after-ai'
import { createOffer } from './offer-statement'
import { createSteadyLedger } from './steady-ledger'
import type { Parts } from './tracker'
import { createAbsenceWatcher } from './watch-absence'
import { createCommitmentWatch } from './watch-commitments'

/**
 * Shows the state on the icon after a step, offers last week's statement, nudges, settles commitments, and watches for
 * absences.
 */
function createShow(
  context: Context,
  guard: Pick<Guard, 'endsAt' | 'focus' | 'isFrontStopped'>,
  lastSeen: () => { isInFront: boolean; presence: Presence },
  shown: () => void,
): Parts['show'] {
  const offer = createOffer()
  const nudge = createNudge()
  const watchCommitments = createCommitmentWatch()
  const watchAbsence = createAbsenceWatcher()
  return async (state, trouble) => {
    const facts = await context.facts()
    await showOnIcon(facts, state, trouble, guard)
    void offer(facts.settings, state).catch(report)
    const { isInFront: isThere, presence } = lastSeen()
    void nudge(facts, state, isThere && !guard.isFrontStopped).catch(report)
    if (!trouble && !facts.trouble) void watchCommitments(facts, state, isThere).catch(report)
    if (!trouble) void watchAbsence(presence, state.lastSeenAt, facts.device).catch(report)
    if (!trouble) shown()
  }
}

/**
 * Firefox ends the worker after 30 s without an event. In Chromium each beat keeps it awake as a side effect, so the
 * alarm is for a worker that was killed: each costs the browser a write (docs/decisions/044-fewer-alarms.md).
 */
const ALARM_MS = import.meta.env.FIREFOX ? LOOK_MS : 2 * LOOK_MS

async function setAlarm(isOn: boolean): Promise<void> {
  if (isOn) await browser.alarms.create(ALARM.look, { periodInMinutes: ALARM_MS / MINUTE_MS })
  else await browser.alarms.clear(ALARM.look)
}

/**
 * Needed only in browsers with an icon cache, and for hosts that pages do not guess. A failure stops nothing, because
 * icons are decoration.
 */
async function rememberIcon({ iconHosts, trouble }: Facts, surface: string, host: string): Promise<void> {
  if (import.meta.env.FIREFOX || trouble || iconHosts.get(surface) === host) return
  if (usualHosts(surface).includes(host)) return
  if (await rememberIconHost(surface, host)) iconHosts.set(surface, host)
}

/** The real parts of the tracker; tests use fake ones. */
export function trackerParts(
  context: Context,
  guard: Pick<Guard, 'look' | 'beat' | 'endsAt' | 'focus' | 'isCounting' | 'hasRules' | 'isFrontStopped'>,
  shown: () => void,
): Parts {
  const lifeId = crypto.randomUUID()
  /** The facts of the last look, which also decide what may be written of it. */
  let latest: Facts | null = null
  /** What the last look found. A page that only plays behind another program is not in front: nobody went to it. */
  let lastSeen: { isInFront: boolean; presence: Presence } = { isInFront: false, presence: 'unknown' }
  /** The surface that the last look saw, and its host. */
  let seenHost: [surface: string, host: string] | null = null
  const show = createShow(context, guard, () => lastSeen, shown)

  return {
    now: Date.now,
    facts: async () => (latest = await context.facts()),
    look: async (facts) => {
      const { settings, rules } = facts
      const paused = isPaused(settings, Date.now())
      const { iconHost, ...looked } = await look({ ...settings, ...rules, paused })
      const { seen, inFront } = looked
      lastSeen = { isInFront: inFront, presence: seen.presence }
      seenHost = seen.page && iconHost ? [seen.page.surface, iconHost] : null
      return { ...looked, isPaused: paused }
    },
    // Firefox reports every loss of focus; Chromium only if its own toolbar had focus, not the page.
    glance: import.meta.env.FIREFOX ? null : isInFront,
    policyOf: ({ settings, rules, device, runId }) => ({
      device,
      runId,
      lifeId,
      idleIntervalMs: settings.idleSeconds * 1000,
      alarmMs: ALARM_MS,
      offsetAt: localOffset,
      kindOf: rules.kindOf,
    }),
    ledger: createSteadyLedger({
      // Write nothing until it is known which sites are excluded.
      saveStep: async (advance, limitMs) => {
        if (latest?.trouble) throw latest.trouble
        return saveStep(advance, limitMs)
      },
      saveBeat,
      readHolding,
      holdStep,
      releaseStep,
      mayRecord: (surface) => !latest?.rules.isExcluded(surface),
    }),
    guard: ({ seen, attended, frontWindow, beneath }, policy) =>
      guard.look({ seen, attended, frontWindow, beneath, policy }),
    guardBeat: (at, policy) => guard.beat(at, policy),
    isGuarding: () => guard.isCounting,
    hasRules: () => guard.hasRules,
    sealOldestDay,
    setAlarm,
    show: async (state, trouble) => {
      if (latest && seenHost) void rememberIcon(latest, ...seenHost).catch(report)
      await show(state, trouble)
    },
    showBeat: async (facts, at) => showBeatOnIcon(facts, guard, at),
    showFailure: showFailureOnIcon,
    report,
  }
}
