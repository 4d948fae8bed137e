/** The question about a visit. Loaded after the figures are on screen, and only if the person wants questions. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { QuestionForm } from '../../components/popup/question-form'
import type { VisitQuestion, VisitAnswer } from '../../domain/statement/sampling'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { send } from '../../platform/messages'

interface Props {
  profileOf: (surface: string) => SurfaceProfile
  /** The height to keep free until it is known whether there is a question. */
  reserved: string
  /** Shows a failure; the question then stays. */
  ask: (request: Promise<unknown>) => void
}

export function PopupQuestion({ profileOf, reserved, ask }: Props) {
  const [question, setQuestion] = useState<VisitQuestion | null>(null)
  const [isKnown, setKnown] = useState(false)
  const [isNoted, setNoted] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Without an answer, the figures are still of use, and the popup shows any trouble already.
    void send('question', null)
      .then(setQuestion, () => undefined)
      .then(() => setKnown(true))
  }, [])
  useLayoutEffect(() => {
    // The next popup reserves this height, so that nothing moves if the question still waits.
    if (isKnown) localStorage.setItem('question', String(question ? box.current?.offsetHeight : 0))
  }, [isKnown, question])
  const answer = (given: VisitAnswer) =>
    ask(
      send('answerQuestion', given).then((left) => {
        setQuestion(left)
        setNoted(left === null && given !== null)
      }),
    )
  return (
    <div ref={box} style={{ minBlockSize: isKnown ? 0 : reserved }}>
      {question && <QuestionForm question={question} profileOf={profileOf} onAnswer={answer} />}
      <p role="status" class="soft">
        {isNoted && t('sample_noted')}
      </p>
    </div>
  )
}
