import type { Attention } from './attention'
import type { Span } from './span'

/** Whether a stored state is one that `step` can go on from. */
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

/** Where a span is known and the state beside it is not: as after a restart, it ends at its checkpoint. */
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
