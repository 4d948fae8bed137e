/** The card of promises with what it reads. Loaded when it is shown. */
import { useMemo } from 'preact/hooks'
import { errorIn, valueOf } from '../../components/page/describe-trouble'
import { Trouble } from '../../components/page/trouble'
import { useLive } from '../../components/page/use-live'
import { PromiseCard } from '../../components/promise/promise-card'
import { newRule, type Rule } from '../../domain/firewall/rule'
import { isThere } from '../../domain/firewall/same-rule'
import { forwardOf, WEEKS_BACK } from '../../domain/insight/forward'
import type { Settings } from '../../domain/settings/settings'
import type { CommitmentTerms } from '../../domain/statement/commitment'
import { addDays, personDay } from '../../domain/time/local-time'
import { firstDayOfWeek, weekStartOf } from '../../domain/time/week'
import { suggestedCurrency } from '../../domain/value/region-currency'
import { preferredLanguage } from '../../platform/i18n'
import { localOffset } from '../../platform/local-offset'
import { send } from '../../platform/messages'
import { liveFirstDay } from '../../storage/record/live-history'
import { liveCommitments } from '../../storage/record/commitment-times'
import { useHistory } from './use-history'
import { useMinute } from './use-minute'

/** The weekly limit of a promise. */
const limitOf = ({ kind, minutes }: CommitmentTerms): Rule =>
  newRule([{ type: 'kind', kind }], { type: 'time', allowance: { per: 'week', of: minutes } })

/** Makes promises and, if wanted, a weekly limit of each “at most”, unless the same limit is there already. */
async function promise(terms: readonly CommitmentTerms[], isLimit: boolean): Promise<void> {
  await send('promise', { terms })
  if (!isLimit) return
  const there = (await send('firewall', null)).rules.map((status) => status.rule)
  for (const rule of terms.filter(({ type }) => type === 'most').map(limitOf))
    if (!isThere(rule, there)) await send('putRule', { rule, pin: null })
}

const actions = {
  onPromise: promise,
  onTakeBack: (id: string) => send('dropPromise', { id }),
  onSettle: (id: string) => send('settlePromise', { id }),
}

export function Promises({ settings }: { settings: Settings }) {
  const now = useMinute()
  const { dayStartHour, moneyHidden } = settings
  const currency = settings.currency ?? suggestedCurrency(preferredLanguage())
  const weekStart = settings.weekStart ?? weekStartOf(preferredLanguage())
  const today = personDay(now, localOffset(now), dayStartHour)
  const { valued, failed } = useHistory(addDays(firstDayOfWeek(today, weekStart), -7 * WEEKS_BACK), today)
  const live = useLive(liveCommitments, '')
  const liveFirst = useLive(liveFirstDay, '')
  const [commitments, recordedSince] = [valueOf(live), valueOf(liveFirst)]
  const forward = useMemo(
    () =>
      valued && commitments && recordedSince !== undefined
        ? forwardOf({
            commitments,
            // What it will be settled by, whatever the pages show.
            history: valued.whole,
            kindOf: (surface) => valued.valuing.profileOf(surface).kind,
            recordedSince,
            at: now,
            weekStart,
            dayStartHour,
            offsetAt: localOffset,
          })
        : null,
    [valued, commitments, recordedSince, now, weekStart, dayStartHour],
  )
  const trouble = failed ?? errorIn(live, liveFirst)
  if (trouble) return <Trouble {...trouble} />
  return (
    forward && <PromiseCard forward={forward} currency={currency} isMoneyHidden={moneyHidden} {...actions} />
  )
}
