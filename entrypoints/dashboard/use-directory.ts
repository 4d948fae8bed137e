import { useMemo } from 'preact/hooks'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import { useLive } from '../../components/page/use-live'
import { quartersBySurface } from '../../domain/record/rating'
import { surfaceDirectory } from '../../domain/surface/surface-directory'
import {
  liveOpinions,
  liveRatings,
  liveRecentTimes,
  liveSealedTimes,
  liveTotalTimes,
} from '../../storage/record/known-surfaces'
import { useDevices } from './use-devices'

/** The known surfaces with their recorded time or day totals, and the person's opinions; `known` is null until they are read. */
export function useDirectory() {
  const { devices, failed: failedDevices } = useDevices()
  const hidden = devices?.hidden ?? new Set<string>()
  const key = [...hidden].join(' ')
  const sealed = useLive(() => liveSealedTimes(hidden), key)
  const recent = useLive(() => liveRecentTimes(hidden), key)
  const counted = useLive(() => liveTotalTimes(hidden), key)
  const opinions = useLive(liveOpinions, '')
  const ratings = useLive(liveRatings, '')
  const known = useMemo(() => {
    const [past, lately, said] = [valueOf(sealed), valueOf(recent), valueOf(opinions)]
    const [totals, rated] = [valueOf(counted), valueOf(ratings)]
    if (!past || !lately || !totals || !said || !rated || !devices) return null
    const times = new Map(past)
    for (const [surface, ms] of lately) times.set(surface, (times.get(surface) ?? 0) + ms)
    // The larger of both: a total may be about the same time as the spans.
    for (const [surface, ms] of totals) times.set(surface, Math.max(times.get(surface) ?? 0, ms))
    return surfaceDirectory(times, said, quartersBySurface(rated))
  }, [devices, sealed, recent, counted, opinions, ratings])
  const failed = failedDevices ?? errorIn(sealed, recent, counted, opinions, ratings)
  return { known, opinions: valueOf(opinions) ?? [], failed }
}
