import type { FirewallProps } from './firewall-actions'
import { useEffect, useState } from 'preact/hooks'
import { newDraft } from '../../domain/firewall/bound-choice'
import type { RuleDraft } from '../../domain/firewall/rule-draft'
import { isThere } from '../../domain/firewall/same-rule'
import { ruleAsDraft } from '../../domain/firewall/rule-as-draft'
import { PRESETS, type Preset, presetRules } from '../../domain/firewall/presets'
import { t } from '../../platform/i18n'
import { pageTrouble } from '../page/describe-trouble'
import { closedBy } from '../form/closed-by'
import { SaveNote } from '../form/save-note'
import { useFocusAfter } from '../form/use-focus-after'
import { useSaving } from '../form/use-saving'
import { timeOfWeek } from '../figure/format'
import { decimalSeparator } from '../figure/numbers'
import { PageHeading } from '../page/page-heading'
import { ruleSentence } from '../rule/rule-sentence'
import { Section } from '../page/section'
import { Trouble, type TroubleProps } from '../page/trouble'
import { AddressTest } from './address-test'
import { withShownClocks } from './field-clock'
import { FindingLead } from './finding-lead'
import { PassLog } from './pass-log'
import { PinSection } from './pin-section'
import type { RuleForm as RuleFormView } from './rule-form'
import { RuleRow } from './rule-row'
import './firewall.css'
import './rule-form.css'

function LazyForm({
  draft,
  props,
  onClose,
}: {
  draft: RuleDraft
  props: FirewallProps
  onClose: () => void
}) {
  const [Form, setForm] = useState<typeof RuleFormView | null>(null)
  const [failed, setFailed] = useState<TroubleProps | null>(null)
  useEffect(() => {
    import('./rule-form').then(
      (module) => setForm(() => module.RuleForm),
      (error: unknown) => setFailed(pageTrouble(error)),
    )
  }, [])
  const { status, known, nameOf, actions } = props
  if (!Form) return failed && <Trouble {...failed} />
  return (
    <Form
      begin={draft}
      known={known}
      rules={status.rules.map(({ rule }) => rule)}
      currency={status.currency}
      nameOf={nameOf}
      isPinAsked={status.pin.isSet && draft.id !== ''}
      find={actions.find}
      onPreview={actions.preview}
      onSave={actions.put}
      onClose={onClose}
    />
  )
}

/** Ready-made rules. One click sets all rules of a preset. */
function Presets({ status, nameOf, actions }: Pick<FirewallProps, 'status' | 'nameOf' | 'actions'>) {
  const rules = status.rules.map(({ rule }) => rule)
  const [saving, , saveOnce] = useSaving()
  const set = (preset: Preset) =>
    saveOnce(async () => {
      for (const rule of presetRules[preset]) if (!isThere(rule, rules)) await actions.put(rule, null)
    })
  return (
    <div class="presets">
      <h3>{t('preset')}</h3>
      <ul>
        {PRESETS.map((preset) => (
          <li key={preset}>
            <div>
              <p class="rule-words">{t(`preset_${preset}`)}</p>
              {presetRules[preset].map((rule) => (
                <p key={ruleSentence(rule, nameOf)} class="soft">
                  {ruleSentence(rule, nameOf)}
                </p>
              ))}
              {preset === 'youth' && <p class="soft">{t('preset_youth_pin')}</p>}
            </div>
            <button type="button" onClick={() => void set(preset)}>
              {t('preset_set')}
              <span class="only-read"> {t(`preset_${preset}`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <SaveNote saving={saving} />
    </div>
  )
}

function Rules(props: FirewallProps) {
  const { status, now, clock, nameOf, isMoneyHidden, actions } = props
  const { rules, pin } = status
  const [forming, setForming] = useState<RuleDraft | null>(() => props.begin && withShownClocks(props.begin))
  const [hasPresets, setPresets] = useState(false)
  // Setting the first rules closes the list of presets, and with it the button that had the focus.
  const focused = useFocusAfter(`${forming?.id} ${rules.length}`)
  const form = forming && (
    <LazyForm
      key={forming.id}
      draft={forming}
      props={props}
      onClose={() => setForming((open) => closedBy(forming, open))}
    />
  )
  const isFirst = rules.length === 0
  const presets = (isFirst || hasPresets) && forming === null && <Presets {...{ status, nameOf, actions }} />
  return (
    <section aria-labelledby="rules">
      <h2 id="rules" class="only-read">
        {t('firewall_rules')}
      </h2>
      {isFirst && forming === null && <p class="lead">{t('firewall_none')}</p>}
      {isFirst && presets}
      <ul class={isFirst ? '' : 'rules'}>
        {rules.map((one) =>
          forming?.id === one.id ? (
            <li key={one.id}>{form}</li>
          ) : (
            <RuleRow
              key={one.id}
              {...{ now, clock, nameOf, isMoneyHidden, actions }}
              status={one}
              isPinSet={pin.isSet}
              onChange={() => setForming(withShownClocks(ruleAsDraft(one.rule, decimalSeparator())))}
            />
          ),
        )}
      </ul>
      {forming?.id === '' ? (
        form
      ) : (
        <div class="actions add-rule">
          <button ref={focused} type="button" class="primary" onClick={() => setForming(newDraft())}>
            {t('firewall_new')}
          </button>
          {!isFirst && (
            <button type="button" aria-expanded={hasPresets} onClick={() => setPresets(!hasPresets)}>
              {t('preset')}
            </button>
          )}
        </div>
      )}
      {!isFirst && presets}
    </section>
  )
}

const CANNOT = [
  'removal',
  'elsewhere',
  'devices',
  'copies',
  'pictures',
  'private',
  'clock',
  'pin',
  'tools',
] as const

/** The Firewall page: rules, passes, the address test, the PIN, and what cannot be prevented. */
export function FirewallView(props: FirewallProps) {
  const { status, taken, nameOf, isMoneyHidden, actions } = props
  return (
    <div class="firewall">
      <PageHeading>{t('firewall')}</PageHeading>
      <FindingLead rules={status.rules} />
      <p class="soft about">{t('firewall_lead')}</p>
      {status.termsFrom !== null && <p class="note">{t('firewall_terms', timeOfWeek(status.termsFrom))}</p>}
      <Rules {...props} />
      <Section id="passes" title={t('firewall_passes')} about={t('firewall_passes_about')}>
        {taken && (
          <PassLog
            taken={taken}
            first={status.weekFirst}
            currency={isMoneyHidden ? null : status.currency}
            nameOf={nameOf}
          />
        )}
      </Section>
      <Section id="test" title={t('firewall_test_title')}>
        <AddressTest nameOf={nameOf} isMoneyHidden={isMoneyHidden} onJudge={actions.judge} />
      </Section>
      <Section id="pin" title={t('pin')} about={t('pin_about')}>
        <PinSection pin={status.pin} actions={actions} />
      </Section>
      <Section id="cannot" title={t('firewall_cannot')}>
        <ul class="cannot">
          {CANNOT.map((one) => (
            <li key={one}>{t(`firewall_cannot_${one}`)}</li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
