import { useMemo, useState } from 'preact/hooks'
import type { Period } from '../../domain/time/period'
import { writeRange } from '../../domain/time/range'
import { type Grain, grainsOf, stepsOf, usualGrain } from '../../domain/statement/trend'

export interface Steps {
  steps: Period[]
  grain: Grain
  grains: Grain[]
  onGrain: (grain: Grain) => void
}

/** The steps of a period: their length suits the period until the person chooses another. */
export function useSteps(period: Period, weekStart: number): Steps {
  const written = writeRange(period)
  const [chosen, choose] = useState<{ for: string; grain: Grain } | null>(null)
  const grain = chosen?.for === written ? chosen.grain : usualGrain(period)
  const steps = useMemo(() => stepsOf(period, grain, weekStart), [written, grain, weekStart])
  return {
    steps,
    grain,
    grains: grainsOf(period),
    onGrain: (next) => choose({ for: written, grain: next }),
  }
}
