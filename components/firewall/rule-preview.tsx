import { useEffect, useState } from 'preact/hooks'
import type { RulePreview } from '../../domain/firewall/firewall-status'
import type { Rule } from '../../domain/firewall/rule'
import { t } from '../../platform/i18n'
import { timeOfWeek } from '../figure/format'
import { type NameOf, ruleSentence } from '../rule/rule-sentence'
import { usedText } from '../rule/used-text'

type Ask = (rule: Rule) => Promise<RulePreview>

/** Asks the worker what the rule would do now, each time the draft makes a complete rule. */
function usePreview(rule: Rule, ask: Ask): RulePreview | null {
  const [answer, setAnswer] = useState<{ key: string; preview: RulePreview } | null>(null)
  const key = JSON.stringify(rule)
  useEffect(() => {
    let isCurrent = true
    // Without an answer there is no preview; saving shows what is wrong.
    ask(rule).then(
      (preview) => isCurrent && setAnswer({ key, preview }),
      () => undefined,
    )
    return () => {
      isCurrent = false
    }
  }, [key])
  return answer?.key === key ? answer.preview : null
}

interface Props {
  rule: Rule
  nameOf: NameOf
  onPreview: Ask
}

/** The rule that is being formed, as a sentence, and what it would do now. */
export function Preview({ rule, nameOf, onPreview }: Props) {
  const preview = usePreview(rule, onPreview)
  const used = preview && usedText(rule.bound, preview)
  const isShut = rule.isOn && (rule.strictness === 'wall' || rule.strictness === 'lock')
  const closesNow = isShut && preview?.closesNow === true
  return (
    <div class="formed" role="status">
      <p class="rule-words">{ruleSentence(rule, nameOf)}</p>
      {preview && preview.from !== null && <p>{t('firewall_holds_from', timeOfWeek(preview.from))}</p>}
      {preview?.from === null && used && (
        <p class="soft">{t(closesNow ? 'firewall_already_closes' : 'firewall_already', used)}</p>
      )}
      {!used && closesNow && <p class="soft">{t('firewall_closes_now')}</p>}
    </div>
  )
}
