import type { ClockRange } from '../../domain/time/interval'
import { HOUR_TYPES, lengthOf } from '../../domain/value/hour-types'
import { HOUR_PERCENT, type HourTypesDraft, type HourTypesFlaws } from '../../domain/value/hour-types-draft'
import { SUGGESTED_HOUR_TYPES } from '../../domain/value/suggested-hour-types'
import { t } from '../../platform/i18n'
import { Field } from '../form/field'
import { NumberInput } from '../form/number-input'
import { numberSentence } from '../form/flaw-sentence'
import { Options } from '../form/select-setting'
import { hourOfDay, weekdayName } from '../figure/numbers'
import { tn } from '../figure/plural'

const HOURS = Array.from({ length: 25 }, (_, hour) => ({ value: String(hour), label: hourOfDay(hour) }))

interface RangeProps {
  name: string
  range: ClockRange | null
  suggested: ClockRange
  onChange: (range: ClockRange | null) => void
}

/** The first and last hour of a range, or no range. */
const RangeFields = ({ name, range, suggested, onChange }: RangeProps) => (
  <div class="hour-range">
    <label class="check">
      <input
        type="checkbox"
        checked={range !== null}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? suggested : null)}
      />
      {name}
    </label>
    {range && (
      <>
        <select
          aria-label={t('hours_from', name)}
          value={String(range.from)}
          onChange={({ currentTarget }) => onChange({ ...range, from: Number(currentTarget.value) })}
        >
          <Options options={HOURS.slice(0, 24)} />
        </select>
        <span aria-hidden="true">–</span>
        <select
          aria-label={t('hours_to', name)}
          value={String(range.to)}
          onChange={({ currentTarget }) => onChange({ ...range, to: Number(currentTarget.value) })}
        >
          <Options options={HOURS.slice(1)} />
        </select>
        <output class="soft">{tn('hours_length', lengthOf(range))}</output>
      </>
    )}
  </div>
)

interface Props {
  draft: HourTypesDraft
  flaws: HourTypesFlaws
  onChange: (draft: HourTypesDraft) => void
}

const OFFICE_HOURS = SUGGESTED_HOUR_TYPES.work[0] as ClockRange
const NIGHT = SUGGESTED_HOUR_TYPES.night as ClockRange

/** The prices of work, free and night hours, and when those hours are. */
export const HourTypesFields = ({ draft, flaws, onChange }: Props) => (
  <div class="hour-types">
    <div class="percents">
      {HOUR_TYPES.map((type) => {
        const flaw = flaws[type]
        return (
          <Field
            key={type}
            label={t(`hours_percent_${type}`)}
            problem={flaw && numberSentence(flaw, HOUR_PERCENT)}
          >
            {(control) => (
              <NumberInput
                control={control}
                value={draft.percent[type]}
                unit="%"
                onInput={(value) => onChange({ ...draft, percent: { ...draft.percent, [type]: value } })}
              />
            )}
          </Field>
        )
      })}
    </div>
    <fieldset>
      <legend>{t('hours_work')}</legend>
      {draft.work.map((range, weekday) => (
        <RangeFields
          key={weekday}
          name={weekdayName(weekday)}
          range={range}
          suggested={OFFICE_HOURS}
          onChange={(changed) => onChange({ ...draft, work: draft.work.with(weekday, changed) })}
        />
      ))}
    </fieldset>
    <fieldset>
      <legend>{t('hours_night')}</legend>
      <RangeFields
        name={t('hours_every_night')}
        range={draft.night}
        suggested={NIGHT}
        onChange={(night) => onChange({ ...draft, night })}
      />
    </fieldset>
    <p class="hint">{t('hours_order')}</p>
  </div>
)
