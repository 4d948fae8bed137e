/** The line under a row, filled up to a share from 0 to 1. The figures of the row say the same. */
export const ShareLine = ({ share, colour }: { share: number; colour: string }) => (
  <span class="share-bar" aria-hidden="true">
    <span style={{ inlineSize: `${100 * share}%`, backgroundColor: colour }} />
  </span>
)
