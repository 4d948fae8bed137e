import { useOwnId } from './use-own-id'

interface Props {
  words: string
  isMade: boolean
  onChange: (isMade: boolean) => void
}

/** A checkbox that holds for this page only. */
export function Choice({ words, isMade, onChange }: Props) {
  const id = useOwnId()
  return (
    <label class="check" for={id}>
      <input
        id={id}
        type="checkbox"
        checked={isMade}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {words}
    </label>
  )
}
