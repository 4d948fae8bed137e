import { useRef, useState } from 'preact/hooks'
import { explained, type OwnError } from '../../domain/own-error'
import { reasonOf } from '../page/describe-trouble'

interface Failure {
  name: OwnError
  words: string
}

export interface Work {
  isBusy: boolean
  /** Why the last piece of work failed; null while one is under way, and if none did. */
  failure: Failure | null
  /** Resolves to null once the work is done, else to what it failed with. A second call meanwhile does nothing. */
  run: (work: () => Promise<unknown>) => Promise<OwnError | 'busy' | null>
  forgetFailure: () => void
}

/** One piece of work at a time, such as connecting, which takes a second. */
export function useWork(): Work {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const isRunning = useRef(false)
  const run: Work['run'] = async (work) => {
    if (isRunning.current) return 'busy'
    isRunning.current = true
    setBusy(true)
    setFailure(null)
    try {
      await work()
      return null
    } catch (error) {
      const name = explained(error)
      setFailure({ name, words: reasonOf(error) })
      return name
    } finally {
      isRunning.current = false
      setBusy(false)
    }
  }
  return { isBusy, failure, run, forgetFailure: () => setFailure(null) }
}
