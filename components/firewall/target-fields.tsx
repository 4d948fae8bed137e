import { useState } from 'preact/hooks'
import { isSame, nameIn } from '../../domain/coverage'
import { type Kind, KINDS } from '../../domain/kind'
import type { Target } from '../../domain/rule'
import type { RuleDraft, RuleFlaws } from '../../domain/rule-draft'
import { addressOf, type KnownSurface } from '../../domain/surface-directory'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { useOwnId } from '../form/use-own-id'
import { fullName } from '../full-name'
import type { NameOf } from '../rule/rule-sentence'

/** A target for what was typed; null where it leads nowhere. */
export type FindTarget = (typed: string) => Promise<Target | null>

interface ChipsProps {
  targets: readonly Target[]
  nameOf: NameOf
  onRemove: (target: Target) => void
}

const Chips = ({ targets, nameOf, onRemove }: ChipsProps) =>
  targets.length === 0 ? null : (
    <ul class="chips">
      {targets.map((target) => (
        <li key={`${target.type} ${nameIn(target)}`}>
          <button type="button" class="chip" onClick={() => onRemove(target)}>
            {nameOf(target)}
            <span aria-hidden="true">×</span>
            <span class="only-read"> {t('firewall_remove_target')}</span>
          </button>
        </li>
      ))}
    </ul>
  )

interface AddProps {
  label: string
  hint: string
  problem: string | null
  known: readonly KnownSurface[]
  owners: readonly string[]
  find: FindTarget
  onAdd: (target: Target) => void
}

/** A site by its name or address, a part of one, or an owner. */
function AddTarget({ label, hint, problem, known, owners, find, onAdd }: AddProps) {
  const [typed, setTyped] = useState('')
  const [isUnknown, setUnknown] = useState(false)
  const list = useOwnId()
  const add = async () => {
    if (typed.trim() === '') return
    const target = await find(typed)
    setUnknown(target === null)
    if (target === null) return
    onAdd(target)
    setTyped('')
  }
  return (
    <Field label={label} hint={hint} problem={isUnknown ? t('rule_flaw_unknown') : problem}>
      {(control) => (
        <div class="control">
          <input
            {...control}
            type="text"
            list={list}
            autocomplete="off"
            placeholder="example.com"
            value={typed}
            onInput={({ currentTarget }) => {
              setTyped(currentTarget.value)
              setUnknown(false)
            }}
            onBlur={() => void add()}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              void add()
            }}
          />
          <datalist id={list}>
            {known.map(({ profile }) => (
              <option key={profile.surface} value={addressOf(profile.surface)}>
                {fullName(profile)}
              </option>
            ))}
            {owners.map((owner) => (
              <option key={owner} value={owner} />
            ))}
          </datalist>
          <button type="button" onClick={() => void add()}>
            {t('firewall_add')}
          </button>
        </div>
      )}
    </Field>
  )
}

interface Props {
  draft: RuleDraft
  flaws: RuleFlaws
  known: readonly KnownSurface[]
  owners: readonly string[]
  nameOf: NameOf
  find: FindTarget
  onChange: (change: Partial<RuleDraft>) => void
}

const toggled = (kinds: readonly Kind[], kind: Kind): Kind[] =>
  kinds.includes(kind)
    ? kinds.filter((one) => one !== kind)
    : KINDS.filter((one) => one === kind || kinds.includes(one))

const without = (targets: readonly Target[], target: Target) => targets.filter((one) => !isSame(one, target))

/** Of which pages the rule is. */
export function TargetFields({ draft, flaws, nameOf, onChange, ...rest }: Props) {
  const { kinds, others, except } = draft
  return (
    <fieldset class="rule-part">
      <legend>{t('firewall_what')}</legend>
      <div class="kinds">
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={kinds.includes(kind)}
            onClick={() => onChange({ kinds: toggled(kinds, kind) })}
          >
            <span class="swatch" style={{ backgroundColor: `var(--kind-${kind})` }} aria-hidden="true" />
            {t(`kind_${kind}`)}
          </button>
        ))}
      </div>
      <Chips
        targets={others}
        nameOf={nameOf}
        onRemove={(one) => onChange({ others: without(others, one) })}
      />
      <AddTarget
        {...rest}
        label={t('firewall_add_site')}
        hint={t('firewall_add_site_hint')}
        problem={flaws['targets'] ? t(`rule_flaw_${flaws['targets']}`) : null}
        onAdd={(target) => onChange({ others: [...without(others, target), target] })}
      />
      <Chips
        targets={except}
        nameOf={nameOf}
        onRemove={(one) => onChange({ except: without(except, one) })}
      />
      <AddTarget
        {...rest}
        label={t('firewall_except')}
        hint={t('firewall_except_hint')}
        problem={flaws['except'] ? t(`rule_flaw_${flaws['except']}`) : null}
        onAdd={(target) => onChange({ except: [...without(except, target), target] })}
      />
    </fieldset>
  )
}
