import { useState } from 'preact/hooks'
import type { Target } from '../../domain/firewall/rule'
import type { TargetName } from '../../domain/firewall/target-search'
import type { LimitAmount } from '../../domain/firewall/name-with-amount'
import { nameIn } from '../../domain/firewall/coverage'
import { mayBeAddress } from '../../domain/surface/surface-directory'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { useFocusAfter } from '../form/use-focus-after'
import { useOwnId } from '../form/use-own-id'
import { type NameOf, limitAmountText } from '../rule/rule-sentence'

/** Finds the target for a typed text; null if there is none. */
export type FindTarget = (typed: string) => Promise<Target | null>

/** A target, and how much of it a limit leaves if that was typed, too. */
export interface TargetSuggestion extends TargetName {
  amount?: LimitAmount
}

export interface TargetListProps {
  problem: string | null
  targets: readonly Target[]
  nameOf: NameOf
  suggest: (typed: string) => readonly TargetSuggestion[]
  /** What was typed but not yet added. */
  typed: string
  onType: (typed: string) => void
  onPick: (target: Target, amount: LimitAmount | null) => void
  onRemove: (target: Target) => void
  /** Adds what was typed, although it was not among the suggestions. Resolves with whether there is such a target. */
  onAdd: () => Promise<boolean>
}

interface Props extends TargetListProps {
  label: string
  hint: string
  /** Shown while the field is empty and nothing is chosen. */
  example?: string
  /** Whether the label is a word of the sentence that the form reads as. */
  isWord?: boolean
  /** Where Enter leads once something is chosen. */
  onEntered?: () => void
}

const keyOf = (target: Target): string => `${target.type} ${nameIn(target)}`

/** What a suggestion is: the typed amount, the address of a site, else that it is a kind, an owner or every page. */
function aboutOf({ target, address, amount }: TargetSuggestion): string {
  if (amount) return limitAmountText(amount)
  if (target.type === 'everything') return t('firewall_all_pages')
  return address || t(target.type === 'kind' ? 'firewall_a_kind' : 'firewall_an_owner')
}

/**
 * The list of suggestions. Enter takes the first one while a name is typed; of an address, only the one that it names, so
 * that every address can be added.
 */
function useSuggestions({ typed, targets, suggest, onPick, onAdd, onEntered }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [moved, setMoved] = useState<number | null>(null)
  const found = isOpen ? suggest(typed) : []
  const text = typed.trim().toLowerCase()
  const isWhole = found[0]?.address === text || found[0]?.amount !== undefined
  const isMeant = text !== '' && (!mayBeAddress(text) || isWhole)
  const active = Math.min(moved ?? (isMeant ? 0 : -1), found.length - 1)
  const close = () => {
    setOpen(false)
    setMoved(null)
  }
  const open = () => setOpen(true)
  const pick = (one: TargetSuggestion) => {
    onPick(one.target, one.amount ?? null)
    close()
  }
  /** Resolves with whether something was taken. */
  const take = async (): Promise<boolean> => {
    const one = found[active]
    if (!one) return onAdd()
    pick(one)
    return true
  }
  const enter = async () => {
    if ((await take()) || (text === '' && targets.length > 0)) onEntered?.()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      const last = found.length - 1
      const next = active + step
      if (isOpen && found.length > 0) setMoved(next > last ? 0 : next < 0 ? last : next)
      open()
    } else if (event.key === 'Enter') void enter()
    else if (event.key === 'Escape' && isOpen) close()
    else return
    event.preventDefault()
  }
  const onBlur = () => {
    // Who only looked through the list chose nothing. A half-typed name is taken only if it can mean one thing.
    if (text !== '' && moved !== null) void take()
    else if (text !== '') void onAdd()
    close()
  }
  return { found, active, open, pick, setMoved, onKeyDown, onBlur }
}

/** What a rule is about, or not about: what is chosen, and a field that suggests more while its name is typed. */
export function TargetInput(props: Props) {
  const { label, hint, problem, targets, nameOf, typed, onType, onRemove } = props
  const list = useOwnId()
  // The button that was pressed goes with what it removed.
  const focused = useFocusAfter(targets.length)
  const { found, active, open, pick, setMoved, ...handlers } = useSuggestions(props)
  const isShown = found.length > 0
  return (
    <Field label={label} hint={hint} problem={problem} class={props.isWord ? 'target word' : 'target'}>
      {(control) => (
        <div class="target-box">
          {targets.map((target) => (
            <button key={keyOf(target)} type="button" class="chip" onClick={() => onRemove(target)}>
              {nameOf(target)}
              <span aria-hidden="true">×</span>
              <span class="only-read"> {t('firewall_remove_target')}</span>
            </button>
          ))}
          <input
            {...control}
            {...handlers}
            ref={focused}
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isShown}
            aria-controls={list}
            aria-activedescendant={isShown && active >= 0 ? `${list}-${active}` : undefined}
            autocomplete="off"
            spellcheck={false}
            placeholder={targets.length === 0 ? props.example : ''}
            value={typed}
            onClick={open}
            onInput={({ currentTarget }) => {
              open()
              setMoved(null)
              onType(currentTarget.value)
            }}
          />
          <ul id={list} role="listbox" aria-label={label} hidden={!isShown}>
            {found.map((one, index) => (
              <li
                key={keyOf(one.target)}
                id={`${list}-${index}`}
                role="option"
                aria-selected={index === active}
                // The field keeps the focus.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick(one)}
              >
                <span class="name">{one.name}</span>
                <span class="soft">{aboutOf(one)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Field>
  )
}
