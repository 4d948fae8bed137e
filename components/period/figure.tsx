import type { ComponentChildren } from 'preact'

interface Props {
  name: string
  /** Lines below the figure; empty ones are left out. */
  notes: string[]
  children: ComponentChildren
}

/** A named figure with its notes, in a row of figures. */
export const Figure = ({ name, notes, children }: Props) => (
  <div>
    <dt>{name}</dt>
    <dd class="value">{children}</dd>
    {notes.filter(Boolean).map((note) => (
      <dd key={note} class="soft">
        {note}
      </dd>
    ))}
  </div>
)
