import type { Attention } from './attention'
import type { Span } from './span'

/** Whether a stored value is a state that `step` can continue from. */
export function isAttention(stored: unknown): stored is Omit<Attention, 'open'> {
  if (typeof stored !== 'object' || stored === null) return false
  const { lastSeenAt, lastInputAt, runId, lifeId, exemptNow, exempt, recent } = stored as Partial<Attention>
  return (
    Number.isFinite(lastSeenAt) &&
    (lastInputAt === null || Number.isFinite(lastInputAt)) &&
    typeof runId === 'string' &&
    typeof lifeId === 'string' &&
    typeof exemptNow === 'boolean' &&
    Array.isArray(exempt) &&
    Array.isArray(recent)
  )
}

/** The state for an open span stored without one. The span ends at its checkpoint, as after a restart. */
export const onlyOpen = (open: Span): Attention => ({
  open,
  lastSeenAt: open.end,
  lastInputAt: null,
  runId: '',
  lifeId: '',
  exemptNow: false,
  exempt: [],
  recent: [],
})
