/** What the rules say of the pages that can be seen, and what being there means for visits. Touches no browser. */
import { observationFor } from '../../domain/meter'
import type { Observation } from '../../domain/attention'
import type { Coverage } from '../../domain/coverage'
import { type OpenBook, withOpen } from '../../domain/guard-book'
import type { Kind } from '../../domain/kind'
import { type Decision, decideBy, type Standing } from '../../domain/limits'
import { MINUTE_MS } from '../../domain/local-time'
import type { Rule } from '../../domain/rule'
import type { AttendedTab } from '../../platform/look'
import type { GuardMemory } from '../../storage/guard-memory'

/** A visit goes on over gaps of this length. */
const VISIT_GAP_MS = 5 * MINUTE_MS

export interface Page {
  surface: string
  isAttended: boolean
}

const isWithinVisit = (last: number | undefined, at: number): boolean =>
  last !== undefined && at - last <= VISIT_GAP_MS && at >= last

/** Whether a page that a rule would stop may go on: its visit was counted, its pause sat through. */
const isLetIn = (memory: GuardMemory, surface: string, at: number, rule: Rule): boolean =>
  (rule.bound.type === 'opens' && isWithinVisit(memory.visits[surface], at)) ||
  (rule.strictness === 'pause' && isWithinVisit(memory.letIn[rule.id], at))

export const judge = (
  book: OpenBook,
  memory: GuardMemory,
  standings: readonly Standing[],
  { covers }: Coverage,
  { surface, isAttended }: Page,
): Decision =>
  decideBy(
    standings,
    {
      covers: (rule) => covers(rule, surface),
      isAttended,
      isLetIn: (rule) => isLetIn(memory, surface, book.at, rule),
    },
    book.at,
    book.terms,
  )

/** Whether a decision takes the page away; a pause is for whoever enters, not for what lies open elsewhere. */
export const isStopped = ({ state }: Decision, isAttended: boolean): boolean =>
  state === 'wall' || state === 'lock' || (state === 'pause' && isAttended)

const IMMERSIVE: ReadonlySet<Kind> = new Set(['video', 'games', 'learning'])

/** What is observed of the page in front for its rules. */
export function observationOf(
  seen: Pick<Observation, 'at' | 'presence'>,
  about: readonly Rule[],
  surface: string | null,
  attended: AttendedTab | null,
  { kindOf }: Coverage,
): Observation {
  const isImmersed = attended?.isFullscreen && surface !== null && IMMERSIVE.has(kindOf(surface))
  return observationFor(
    about.map(({ id }) => id),
    seen,
    Boolean(attended?.isHeard || isImmersed),
  )
}

/** The page in front was not stopped: its visit begins or goes on, and so does what was let in. */
export function enter(
  book: OpenBook,
  memory: GuardMemory,
  about: readonly Rule[],
  surface: string,
): { book: OpenBook; memory: GuardMemory } {
  const { at } = book
  const isNew = !isWithinVisit(memory.visits[surface], at)
  const counting = about.filter(({ bound, isOn }) => isOn && bound.type === 'opens')
  const letIn = about.filter((rule) => isWithinVisit(memory.letIn[rule.id], at)).map(({ id }) => [id, at])
  return {
    book: isNew ? counting.reduce((opened, { id }) => withOpen(opened, id), book) : book,
    memory: {
      ...memory,
      visits: counting.length > 0 ? { ...memory.visits, [surface]: at } : memory.visits,
      letIn: { ...memory.letIn, ...Object.fromEntries(letIn) },
    },
  }
}
