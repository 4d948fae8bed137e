import { useMemo } from 'preact/hooks'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import { useLive } from '../../components/page/use-live'
import { surfaceDirectory } from '../../domain/surface/surface-directory'
import { liveOpinions, liveRecentTimes, liveSealedTimes } from '../../storage/record/known-surfaces'

/** The known surfaces with their recorded time, and the person's opinions; `known` is null until they are read. */
export function useDirectory() {
  const sealed = useLive(liveSealedTimes, '')
  const recent = useLive(liveRecentTimes, '')
  const opinions = useLive(liveOpinions, '')
  const known = useMemo(() => {
    const [past, lately, said] = [valueOf(sealed), valueOf(recent), valueOf(opinions)]
    if (!past || !lately || !said) return null
    const times = new Map(past)
    for (const [surface, ms] of lately) times.set(surface, (times.get(surface) ?? 0) + ms)
    return surfaceDirectory(times, said)
  }, [sealed, recent, opinions])
  return { known, opinions: valueOf(opinions) ?? [], failed: errorIn(sealed, recent, opinions) }
}
