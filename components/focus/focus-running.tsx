/** The focus hour that runs. It is loaded on demand, so the popup imports its styles. */
import { type FocusBound, focusAt } from '../../domain/firewall/focus'
import type { RuleStatus } from '../../domain/firewall/firewall-status'
import { t } from '../../platform/i18n'
import { listed, timeOfDay } from '../figure/format'
import type { NameOf } from '../rule/rule-sentence'
import { minutesBegun } from '../rule/standing-words'

interface Props {
  status: RuleStatus
  bound: FocusBound
  now: number
  nameOf: NameOf
  onLengthen: (minutes: number) => void
  onTakeBack: () => void
}

const LONGER = 10

/** `Break until 15:00`, `The next break is at 14:55`; empty without a break to come. */
function breakWords(bound: FocusBound, now: number): string {
  const { isBreak, changesAt } = focusAt(bound, now)
  if (isBreak) return t('focus_break_until', timeOfDay(changesAt))
  return changesAt < bound.endsAt ? t('focus_break_next', timeOfDay(changesAt)) : ''
}

/** The same function every time, so that it is called once and the focus stays where the person moves it. */
const focusOnce = (box: HTMLElement | null) => box?.focus()

/** What stays open, until when, and the breaks. Nothing here ends it, except in its first minute. */
export function FocusRunning({ status, bound, now, nameOf, onLengthen, onTakeBack }: Props) {
  const { rule, isFresh } = status
  const breaks = breakWords(bound, now)
  return (
    <section class="describe focus-now" aria-label={t('focus')} tabIndex={-1} ref={focusOnce}>
      <p class="line focus-left">
        <span>{t('focus_until', timeOfDay(bound.endsAt))}</span>
        <span class="number">{t('limit_left', minutesBegun(bound.endsAt - now))}</span>
      </p>
      <p>{t('focus_open', listed(rule.except.map(nameOf)))}</p>
      {breaks && <p>{breaks}</p>}
      <p class="soft">{t(rule.strictness === 'lock' ? 'focus_ends_lock' : 'focus_ends_wall')}</p>
      <div class="focus-actions">
        <button type="button" onClick={() => onLengthen(LONGER)}>
          {t('focus_longer', LONGER)}
        </button>
        {isFresh && (
          <button type="button" onClick={onTakeBack}>
            {t('focus_take_back')}
          </button>
        )}
      </div>
    </section>
  )
}
