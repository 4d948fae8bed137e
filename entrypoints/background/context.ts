import { browser } from 'wxt/browser'
import { type SurfaceRules, surfaceRules } from '../../domain/surface/surface-rules'
import type { Opinion } from '../../domain/surface/opinion'
import type { Settings } from '../../domain/settings/settings'
import { deviceId } from '../../storage/said/device'
import { KNOWN_TO_FAIL_MS } from '../../storage/base/in-time'
import { opinionsForRecording } from '../../storage/said/opinions'
import { readLoss } from '../../storage/said/loss'
import { currentRunId } from '../../storage/said/session'
import { loadSettings } from '../../storage/said/settings'

/** What every look needs to know. Read when the worker starts and again after a change. */
export interface Facts {
  settings: Settings
  rules: SurfaceRules
  /** The person's opinions; empty if they could not be read. */
  opinions: readonly Opinion[]
  /** Why the opinions could not be read; null if they were. The rules then use only the catalogue. */
  trouble: unknown
  device: string
  runId: string
  /** The icon hosts already stored, by surface. */
  iconHosts: Map<string, string>
  /** Whether the browser lost something, and the person has not acknowledged it. */
  hasLoss: boolean
}

export interface Context {
  facts: () => Promise<Facts>
  /** Makes the next look read everything again. */
  forget: () => void
}

/** How soon to retry a failed read. */
const RETRY_MS = 5_000

export function createContext(): Context {
  let loaded: Promise<Facts> | null = null
  let isFailing = false
  const forget = () => {
    loaded = null
  }

  /** Without opinions recording goes on, but its steps are held until the opinions can be read. */
  async function rulesOrTrouble(): Promise<Pick<Facts, 'rules' | 'opinions' | 'trouble'>> {
    try {
      const opinions = await opinionsForRecording(isFailing ? KNOWN_TO_FAIL_MS : undefined)
      isFailing = false
      return { rules: surfaceRules(opinions), opinions, trouble: null }
    } catch (error) {
      isFailing = true
      setTimeout(forget, RETRY_MS)
      return { rules: surfaceRules([]), opinions: [], trouble: error }
    }
  }

  const load = async (): Promise<Facts> => {
    const [settings, rules, device, runId, loss] = await Promise.all([
      loadSettings(),
      rulesOrTrouble(),
      deviceId(),
      currentRunId(),
      readLoss(),
    ])
    browser.idle.setDetectionInterval(settings.idleSeconds)
    return { settings, ...rules, device, runId, iconHosts: new Map(), hasLoss: loss !== null }
  }

  return {
    forget,
    facts: () => {
      loaded ??= load().catch((error: unknown) => {
        forget()
        throw error
      })
      return loaded
    },
  }
}
