import type { FocusSum } from '../../domain/statement/focus-hours'
import type { LimitsKept } from '../../domain/statement/limits-kept'
import { t } from '../../platform/i18n'
import { focusSumWords } from '../focus/focus-words'
import { type NameOf, ruleSentence } from '../rule/rule-sentence'
import { keptWords, passesWords } from './kept-words'

interface Props {
  id: string
  limits: LimitsKept
  /** Undefined if there were none. */
  focus: FocusSum | undefined
  nameOf: NameOf
  isMoneyHidden: boolean
}

/** Limits and cutoffs kept, passes taken, and focus hours. */
export function KeptList({ id, limits, focus, nameOf, isMoneyHidden }: Props) {
  const passes = passesWords(limits, isMoneyHidden)
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('statement_kept')}</h2>
      {limits.rules.length === 0 ? (
        <p class="soft">{t('statement_kept_none')}</p>
      ) : (
        <ul class="kept">
          {limits.rules.map((one) => (
            <li key={one.rule.id}>
              <span>{ruleSentence(one.rule, nameOf, isMoneyHidden)}</span>
              <span class="soft">{keptWords(one)}</span>
            </li>
          ))}
        </ul>
      )}
      {passes !== '' && <p class="soft">{passes}</p>}
      {focus && <p class="soft">{focusSumWords(focus)}</p>}
      {limits.isByFirst && <p class="hint">{t('statement_kept_hint')}</p>}
      {limits.hasChanged && <p class="hint">{t('statement_kept_changed')}</p>}
    </section>
  )
}
