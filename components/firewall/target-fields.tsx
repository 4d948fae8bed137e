import { isSameTarget, nameIn } from '../../domain/firewall/coverage'
import { type Kind, KINDS } from '../../domain/surface/kind'
import type { Target } from '../../domain/firewall/rule'
import type { RuleDraft, RuleFlaws } from '../../domain/firewall/rule-draft'
import { addressOf, type KnownSurface } from '../../domain/surface/surface-directory'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { useOwnId } from '../form/use-own-id'
import { fullName } from '../figure/full-name'
import type { NameOf } from '../rule/rule-sentence'

/** Finds the target for a typed text; null if there is none. */
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

/** The two lists to which targets are added by typing: targets that are not kinds, and exceptions. */
export type TargetList = 'others' | 'except'

interface AddProps {
  label: string
  hint: string
  problem: string | null
  known: readonly KnownSurface[]
  owners: readonly string[]
  typed: string
  onType: (typed: string) => void
  onAdd: () => void
}

/** Adds a site (by name or address), a part of a site, or an owner. */
function AddTarget({ label, hint, problem, known, owners, typed, onType, onAdd }: AddProps) {
  const list = useOwnId()
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(control) => (
        <div class="control">
          <input
            {...control}
            type="text"
            list={list}
            autocomplete="off"
            placeholder="example.com"
            value={typed}
            onInput={({ currentTarget }) => onType(currentTarget.value)}
            onBlur={onAdd}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              onAdd()
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
          <button type="button" onClick={onAdd}>
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
  /** Text that was typed but not yet added. */
  typed: Record<TargetList, string>
  onType: (list: TargetList, typed: string) => void
  onAdd: (list: TargetList) => void
  onChange: (change: Partial<RuleDraft>) => void
}

const toggled = (kinds: readonly Kind[], kind: Kind): Kind[] =>
  kinds.includes(kind)
    ? kinds.filter((one) => one !== kind)
    : KINDS.filter((one) => one === kind || kinds.includes(one))

export const withoutTarget = (targets: readonly Target[], target: Target) =>
  targets.filter((one) => !isSameTarget(one, target))

/** The pages to which the rule applies. */
export function TargetFields({ draft, flaws, nameOf, typed, onType, onAdd, onChange, ...rest }: Props) {
  const { kinds, others, except } = draft
  const adding = (list: TargetList) => ({
    ...rest,
    typed: typed[list],
    onType: (text: string) => onType(list, text),
    onAdd: () => onAdd(list),
  })
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
        onRemove={(one) => onChange({ others: withoutTarget(others, one) })}
      />
      <AddTarget
        {...adding('others')}
        label={t('firewall_add_site')}
        hint={t('firewall_add_site_hint')}
        problem={flaws['targets'] ? t(`rule_flaw_${flaws['targets']}`) : null}
      />
      <Chips
        targets={except}
        nameOf={nameOf}
        onRemove={(one) => onChange({ except: withoutTarget(except, one) })}
      />
      <AddTarget
        {...adding('except')}
        label={t('firewall_except')}
        hint={t('firewall_except_hint')}
        problem={flaws['except'] ? t(`rule_flaw_${flaws['except']}`) : null}
      />
    </fieldset>
  )
}
