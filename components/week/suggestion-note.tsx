import type { Suggestion } from '../../domain/statement/suggestion'
import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { useFocusAfter } from '../form/use-focus-after'
import { useSaving } from '../form/use-saving'
import { duration, money, whole } from '../figure/format'

interface Props {
  suggestion: Suggestion
  /** Null if amounts are hidden. */
  currency: string | null
  onAccept: () => Promise<unknown>
}

/** A limit that is suggested from the period and accepted in one click. */
export function SuggestionNote({
  suggestion: { kind, lostMinor, minutes, usualMs, goodDays },
  currency,
  onAccept,
}: Props) {
  const [saving, , saveOnce] = useSaving()
  const focused = useFocusAfter(saving)
  return (
    <section class="card suggestion">
      <p>
        <strong>{t('suggestion')}</strong>{' '}
        {currency === null
          ? t('suggestion_open', t(`kind_${kind}`))
          : t('suggestion_lost', t(`kind_${kind}`), money(lostMinor, currency))}{' '}
        {t('suggestion_words', whole(goodDays), duration(usualMs))}
      </p>
      <div class="actions">
        <button ref={focused} type="button" class="primary" onClick={() => void saveOnce(onAccept)}>
          {t('suggestion_accept', whole(minutes))}
        </button>
        <SaveNote saving={saving} />
      </div>
    </section>
  )
}
