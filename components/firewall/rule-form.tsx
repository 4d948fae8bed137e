/** The form for a new or changed rule. It is loaded on demand, so the page imports its styles. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { owners } from '../../domain/surface/catalog/owners'
import type { RulePreview } from '../../domain/firewall/firewall-status'
import type { Rule } from '../../domain/firewall/rule'
import { type RuleDraft, readRule } from '../../domain/firewall/rule-draft'
import type { KnownSurface } from '../../domain/surface/surface-directory'
import { t } from '../../platform/i18n'
import { reasonOf } from '../page/describe-trouble'
import { SaveNote } from '../form/save-note'
import { useSaving } from '../form/use-saving'
import { timeOfWeek } from '../figure/format'
import { currencySigns, decimalSeparator } from '../figure/numbers'
import { type NameOf, ruleSentence } from '../rule/rule-sentence'
import { usedText } from '../rule/used-text'
import { BoundFields } from './bound-fields'
import { PinField } from './pin-field'
import { StrictnessFields } from './strictness-fields'
import { type FindTarget, TargetFields } from './target-fields'
import { useRuleDraft } from './use-rule-draft'

export interface RuleFormProps {
  begin: RuleDraft
  known: readonly KnownSurface[]
  /** All existing rules. */
  rules: readonly Rule[]
  currency: string | null
  nameOf: NameOf
  /** Whether the PIN is asked for: only when an existing rule is changed. */
  isPinAsked: boolean
  find: FindTarget
  onPreview: (rule: Rule) => Promise<RulePreview>
  onSave: (rule: Rule, pin: string | null) => Promise<unknown>
  onClose: () => void
}

const OWNERS = owners.filter(([, ...sites]) => sites.length > 1).map(([owner]) => owner)

/** Asks the worker what the rule would do now, each time the draft makes a complete rule. */
function usePreview(rule: Rule | null, ask: RuleFormProps['onPreview']): RulePreview | null {
  const [answer, setAnswer] = useState<{ key: string; preview: RulePreview } | null>(null)
  const key = JSON.stringify(rule)
  useEffect(() => {
    if (rule === null) return undefined
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

function Preview({ rule, preview, nameOf }: { rule: Rule; preview: RulePreview | null; nameOf: NameOf }) {
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

export function RuleForm(props: RuleFormProps) {
  const { begin, currency, nameOf, isPinAsked } = props
  const { draft, flaws, failed, finish, fail, change, ...targets } = useRuleDraft(begin, props.find)
  const [tries, setTries] = useState(0)
  const [pin, setPin] = useState('')
  const [saving, , saveOnce] = useSaving()
  const form = useRef<HTMLFormElement>(null)
  const opinions = props.known.map(({ opinion }) => opinion)
  const signs = currency === null ? [] : currencySigns(currency)
  const context = { separator: decimalSeparator(), signs, currency, rules: props.rules, opinions }
  const { rule } = readRule(draft, context)
  const preview = usePreview(rule, props.onPreview)
  // Before the next paint: a keyboard user may have moved on by then.
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>(tries === 0 ? 'h3' : '[aria-invalid=true]')?.focus()
  }, [tries])

  const save = async () => {
    const whole = await finish(context)
    if (!whole) setTries(tries + 1)
    else if (await saveOnce(() => props.onSave(whole, isPinAsked ? pin : null))) props.onClose()
  }
  const submit = (event: Event) => {
    event.preventDefault()
    save().catch((error: unknown) => fail(reasonOf(error)))
  }
  const shared = { draft, flaws, onChange: change }
  return (
    <form ref={form} class="card rule-form" onSubmit={submit} noValidate>
      <h3 tabIndex={-1}>{t(begin.id === '' ? 'firewall_new' : 'firewall_change')}</h3>
      <TargetFields
        {...shared}
        known={props.known}
        owners={OWNERS}
        nameOf={nameOf}
        typed={targets.typed}
        onType={targets.type}
        onAdd={targets.add}
      />
      <BoundFields {...shared} currency={currency} />
      <StrictnessFields {...shared} />
      {rule && <Preview rule={rule} preview={preview} nameOf={nameOf} />}
      {isPinAsked && <PinField pin={pin} onChange={setPin} />}
      <p class="problem" aria-live="polite">
        {failed}
      </p>
      <div class="actions">
        <button type="button" onClick={props.onClose}>
          {t('cancel')}
        </button>
        <button type="submit" class="primary">
          {t('save')}
        </button>
        <SaveNote saving={saving} />
      </div>
    </form>
  )
}
