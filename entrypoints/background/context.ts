import { browser } from 'wxt/browser'
import { type RecordingRules, recordingRules } from '../../domain/recording-rules'
import type { Settings } from '../../domain/settings'
import { deviceId } from '../../storage/device'
import { opinionsForRecording } from '../../storage/opinions'
import { currentRunId } from '../../storage/session'
import { loadSettings } from '../../storage/settings'
import { report } from './report'

/** What every look needs to know; read once in a worker's life, and anew after a change. */
export interface Facts {
  settings: Settings
  rules: RecordingRules
  device: string
  runId: string
}

export interface Context {
  facts: () => Promise<Facts>
  /** Reads everything anew at the next look. */
  forget: () => void
}

export function createContext(): Context {
  let loaded: Promise<Facts> | null = null
  const forget = () => {
    loaded = null
  }

  /** Recording goes on while the database fails: with the catalogue alone, to be filtered when it is back. */
  const rulesOrCatalogue = (): Promise<RecordingRules> =>
    opinionsForRecording().then(recordingRules, (error: unknown) => {
      report(error)
      forget()
      return recordingRules([])
    })

  const load = async (): Promise<Facts> => {
    const [settings, rules, device, runId] = await Promise.all([
      loadSettings(),
      rulesOrCatalogue(),
      deviceId(),
      currentRunId(),
    ])
    browser.idle.setDetectionInterval(settings.idleSeconds)
    return { settings, rules, device, runId }
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
