import type { RefCallback } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { H100_PRICE } from '../../domain/insight/h100-price'
import {
  EMPTY_THING,
  HOURS_OF_A_THING,
  mayGrow,
  readThings,
  type ThingDraft,
  type ThingFlaws,
} from '../../domain/insight/things-draft'
import { LONGEST_NAME, USUAL_THINGS, type YearThing } from '../../domain/settings/year-things'
import type { AmountFlaw } from '../../domain/value/amount'
import { minorDigits, rescale } from '../../domain/value/minor-units'
import { t } from '../../platform/i18n'
import { money } from '../figure/format'
import { numberFormat } from '../figure/intl'
import { currencySign, currencySigns, decimalSeparator, shortDay, typedAmount } from '../figure/numbers'
import { Field } from '../form/field'
import { amountSentence, numberSentence } from '../form/flaw-sentence'
import { SaveNote } from '../form/save-note'
import { Options } from '../form/select-setting'
import { useFocusAfter } from '../form/use-focus-after'
import { useOwnId } from '../form/use-own-id'
import { useSaving } from '../form/use-saving'
import { thingName } from './year-table'
import './things.css'

/** The list as it is typed, in the currency. */
const draftsOf = (things: readonly YearThing[], currency: string): ThingDraft[] =>
  things.map((thing) => {
    const { known, minutes, price } = thing
    const hours = numberFormat({ maximumFractionDigits: 2, useGrouping: false })
    const amount = price
      ? typedAmount(rescale(price.amountMinor, price.currency, currency), currency)
      : minutes === null
        ? ''
        : hours.format(minutes / 60)
    return { known, name: thingName(thing), takes: minutes === null ? 'money' : 'time', amount }
  })

const priceProblem = (flaw: AmountFlaw, currency: string): string =>
  flaw === 'tooLarge' || flaw === 'tooManyDecimals'
    ? amountSentence(flaw, currency)
    : t('things_price_flaw', typedAmount(25 * 10 ** minorDigits(currency), currency))

function amountProblem({ hours, price }: ThingFlaws, currency: string): string | null {
  if (hours) return numberSentence(hours, HOURS_OF_A_THING)
  return price ? priceProblem(price, currency) : null
}

const h100Hint = (): string =>
  t(
    'things_h100_hint',
    money(H100_PRICE.lowMinor, H100_PRICE.currency),
    money(H100_PRICE.highMinor, H100_PRICE.currency),
    H100_PRICE.grade,
    shortDay(H100_PRICE.collected),
  )

interface RowProps {
  draft: ThingDraft
  flaws: ThingFlaws
  currency: string
  onChange: (change: Partial<ThingDraft>) => void
  onRemove: () => void
}

/** One thing: its name, and how many hours or how much money one takes. */
function Row({ draft, flaws, currency, onChange, onRemove }: RowProps) {
  const hint = useOwnId()
  return (
    <div class="thing" role="group" aria-label={draft.name}>
      <Field class="name" label={t('things_name')} problem={flaws.name && t('things_name_empty')}>
        {(control) => (
          <input
            {...control}
            type="text"
            autocomplete="off"
            maxLength={LONGEST_NAME}
            value={draft.name}
            onInput={({ currentTarget }) => onChange({ known: null, name: currentTarget.value })}
          />
        )}
      </Field>
      <Field class="amount" label={t('things_amount')} problem={amountProblem(flaws, currency)}>
        {(control) => (
          <input
            {...control}
            aria-describedby={`${control['aria-describedby']} ${hint}`}
            type="text"
            inputMode="decimal"
            autocomplete="off"
            value={draft.amount}
            onInput={({ currentTarget }) => onChange({ amount: currentTarget.value })}
          />
        )}
      </Field>
      <Field class="unit" label={t('things_unit')}>
        {(control) => (
          <select
            {...control}
            value={draft.takes}
            onChange={({ currentTarget }) => onChange({ takes: currentTarget.value as ThingDraft['takes'] })}
          >
            <Options
              options={[
                { value: 'time', label: t('things_hours') },
                { value: 'money', label: currencySign(currency) },
              ]}
            />
          </select>
        )}
      </Field>
      <button type="button" class="text-button" onClick={onRemove}>
        {t('things_remove')}
        <span class="only-read"> {draft.name}</span>
      </button>
      <p id={hint} class="hint">
        {draft.known === 'h100' && h100Hint()}
      </p>
    </div>
  )
}

