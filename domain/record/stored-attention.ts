import type { Attention } from './attention'
import type { Span } from './span'

/** Whether a stored value can be continued as the span in progress. */
export function isOpenSpan(stored: unknown): stored is Span {
  const { id, surface, start, end } = (stored ?? {}) as Partial<Span>
  return (
    typeof id === 'string' && typeof surface === 'string' && Number.isFinite(start) && Number.isFinite(end)
  )
}

/** Whether a stored value is a state that `step` can continue from. */
export function isAttention(stored: unknown): stored is Attention {
  if (typeof stored !== 'object' || stored === null) return false
  const { open, lastSeenAt, lastInputAt, runId, lifeId, exemptNow, exempt, recent } =
    stored as Partial<Attention>
  return (
    (open === null || isOpenSpan(open)) &&
    Number.isFinite(lastSeenAt) &&
    (lastInputAt === null || Number.isFinite(lastInputAt)) &&
    typeof runId === 'string' &&
    typeof lifeId === 'string' &&
    typeof exemptNow === 'boolean' &&
    Array.isArray(exempt) &&
    Array.isArray(recent)
  )
}

/** The state for an open span whose stored state is invalid. The span ends at its checkpoint, as after a restart. */
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
