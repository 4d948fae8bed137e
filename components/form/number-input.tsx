import type { ControlProps } from './field'

interface Props {
  control: ControlProps
  value: string
  unit: string
  onInput: (value: string) => void
  /** Called when the typing is done and the field is left. */
  onLeave?: () => void
}

/** A short field for a number and its unit. It is a text field, so that the form can say what is wrong. */
export const NumberInput = ({ control, value, unit, onInput, onLeave }: Props) => (
  <div class="control">
    <input
      {...control}
      type="text"
      inputMode="numeric"
      autocomplete="off"
      class="short"
      value={value}
      onInput={({ currentTarget }) => onInput(currentTarget.value)}
      onChange={() => onLeave?.()}
    />
    <span>{unit}</span>
  </div>
)