/** The rows as typed, each with a number of its own, and how they change. */
function useRows(things: readonly YearThing[], currency: string) {
  const given = useRef(0)
  const numbered = (drafts: readonly ThingDraft[]) =>
    drafts.map((draft) => ({ row: (given.current += 1), draft }))
  const [rows, setRows] = useState(() => numbered(draftsOf(things, currency)))
  return {
    rows,
    change: (row: number, change: Partial<ThingDraft>) =>
      setRows((before) =>
        before.map((one) => (one.row === row ? { row, draft: { ...one.draft, ...change } } : one)),
      ),
    remove: (row: number) => setRows((before) => before.filter((one) => one.row !== row)),
    add: () => setRows((before) => [...before, ...numbered([EMPTY_THING])]),
    restore: () => setRows(numbered(draftsOf(USUAL_THINGS, currency))),
  }
}

interface ActionsProps {
  isFull: boolean
  addRef: RefCallback<HTMLElement>
  onAdd: () => void
  onRestore: () => void
}

const ListActions = ({ isFull, addRef, onAdd, onRestore }: ActionsProps) => (
  <div class="actions">
    <button ref={addRef} type="button" disabled={isFull} onClick={onAdd}>
      {t('things_add')}
    </button>
    <button type="button" class="text-button" onClick={onRestore}>
      {t('things_restore')}
    </button>
  </div>
)

interface Props {
  things: readonly YearThing[]
  currency: string
  onSave: (things: readonly YearThing[]) => Promise<unknown>
  onClose: () => void
}

const notationIn = (currency: string) => ({
  currency,
  separator: decimalSeparator(),
  signs: currencySigns(currency),
})

/** The list of things that a year is compared with, to add to, change and shorten. */
export function ThingsEditor({ things, currency, onSave, onClose }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const { rows, change, remove, add, restore } = useRows(things, currency)
  const [tries, setTries] = useState(0)
  const [added, setAdded] = useState(0)
  const [saving, , saveOnce] = useSaving()
  const focused = useFocusAfter(rows.length)
  const drafts = rows.map(({ draft }) => draft)
  const read = readThings(drafts, notationIn(currency))

  useLayoutEffect(() => {
    const wanted = tries > 0 ? '[aria-invalid=true]' : '.thing input, button'
    form.current?.querySelector<HTMLElement>(wanted)?.focus()
  }, [tries])
  useLayoutEffect(() => {
    if (added > 0) form.current?.querySelector<HTMLElement>('.thing:last-of-type input')?.focus()
  }, [added])

  const submit = async (event: Event) => {
    event.preventDefault()
    const { things: typed } = read
    if (!typed) setTries(tries + 1)
    else if (await saveOnce(() => onSave(typed))) onClose()
  }
  return (
    <form ref={form} class="things" onSubmit={(event) => void submit(event)} noValidate>
      <h3>{t('things_title')}</h3>
      <p class="hint">{t('things_about')}</p>
      <div class="rows">
        {rows.map(({ row, draft }, index) => (
          <Row
            key={row}
            draft={draft}
            flaws={(tries > 0 && read.flaws.get(index)) || {}}
            currency={currency}
            onChange={(changed) => change(row, changed)}
            onRemove={() => remove(row)}
          />
        ))}
      </div>
      <ListActions
        isFull={!mayGrow(drafts)}
        addRef={focused}
        onAdd={() => {
          add()
          setAdded(added + 1)
        }}
        onRestore={restore}
      />
      <div class="actions">
        <button type="submit" class="primary">
          {t('save')}
        </button>
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <SaveNote saving={saving} />
      </div>
    </form>
  )
}
