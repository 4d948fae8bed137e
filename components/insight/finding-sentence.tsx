/** The finding of a card in one sentence: as text for files, with its figures emphasised on the page. */
export interface FindingWords {
  text: string
  /** Parts of the text to emphasise, in order. */
  strong: readonly string[]
}

/** Cuts a text at each part to emphasise; those have odd indexes. */
export function piecesOf({ text, strong }: FindingWords): string[] {
  const pieces: string[] = []
  let at = 0
  for (const part of strong) {
    const found = part === '' ? -1 : text.indexOf(part, at)
    if (found < 0) continue
    pieces.push(text.slice(at, found), part)
    at = found + part.length
  }
  return [...pieces, text.slice(at)]
}

export const FindingSentence = ({ words }: { words: FindingWords }) => (
  <p class="finding">
    {piecesOf(words).map((piece, index) => (index % 2 === 1 ? <strong key={index}>{piece}</strong> : piece))}
  </p>
)
