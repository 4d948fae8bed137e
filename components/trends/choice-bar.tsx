import './trends.css'

interface Props<Value extends string> {
  label: string
  values: readonly Value[]
  chosen: Value
  nameOf: (value: Value) => string
  onChoose: (value: Value) => void
}

/** Buttons for a few views of the same data; one is chosen. */
export const ChoiceBar = <Value extends string>({
  label,
  values,
  chosen,
  nameOf,
  onChoose,
}: Props<Value>) => (
  <div class="choice-bar" role="group" aria-label={label}>
    {values.map((value) => (
      <button key={value} type="button" aria-pressed={value === chosen} onClick={() => onChoose(value)}>
        {nameOf(value)}
      </button>
    ))}
  </div>
)
