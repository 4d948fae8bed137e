import type { Forward } from '../../domain/insight/forward'
import { weekday } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { weekdayName } from '../figure/numbers'
import type { FindingWords } from '../insight/finding-sentence'
import { InsightCard } from '../insight/card'
import type { PromiseActions } from './promise-actions'
import { PromiseForm } from './promise-form'
import { resultText } from './promise-words'
import { RunningList } from './running-list'
import { SettledTable } from './settled-table'

function finding({ made, nextWeek }: Forward): FindingWords {
  const day = weekdayName(weekday(nextWeek))
  const isMade = made.some(({ week }) => week === nextWeek)
  return { text: t(isMade ? 'promise_made' : 'promise_invite', day), strong: [] }
}

/** `settled last at +€31.20`, or that no money moves. */
function basis({ settled }: Forward, isMoneyHidden: boolean): string {
  const [last] = settled
  const amount = last && resultText(last.commitment.settled, last.commitment, isMoneyHidden)
  return amount ? t('promise_basis', amount) : t('promise_basis_none')
}

const Why = () => (
  <>
    <p>{t('promise_why_formula')}</p>
    <p>{t('promise_why_counts')}</p>
    <p>{t('promise_why_fixed')}</p>
    <p>{t('promise_why_suggested')}</p>
    <p>{t('promise_why_source')}</p>
  </>
)

interface Props extends PromiseActions {
  forward: Forward
  /** ISO 4217, of new promises. */
  currency: string
  isMoneyHidden: boolean
}

/** Next week, sold forward: promises about it, those of this week, and how the earlier ones were settled. */
export const PromiseCard = ({ forward, currency, isMoneyHidden, ...actions }: Props) => (
  <InsightCard
    id="promises"
    title={t('promise_title')}
    finding={finding(forward)}
    basis={basis(forward, isMoneyHidden)}
    why={<Why />}
  >
    <PromiseForm
      key={`${forward.nextWeek} ${currency}`}
      forward={forward}
      currency={currency}
      isMoneyHidden={isMoneyHidden}
      {...actions}
    />
    <RunningList running={forward.running} isMoneyHidden={isMoneyHidden} onSettle={actions.onSettle} />
    <SettledTable forward={forward} isMoneyHidden={isMoneyHidden} onPromise={actions.onPromise} />
  </InsightCard>
)
