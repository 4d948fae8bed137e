/**
 * What is known about the time that AI tools save, as of `asOf`. Studies disagree even on the sign, so nothing is
 * computed from these rows: they stand beside the factor that the person declares.
 */
import type { Day } from '../time/local-time'

/** Per cent of time saved; below zero, people took longer. */
interface SavedRange {
  low: number
  high: number
}

export interface SavingStudy extends SavedRange {
  /** What was measured; the words are in the messages. */
  name: 'hours' | 'perHour' | 'trial' | 'trialAgain' | 'trialNew' | 'denmark'
  /** The single figure of the study; null if it gives only a range. */
  central: number | null
  source: string
  /** The year of publication, or of the survey if that is what the study is named by. */
  year: number
}

const ST_LOUIS = 'Bick, Blandin, Deming 2024–25, St. Louis Fed'
const METR_AGAIN = 'METR 2026'

export const AI_TIME_SAVED = {
  asOf: '2026-11-28' satisfies Day as Day,
  /** Per cent of the time in AI tools that research spans; it includes zero as well. */
  factor: { low: 15, central: 33, high: 33 },
  studies: [
    { name: 'hours', low: 5.4, central: 5.4, high: 5.4, source: ST_LOUIS, year: 2025 },
    { name: 'perHour', low: 33, central: 33, high: 33, source: ST_LOUIS, year: 2025 },
    {
      name: 'denmark',
      low: 2.8,
      central: null,
      high: 3,
      source: 'Humlum, Vestergaard 2025, NBER 33777',
      year: 2025,
    },
    { name: 'trial', low: -19, central: -19, high: -19, source: 'METR 2025, arXiv 2507.09089', year: 2025 },
    { name: 'trialAgain', low: -9, central: 18, high: 38, source: METR_AGAIN, year: 2026 },
    { name: 'trialNew', low: -9, central: 4, high: 15, source: METR_AGAIN, year: 2026 },
  ] satisfies SavingStudy[] as readonly SavingStudy[],
} as const
