/** What the popup asks. Both questions are loaded after the figures are on screen. */
import { useEffect, useState } from 'preact/hooks'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import type { PopupQuestion } from './popup-question'
import type { UnknownSiteQuestion } from './unknown-site-question'

interface Props {
  /** Whether the person wants to be asked about visits. */
  asksWorth: boolean
  profileOf: (surface: string) => SurfaceProfile
  /** Shows a failure; the question then stays. */
  ask: (request: Promise<unknown>) => void
}

/** The height that the last popup needed, so that nothing moves if its question still waits. */
const reservedFor = (key: string): string => `${localStorage.getItem(key) ?? 0}px`

export function PopupQuestions({ asksWorth, profileOf, ask }: Props) {
  const [Question, setQuestion] = useState<typeof PopupQuestion | null>(null)
  const [Unknown, setUnknown] = useState<typeof UnknownSiteQuestion | null>(null)
  const [reserved] = useState(() => [reservedFor('question'), reservedFor('kindQuestion')] as const)
  useEffect(() => {
    void import('./unknown-site-question').then((module) => setUnknown(() => module.UnknownSiteQuestion))
  }, [])
  useEffect(() => {
    if (asksWorth) void import('./popup-question').then((module) => setQuestion(() => module.PopupQuestion))
  }, [asksWorth])
  return (
    <>
      {asksWorth && (
        <div class="question">
          {Question ? (
            <Question profileOf={profileOf} reserved={reserved[0]} ask={ask} />
          ) : (
            <div style={{ minBlockSize: reserved[0] }} />
          )}
        </div>
      )}
      {Unknown ? <Unknown reserved={reserved[1]} ask={ask} /> : <div style={{ minBlockSize: reserved[1] }} />}
    </>
  )
}
