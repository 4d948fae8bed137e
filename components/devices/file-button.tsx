import { useRef } from 'preact/hooks'
import { useFocusAfter } from '../form/use-focus-after'

interface Props {
  label: string
  isBusy: boolean
  /** When it changes and the focus is lost, this button gets it. */
  turn: unknown
  onFile: (chosen: File) => void
}

/** Lets the person choose a file. */
export function FileButton({ label, isBusy, turn, onFile }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const focused = useFocusAfter(turn)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json"
        hidden
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? []
          // Cleared, so that choosing the same file again fires a change event.
          currentTarget.value = ''
          if (chosen) onFile(chosen)
        }}
      />
      <button ref={focused} type="button" aria-disabled={isBusy} onClick={() => input.current?.click()}>
        {label}
      </button>
    </>
  )
}
