import type { ComponentChildren } from 'preact'
import type { ComparedFigure } from './compared-figure'

interface Props {
  figure: ComparedFigure
  /** A word about the figure itself. */
  mark?: ComponentChildren
  children: ComponentChildren
}

/** A named figure with its one comparison, in a row of figures. */
export const Figure = ({ figure: { name, difference }, mark, children }: Props) => (
  <div>
    <dt>{name}</dt>
    <dd class="value">{children}</dd>
    {difference !== '' && <dd class="soft difference">{difference}</dd>}
    {mark && <dd class="soft mark">{mark}</dd>}
  </div>
)
