import { browser } from 'wxt/browser'
import { isPaused } from '../../../domain/settings/settings'
import { localOffset } from '../../../platform/local-offset'
import { isInFront, look } from '../../../platform/look'
import { saveBeat, saveStep, sealOldestDay } from '../../../storage/record/ledger'
import { rememberIconHost } from '../../../storage/said/opinions'
import { holdStep, readHolding, releaseStep } from '../../../storage/said/session'
import { ALARM } from '../alarm'
import type { Context, Facts } from '../context'
import type { Guard } from '../firewall/guard'
import { report } from '../report'
import { showFailureOnIcon, showOnIcon } from '../icon/icon'
import { createNudge } from './nudge-after-ai'
import { createOffer } from './offer-statement'
import { createSteadyLedger } from './steady-ledger'
import type { Parts } from './tracker'

/** Shows the state on the icon after a step, offers last week's statement, and nudges. */
function createShow(
  context: Context,
  guard: Pick<Guard, 'countdown' | 'isFrontStopped'>,
  isInFrontNow: () => boolean,
): Parts['show'] {
  const offer = createOffer()
  const nudge = createNudge()
  return async (state, trouble) => {
    const facts = await context.facts()
    await showOnIcon(facts, state, trouble, guard.countdown)
    void offer(facts.settings, state).catch(report)
    void nudge(facts, state, isInFrontNow() && !guard.isFrontStopped).catch(report)
  }
}

/** Needed only in browsers with an icon cache. A failure stops nothing, because icons are decoration. */
async function rememberIcon({ iconHosts, trouble }: Facts, surface: string, host: string): Promise<void> {
  if (import.meta.env.FIREFOX || trouble || iconHosts.get(surface) === host) return
  if (await rememberIconHost(surface, host)) iconHosts.set(surface, host)
}

/** The real parts of the tracker; tests use fake ones. */
export function trackerParts(
  context: Context,
  guard: Pick<Guard, 'look' | 'beat' | 'countdown' | 'isCounting' | 'hasRules' | 'isFrontStopped'>,
): Parts {
  const lifeId = crypto.randomUUID()
  /** The facts of the last look, which also decide what may be written of it. */
  let latest: Facts | null = null
  /** Whether the last look found a window in front. A page that only plays behind another program is not gone to. */
  let wasInFront = false
  /** The surface that the last look saw, and its host. */
  let seenHost: [surface: string, host: string] | null = null
  const show = createShow(context, guard, () => wasInFront)

  return {
    now: Date.now,
    facts: async () => (latest = await context.facts()),
    look: async (facts) => {
      const { settings, rules } = facts
      const paused = isPaused(settings, Date.now())
      const { seen, iconHost, inFront, attended, beneath } = await look({ ...settings, ...rules, paused })
      wasInFront = inFront
      seenHost = seen.page && iconHost ? [seen.page.surface, iconHost] : null
      return { seen, inFront, isPaused: paused, attended, beneath }
    },
    // Firefox reports every loss of focus; Chromium only if its own toolbar had focus, not the page.
    glance: import.meta.env.FIREFOX ? null : isInFront,
    policyOf: ({ settings, rules, device, runId }) => ({
      device,
      runId,
      lifeId,
      idleIntervalMs: settings.idleSeconds * 1000,
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
    guard: ({ seen, attended, beneath }, policy) => guard.look({ seen, attended, beneath, policy }),
    guardBeat: (at, policy) => guard.beat(at, policy),
    isGuarding: () => guard.isCounting,
    hasRules: () => guard.hasRules,
    sealOldestDay,
    setAlarm: async (on) => {
      if (on) await browser.alarms.create(ALARM.look, { periodInMinutes: 0.5 })
      else await browser.alarms.clear(ALARM.look)
    },
    show: async (state, trouble) => {
      if (latest && seenHost) void rememberIcon(latest, ...seenHost).catch(report)
      await show(state, trouble)
    },
    showFailure: showFailureOnIcon,
    report,
  }
}
