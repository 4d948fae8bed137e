import type { FirewallActions } from './firewall-actions'
import type { RuleStatus } from '../../domain/firewall/firewall-status'
import { MINUTE_MS } from '../../domain/time/local-time'
import { hasAllowance } from '../../domain/firewall/allowance'
import type { DayClock } from '../../domain/firewall/hours'
import { isFocus } from '../../domain/firewall/focus'
import type { Rule } from '../../domain/firewall/rule'
import { t } from '../../platform/i18n'
import { useFocusAfter } from '../form/use-focus-after'
import { duration, timeOfWeek } from '../figure/format'
import { amountText, type NameOf, ruleSentence } from '../rule/rule-sentence'
import { closesWords, standingWords } from '../rule/standing-words'
import { whereWords } from '../rule/where-words'
import { CutoffClock } from './cutoff-clock'
import { AskingAction } from './asking-action'
import { RuleBar } from './rule-bar'

interface Props {
  status: RuleStatus
  now: number
  clock: DayClock
  nameOf: NameOf
  isPinSet: boolean
  isMoneyHidden: boolean
  actions: FirewallActions
  onChange: () => void
}

/** The change that takes effect later, and the stricter rule that comes back by itself. */
function Changes({ status, nameOf, isPinSet, isMoneyHidden, actions }: Props) {
  const { id, next, heals, rule } = status
  const words = (one: Rule) => ruleSentence(one, nameOf, isMoneyHidden)
  return (
    <>
      {next && (
        <div class="to-come">
          <span>
            {t(
              'firewall_from',
              timeOfWeek(next.from),
              next.value === null
                ? t('firewall_gone')
                : next.value.isOn
                  ? words(next.value)
                  : t('firewall_off'),
            )}
          </span>
          <AskingAction words={t('firewall_take_back')} isPinSet={false} onDo={() => actions.takeBack(id)} />
        </div>
      )}
      {heals && (
        <div class="to-come">
          <span>{t('firewall_heals', timeOfWeek(heals.at), words(heals.value))}</span>
          <AskingAction
            words={t(rule.isOn ? 'firewall_keep' : 'firewall_keep_off')}
            isPinSet={isPinSet}
            onDo={(pin) => actions.keep(id, pin)}
          />
        </div>
      )}
    </>
  )
}

/** What of today's allowance was left the day before; null if nothing was, or if it is money and hidden. */
function carriedWords({ rule: { bound }, carried }: RuleStatus, isMoneyHidden: boolean): string | null {
  const isShown = carried && hasAllowance(bound) && !(bound.type === 'money' && isMoneyHidden)
  return isShown ? t('limit_carried', amountText(bound, carried)) : null
}

/** The state of a rule today, in words, with the minutes past its cutoff and what was carried over. */
const stateWords = (status: RuleStatus, now: number, nameOf: NameOf, isMoneyHidden: boolean): string => {
  const { rule, used, isSpent, passUntil, closesAt } = status
  if (!rule.isOn) return t('firewall_is_off')
  const isToCome = !isSpent && passUntil === null && closesAt !== null
  const words = isToCome ? closesWords(rule, closesAt - now) : standingWords(status, now, nameOf)
  const isPast = rule.bound.type === 'cutoff' && used.ms >= MINUTE_MS
  const more = isPast ? t('firewall_past', duration(used.ms)) : carriedWords(status, isMoneyHidden)
  return more === null ? words : `${words} · ${more}`
}

/** A rule as a sentence, what is left of it today, and its actions. */
export function RuleRow(props: Props) {
  const { status, now, clock, nameOf, isPinSet, isMoneyHidden, actions, onChange } = props
  const { rule, id } = status
  const words = stateWords(status, now, nameOf, isMoneyHidden)
  // Taking back a change removes the button that was clicked.
  const focused = useFocusAfter(`${status.next?.from} ${status.heals?.at}`)
  return (
    <li class={rule.isOn ? 'rule' : 'rule off'} data-rule={id}>
      <div class="rule-head">
        <div>
          <p class="rule-words">{ruleSentence(rule, nameOf, isMoneyHidden)}</p>
          {words && <p class="soft">{words}</p>}
          {status.where && (
            <p class="soft used-where">{whereWords(rule.bound, status.where, isMoneyHidden)}</p>
          )}
          {rule.isOn && <RuleBar status={status} />}
          <Changes {...props} />
          {/* A focus hour ends by itself, and nothing here ends it sooner. */}
          {!isFocus(rule.bound) && (
            <div class="actions rule-actions">
              <button ref={focused} type="button" class="text-button" onClick={onChange}>
                {t('change')}
              </button>
              <AskingAction
                words={t(rule.isOn ? 'firewall_switch_off' : 'firewall_switch_on')}
                isPinSet={isPinSet}
                onDo={(pin) => actions.put({ ...rule, isOn: !rule.isOn }, pin)}
              />
              <AskingAction
                words={t('delete')}
                deletes
                question={t(
                  rule.isOn && !status.isFresh ? 'firewall_delete_sure' : 'firewall_delete_off_sure',
                )}
                isPinSet={isPinSet}
                onDo={(pin) => actions.remove(id, pin)}
              />
            </div>
          )}
        </div>
        {rule.bound.type === 'cutoff' && rule.isOn && (
          <CutoffClock cutoff={rule.bound} now={now} clock={clock} />
        )}
      </div>
    </li>
  )
}
