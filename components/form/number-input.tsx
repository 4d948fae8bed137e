import type { ControlProps } from './field'

interface Props {
  control: ControlProps
  value: string
  unit: string
  onInput: (value: string) => void
  /** Told when what was typed is to stand. */
  onLeave?: () => void
}

/** A short field for a number and its unit, as text: what is wrong with it is said in words beside it. */
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
