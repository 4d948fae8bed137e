import type { LimitsKept } from '../../domain/statement/limits-kept'
import { t } from '../../platform/i18n'
import { type NameOf, ruleSentence } from '../rule/rule-sentence'
import { keptWords, passesWords } from './kept-words'

interface Props {
  limits: LimitsKept
  nameOf: NameOf
  isMoneyHidden: boolean
}

/** Limits and cutoffs kept, and passes taken. */
export function KeptList({ limits, nameOf, isMoneyHidden }: Props) {
  const passes = passesWords(limits, isMoneyHidden)
  return (
    <section aria-labelledby="kept">
      <h2 id="kept">{t('statement_kept')}</h2>
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
      {limits.rules.length > 0 && <p class="hint">{t('statement_kept_hint')}</p>}
    </section>
  )
}
