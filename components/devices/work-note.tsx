import type { Work } from './use-work'

interface Props {
  work: Pick<Work, 'isBusy' | 'failure'>
  /** What is said while it is under way. */
  during: string
}

/** Says that work is under way, or why it failed. */
export const WorkNote = ({ work, during }: Props) => (
  <div class="work-note" role="status">
    {work.isBusy && (
      <>
        <span class="soft">{during}</span>
        <progress aria-label={during} />
      </>
    )}
    {work.failure && <p class="problem">{work.failure.words}</p>}
  </div>
)
