import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Forward } from '../../domain/insight/forward'
import { COMMITTED_HOURS } from '../../domain/statement/commitment-draft'
import { type Commitment, COMMITMENT_TYPES, type CommitmentType } from '../../domain/statement/commitment'
import { resultRanges } from '../../domain/statement/settlement'
import { type Kind, KINDS } from '../../domain/surface/kind'
import { HOUR_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { Net } from '../figure/figures'
import { signedMoney } from '../figure/format'
import { currencySign } from '../figure/numbers'
import { Choice } from '../form/choice'
import { Field } from '../form/field'
import { piecesOf } from '../insight/finding-sentence'
import { amountSentence, numberSentence } from '../form/flaw-sentence'
import { SaveNote } from '../form/save-note'
import { useFocusAfter } from '../form/use-focus-after'
import { useSaving } from '../form/use-saving'
import type { PromiseActions } from './promise-actions'
import { PromiseRow, typedMs } from './promise-row'
import { promiseLabel } from './promise-words'
import { type TypedPromises, usePromiseDraft } from './use-promise-draft'

interface Props extends Pick<PromiseActions, 'onPromise' | 'onTakeBack'> {
  forward: Forward
  currency: string
  isMoneyHidden: boolean
}

/** Bars go to the longest time of the form, and a little further. */
const ROOM = 1.2

function Rows({
  form,
  forward,
  areFlawsShown,
}: {
  form: TypedPromises
  forward: Forward
  areFlawsShown: boolean
}) {
  const lastOf = (kind: Kind) => forward.lastWeek.get(kind) ?? 0
  const longestMs = ROOM * Math.max(...form.drafts.flatMap((draft) => [lastOf(draft.kind), typedMs(draft)]))
  return (
    <ul class="promise-rows">
      {form.drafts.map((draft, index) => {
        const flaw = areFlawsShown ? form.hourFlaws.get(index) : undefined
        return (
          <PromiseRow
            key={`${draft.kind} ${draft.type}`}
            draft={draft}
            lastMs={lastOf(draft.kind)}
            longestMs={longestMs}
            problem={flaw ? numberSentence(flaw, COMMITTED_HOURS) : null}
            onHours={(hours) => form.onHours(index, hours)}
          />
        )
      })}
    </ul>
  )
}

const keyOf = (kind: Kind, type: CommitmentType) => `${kind} ${type}`

/** Adds a row for another kind. */
function AddRow({ form }: { form: TypedPromises }) {
  const taken = new Set(form.drafts.map(({ kind, type }) => keyOf(kind, type)))
  const free = KINDS.flatMap((kind) => COMMITMENT_TYPES.map((type) => ({ kind, type }))).filter(
    ({ kind, type }) => !taken.has(keyOf(kind, type)),
  )
  return (
    <Field label={t('promise_add')}>
      {(control) => (
        <select
          {...control}
          value=""
          onChange={({ currentTarget }) => {
            const [kind, type] = currentTarget.value.split(' ') as [Kind, CommitmentType]
            currentTarget.value = ''
            if (type) form.onAdd(kind, type)
          }}
        >
          <option value="">{t('promise_choose')}</option>
          {free.map((one) => (
            <option key={keyOf(one.kind, one.type)} value={keyOf(one.kind, one.type)}>
              {promiseLabel(one)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function Price({
  form,
  currency,
  areFlawsShown,
}: {
  form: TypedPromises
  currency: string
  areFlawsShown: boolean
}) {
  const problem = areFlawsShown && form.priceFlaw ? amountSentence(form.priceFlaw, currency) : null
  return (
    <Field
      label={t('promise_price', currencySign(currency))}
      hint={t('promise_price_hint')}
      problem={problem}
    >
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          class="short"
          value={form.price}
          onInput={({ currentTarget }) => form.onPrice(currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** Between what the week can end. */
function Range({ form }: { form: TypedPromises }) {
  const [range] = resultRanges(form.terms, 7 * 24 * HOUR_MS)
  if (!range || range.bestMinor === 0) return <p class="soft">{t('promise_no_money')}</p>
  const { currency, ...ends } = range
  const minors = [ends.worstMinor, ends.bestMinor]
  const amounts = minors.map((minor) => signedMoney(minor, currency))
  const pieces = piecesOf({ text: t('promise_range', ...amounts), strong: amounts })
  return (
    <p>
      {pieces.map((piece, index) =>
        index % 2 === 1 ? (
          <Net key={index} minor={minors[(index - 1) / 2] ?? 0} currency={currency} />
        ) : (
          piece
        ),
      )}{' '}
      {t('promise_no_money')}
    </p>
  )
}

/** What is promised of next week, each to be taken back. */
function Made({
  made,
  onTakeBack,
}: {
  made: readonly Commitment[]
  onTakeBack: PromiseActions['onTakeBack']
}) {
  const [saving, , saveOnce] = useSaving()
  const focused = useFocusAfter(made.length)
  if (made.length === 0) return null
  return (
    <div class="actions" ref={focused} tabIndex={-1}>
      {made.map((commitment) => (
        <button
          key={commitment.id}
          type="button"
          class="text-button"
          onClick={() => void saveOnce(() => onTakeBack(commitment.id))}
        >
          {t('promise_take_back', promiseLabel(commitment))}
        </button>
      ))}
      <SaveNote saving={saving} />
    </div>
  )
}

/** The form for next week. */
export function PromiseForm({ forward, currency, isMoneyHidden, onPromise, onTakeBack }: Props) {
  const root = useRef<HTMLFormElement>(null)
  const [failures, setFailures] = useState(0)
  const areFlawsShown = failures > 0
  const [isLimit, setLimit] = useState(false)
  const [saving, , saveOnce] = useSaving()
  const form = usePromiseDraft(forward, currency, isMoneyHidden)
  const isRight = form.hourFlaws.size === 0 && form.priceFlaw === null && !form.isEmpty
  const made = forward.made.filter(({ week }) => week === forward.nextWeek)
  const submit = async (event: Event) => {
    event.preventDefault()
    if (!isRight) return setFailures(failures + 1)
    form.onSaved()
    if (await saveOnce(() => onPromise(form.terms, isLimit))) setFailures(0)
  }
  // Before the next paint: a keyboard user may have moved on by then.
  useLayoutEffect(() => {
    if (areFlawsShown) root.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [failures])
  return (
    <form ref={root} class="promise-form" noValidate onSubmit={(event) => void submit(event)}>
      <Rows form={form} forward={forward} areFlawsShown={areFlawsShown} />
      <p class="promise-legend soft" aria-hidden="true">
        <span class="of-last">{t('promise_last_week')}</span>
        <span class="of-mark">{t('promise_legend_mark')}</span>
      </p>
      <p class="problem" role="alert">
        {areFlawsShown && form.isEmpty && t('promise_none_typed')}
      </p>
      <div class="promise-fields">
        {!isMoneyHidden && <Price form={form} currency={currency} areFlawsShown={areFlawsShown} />}
        <AddRow form={form} />
      </div>
      {form.terms.some(({ type }) => type === 'most') && (
        <div class="field">
          <Choice words={t('promise_limit')} isMade={isLimit} onChange={setLimit} />
          <p class="hint">{t('promise_limit_hint')}</p>
        </div>
      )}
      <div class="promise-end">
        {isMoneyHidden ? <p class="soft">{t('promise_no_money')}</p> : <Range form={form} />}
        <div class="actions">
          <button type="submit" class="primary">
            {t(made.length > 0 ? 'save' : 'promise_do')}
          </button>
          <SaveNote saving={saving} />
        </div>
      </div>
      <Made made={made} onTakeBack={onTakeBack} />
    </form>
  )
}
