import { useState } from 'preact/hooks'
import { assumedKinds } from '../../domain/statement/assumed-kinds'
import type { Line, SurfaceLine } from '../../domain/statement/statement'
import { ASSUMED_WORTH } from '../../domain/surface/worth'
import { t } from '../../platform/i18n'
import { assumedWord } from '../figure/assumed-word'
import { worthPercent } from '../figure/worth-percent'
import { useOwnId } from '../form/use-own-id'

type Assumable = Pick<SurfaceLine, 'money' | 'assumed' | 'profile'>

/**
 * The word that says that a return is assumed, and the paragraph that it unfolds: the assumed worth of each kind. Both
 * are null if nothing is assumed.
 */
export function useAssumption(total: Pick<Line, 'assumed'>, lines: readonly Assumable[]) {
  const id = useOwnId()
  const [isOpen, open] = useState(false)
  const kinds = assumedKinds(lines)
  const word = assumedWord(total)
  if (word === '' || kinds.length === 0) return { word: null, paragraph: null }
  const parts = kinds.map((kind) => `${t(`kind_${kind}`)}\u00a0${worthPercent(ASSUMED_WORTH[kind])}`)
  return {
    word: (
      <button
        type="button"
        class="explain"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => open(!isOpen)}
      >
        {word}
      </button>
    ),
    paragraph: isOpen && (
      <p id={id} class="assumption soft">
        {t('assumption', parts.join(', '))}
      </p>
    ),
  }
}
