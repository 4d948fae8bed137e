/** The form for a new or changed rule. It is loaded on demand, so the page imports its styles. */
import type { RefObject } from 'preact'
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { RulePreview } from '../../domain/firewall/firewall-status'
import type { Rule } from '../../domain/firewall/rule'
import { type RuleDraft, readRule } from '../../domain/firewall/rule-draft'
import { isAboutAll } from '../../domain/firewall/bound-choice'
import { findables, kindCalled, targetMeant } from '../../domain/firewall/target-search'
import type { KnownSurface } from '../../domain/surface/surface-directory'
import { t } from '../../platform/i18n'
import { reasonOf } from '../page/describe-trouble'
import { SaveNote } from '../form/save-note'
import { useOwnId } from '../form/use-own-id'
import { useSaving } from '../form/use-saving'
import { currencySigns, decimalSeparator } from '../figure/numbers'
import type { NameOf } from '../rule/rule-sentence'
import { boundHint, BoundPart } from './bound-part'
import { FirstPart } from './first-part'
import { MoreFields } from './more-fields'
import { PinField } from './pin-field'
import { chosenStrictness, StrictnessPart } from './strictness-part'
import { Preview } from './rule-preview'
import { type FindTarget, TargetInput, type TargetListProps } from './target-input'
import { withSuggestions } from './target-list'
import type { BoundProps } from './week-values'
import { type TargetList, targetsOf, useRuleDraft } from './use-rule-draft'

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

type SentenceProps = BoundProps & Record<TargetList, TargetListProps> & { onEntered: () => void }

/** The sentence that one fills in, and what has to be known about it. */
function Sentence({ targets, except, first, onEntered, ...props }: SentenceProps) {
  const { draft, onChange } = props
  const id = useOwnId()
  return (
    <>
      <div class="sentence">
        <TargetInput
          {...targets}
          label={t('firewall_what')}
          onEntered={onEntered}
          example="reddit.com"
          hint={targets.targets.length === 0 ? t('firewall_what_hint') : ''}
        />
        {isAboutAll(draft) && (
          <TargetInput
            {...except}
            label={t('firewall_but')}
            isWord
            hint={except.targets.length === 0 ? t('firewall_but_hint') : ''}
          />
        )}
        <BoundPart {...props} hintId={`${id}-bound`} />
        {draft.type === 'free' && <FirstPart {...props} first={first} />}
        <StrictnessPart draft={draft} hintId={`${id}-then`} onChange={onChange} />
      </div>
      <p id={`${id}-bound`} class="hint">
        {boundHint(draft)}
      </p>
      <p id={`${id}-then`} class="hint">
        {t(`strictness_${chosenStrictness(draft)}_line`)}
      </p>
    </>
  )
}

/** Leads to the field after what the rule is about, once what was chosen is there. */
function useGoOn(form: RefObject<HTMLFormElement | null>): () => void {
  const [turn, setTurn] = useState(0)
  useLayoutEffect(() => {
    if (turn === 0) return
    const next = form.current?.querySelector<HTMLElement>('.sentence > :nth-child(2) :is(input, select)')
    next?.focus()
    if (next instanceof HTMLInputElement) next.select()
  }, [turn])
  return () => setTurn((before) => before + 1)
}

export function RuleForm(props: RuleFormProps) {
  const { begin, currency, nameOf, isPinAsked } = props
  const all = useMemo(
    () => findables(props.known, (kind) => t(`kind_${kind}`), t('target_everything')),
    [props.known],
  )
  const find = async (typed: string, list: TargetList) => {
    // Only what a rule is about can be every page.
    const open = list === 'targets' ? all : all.filter(({ target }) => target.type !== 'everything')
    return kindCalled(open, typed) ?? (await props.find(typed)) ?? targetMeant(open, typed)
  }
  const { draft, flaws, failed, finish, fail, change, lists } = useRuleDraft(begin, find)
  const [tries, setTries] = useState(0)
  const [pin, setPin] = useState('')
  const [saving, , saveOnce] = useSaving()
  const form = useRef<HTMLFormElement>(null)
  const opinions = props.known.map(({ opinion }) => opinion)
  const signs = currency === null ? [] : currencySigns(currency)
  const context = { separator: decimalSeparator(), signs, currency, rules: props.rules, opinions }
  const { rule } = readRule(draft, context)
  // Before the next paint: a keyboard user may have moved on by then.
  useLayoutEffect(() => {
    const first = begin.id === '' && targetsOf(begin).length === 0 ? '[role=combobox]' : 'h3'
    form.current?.querySelector<HTMLElement>(tries === 0 ? first : '[aria-invalid=true]')?.focus()
  }, [tries])

  const goOn = useGoOn(form)

  const save = async () => {
    const whole = await finish(context)
    if (!whole) setTries(tries + 1)
    else if (await saveOnce(() => props.onSave(whole, isPinAsked ? pin : null))) props.onClose()
  }
  const submit = (event: Event) => {
    event.preventDefault()
    save().catch((error: unknown) => fail(reasonOf(error)))
  }
  const shared = { draft, flaws, currency, onChange: change }
  const listOf = (list: TargetList) =>
    withSuggestions({ ...lists(list), nameOf }, all, flaws[list], list === 'targets')
  const others = { except: listOf('except'), first: listOf('first') }
  return (
    <form ref={form} class="card rule-form" onSubmit={submit} noValidate>
      <h3 tabIndex={-1}>{t(begin.id === '' ? 'firewall_new' : 'firewall_change')}</h3>
      <Sentence {...shared} targets={listOf('targets')} {...others} onEntered={goOn} />
      {rule && <Preview {...{ rule, nameOf }} onPreview={props.onPreview} />}
      <MoreFields {...shared} {...others} />
      {isPinAsked && <PinField pin={pin} onChange={setPin} />}
      <p class="problem" aria-live="polite">
        {failed}
      </p>
      <div class="actions">
        <button type="submit" class="primary">
          {t('save')}
        </button>
        <button type="button" onClick={props.onClose}>
          {t('cancel')}
        </button>
        <SaveNote saving={saving} />
      </div>
    </form>
  )
}
