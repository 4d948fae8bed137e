import { browser } from 'wxt/browser'
import { type SurfaceRules, surfaceRules } from '../../domain/surface/surface-rules'
import type { Opinion } from '../../domain/surface/opinion'
import type { Settings } from '../../domain/settings/settings'
import { deviceId } from '../../storage/said/device'
import { KNOWN_TO_FAIL_MS } from '../../storage/base/in-time'
import { opinionsForRecording } from '../../storage/said/opinions'
import { currentRunId } from '../../storage/said/session'
import { loadSettings } from '../../storage/said/settings'

/** What every look needs to know; read once in a worker's life, and anew after a change. */
export interface Facts {
  settings: Settings
  rules: SurfaceRules
  /** What the person said of surfaces, as far as it could be read. */
  opinions: readonly Opinion[]
  /** Why the person's opinions could not be read, so that the rules are the catalogue's alone. */
  trouble: unknown
  device: string
  runId: string
  /** The hosts whose icon is remembered already, by surface. */
  iconHosts: Map<string, string>
}

export interface Context {
  facts: () => Promise<Facts>
  /** Reads everything anew at the next look. */
  forget: () => void
}

/** How soon to try again to read what could not be read. */
const RETRY_MS = 5_000

export function createContext(): Context {
  let loaded: Promise<Facts> | null = null
  let isFailing = false
  const forget = () => {
    loaded = null
  }

  /** Recording goes on without them; what is recorded then is held until they are known. */
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
    const [settings, rules, device, runId] = await Promise.all([
      loadSettings(),
      rulesOrTrouble(),
      deviceId(),
      currentRunId(),
    ])
    browser.idle.setDetectionInterval(settings.idleSeconds)
    return { settings, ...rules, device, runId, iconHosts: new Map() }
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
