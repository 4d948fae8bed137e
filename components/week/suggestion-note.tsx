import type { Suggestion } from '../../domain/suggestion'
import { t } from '../../platform/i18n'
import { SaveNote } from '../form/save-note'
import { useFocusAfter } from '../form/use-focus-after'
import { useSaving } from '../form/use-saving'
import { whole } from '../format'

interface Props {
  suggestion: Suggestion
  onAccept: () => Promise<unknown>
}

/** One limit that the period suggests, accepted with a click. */
export function SuggestionNote({ suggestion: { kind, minutes, goodDays }, onAccept }: Props) {
  const [saving, , saveOnce] = useSaving()
  const focused = useFocusAfter(saving)
  return (
    <section class="card suggestion">
      <p>
        <strong>{t('suggestion')}</strong>{' '}
        {t('suggestion_words', t(`kind_${kind}`), whole(minutes), whole(goodDays))}
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
