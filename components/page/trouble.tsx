import './trouble.css'

export interface TroubleProps {
  /** What happened and what to do. */
  sentence: string
  /** Why it happened; empty if the sentence says it. */
  detail: string
}

export const Trouble = ({ sentence, detail }: TroubleProps) => (
  <section class="trouble" role="alert">
    <p>{sentence}</p>
    {detail && <p class="soft">{detail}</p>}
  </section>
)
