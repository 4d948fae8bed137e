import { useEffect, useState } from 'preact/hooks'
import { reasonOf } from '../../components/page/describe-trouble'
import { timeOfWeek } from '../../components/figure/format'
import { t } from '../../platform/i18n'
import { send } from '../../platform/messages'

/** Says from when limits follow what was loosened on this page. Asks again whenever `changes` differ. */
export function TermsNote({ changes }: { changes: readonly unknown[] }) {
  const [words, setWords] = useState('')
  useEffect(() => {
    let isCurrent = true
    const say = (text: string) => isCurrent && setWords(text)
    send('firewall', null).then(
      ({ termsFrom }) => say(termsFrom === null ? '' : t('limits_follow', timeOfWeek(termsFrom))),
      (error: unknown) => say(reasonOf(error)),
    )
    return () => {
      isCurrent = false
    }
  }, changes)
  return (
    <p class="terms-note" role="status" hidden={words === ''}>
      {words}
    </p>
  )
}
