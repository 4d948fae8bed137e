import { useState } from 'preact/hooks'
import type { Suggestion } from '../../domain/statement/suggestion'
import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { useFocusAfter } from '../form/use-focus-after'
import { useSaving } from '../form/use-saving'
import { duration, money, whole } from '../figure/format'

interface Props {
  /** Null if there is none. */
  suggestion: Suggestion | null
  /** Null if amounts are hidden. */
  currency: string | null
  onAccept: (suggestion: Suggestion) => Promise<unknown>
}

const Words = ({ kind, lostMinor, usualMs, goodDays, currency }: Suggestion & Pick<Props, 'currency'>) => (
  <p>
    <strong>{t('suggestion')}</strong>{' '}
    {currency === null
      ? t('suggestion_open', t(`kind_${kind}`))
      : t('suggestion_lost', t(`kind_${kind}`), money(lostMinor, currency))}{' '}
    {t('suggestion_words', whole(goodDays), duration(usualMs))}
  </p>
)

/**
 * A limit that is suggested from the period and accepted in one click. Once it is, the card says so until the page is
 * left: the next suggestion in its place would read as if it had been accepted.
 */
export function SuggestionNote({ suggestion, currency, onAccept }: Props) {
  const [saving, , saveOnce] = useSaving()
  // Held from the click on: the page may know of the rule before the answer.
  const [accepted, setAccepted] = useState<Suggestion | null>(null)
  const [isSet, setIsSet] = useState(false)
  // The button that was clicked gives way to the link.
  const focused = useFocusAfter(isSet)
  const shown = accepted ?? suggestion
  if (!shown) return null
  if (isSet)
    return (
      <section class="card suggestion">
        <p role="status">{t('suggestion_set', t(`kind_${shown.kind}`), whole(shown.minutes))}</p>
        <a ref={focused} href="#/firewall">
          {t('suggestion_see')}
        </a>
      </section>
    )
  const accept = async () => {
    if (accepted) return
    setAccepted(shown)
    if (await saveOnce(() => onAccept(shown))) setIsSet(true)
    else setAccepted(null)
  }
  return (
    <section class="card suggestion">
      <Words {...shown} currency={currency} />
      <div class="actions">
        <button type="button" class="primary" onClick={() => void accept()}>
          {t('suggestion_accept', whole(shown.minutes))}
        </button>
        <SaveNote saving={saving} />
      </div>
    </section>
  )
}
