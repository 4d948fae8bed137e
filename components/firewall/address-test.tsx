import { useState } from 'preact/hooks'
import type { Judgement } from '../../domain/firewall/firewall-status'
import type { Rule } from '../../domain/firewall/rule'
import { t } from '../../platform/i18n'
import { reasonOf } from '../page/describe-trouble'
import { Field } from '../form/field'
import { timeOfWeek } from '../figure/format'
import { type NameOf, ruleSentence } from '../rule/rule-sentence'

interface Props {
  nameOf: NameOf
  isMoneyHidden: boolean
  onJudge: (address: string) => Promise<Judgement | null>
}

type Answer = { judged: Judgement } | { problem: string } | null

const words = ({ rule, rules, opensAt }: Judgement, sentence: (rule: Rule) => string): string[] => {
  if (rule) {
    const opens = opensAt === null ? [] : [t('firewall_test_until', timeOfWeek(opensAt))]
    return [t(`firewall_test_${rule.strictness}`, sentence(rule)), ...opens]
  }
  if (rules.length === 0) return [t('firewall_test_free')]
  return [t('firewall_test_open'), ...rules.map((one) => sentence(one))]
}

/** Tests whether an address would be limited now, and by which rule. */
export function AddressTest({ nameOf, isMoneyHidden, onJudge }: Props) {
  const sentence = (rule: Rule) => ruleSentence(rule, nameOf, isMoneyHidden)
  const [typed, setTyped] = useState('')
  const [answer, setAnswer] = useState<Answer>(null)
  const submit = async (event: Event) => {
    event.preventDefault()
    try {
      const judged = await onJudge(typed)
      setAnswer(judged ? { judged } : { problem: t('firewall_test_no_address') })
    } catch (error) {
      setAnswer({ problem: reasonOf(error) })
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Field label={t('firewall_test')} problem={answer && 'problem' in answer ? answer.problem : null}>
        {(control) => (
          <div class="control">
            <input
              {...control}
              type="text"
              inputMode="url"
              autocomplete="off"
              placeholder="youtube.com/shorts"
              value={typed}
              onInput={({ currentTarget }) => {
                setTyped(currentTarget.value)
                setAnswer(null)
              }}
            />
            <button type="submit">{t('firewall_test_button')}</button>
          </div>
        )}
      </Field>
      <div role="status" class="judgement">
        {answer &&
          'judged' in answer &&
          words(answer.judged, sentence).map((line) => <p key={line}>{line}</p>)}
      </div>
    </form>
  )
}
