import type { StatedPromise } from '../../domain/statement/issued-statement'
import { t } from '../../platform/i18n'
import { outcomeText, promiseText } from './promise-words'

interface Props {
  id: string
  promises: readonly StatedPromise[]
  isMoneyHidden: boolean
}

/** The promises of a week in its statement, and how each was settled or stands. */
export const PromiseList = ({ id, promises, isMoneyHidden }: Props) =>
  promises.length > 0 && (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('promise_week')}</h2>
      <ul class="kept">
        {promises.map(({ commitment, actualMs }) => (
          <li key={commitment.id}>
            <span>{promiseText(commitment)}</span>
            <span class="soft">{outcomeText(commitment, actualMs, isMoneyHidden)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
