import type { Span } from './span'

/** Up to when the span in progress is confirmed. It moves every few seconds and names no site. */
export interface Checkpoint {
  /** The id of the span. */
  id: string
  /** Epoch ms. */
  end: number
}

/** The stored span in progress, up to its checkpoint. The checkpoint of another span says nothing about it. */
export const reached = (open: Span, checkpoint: Checkpoint | null): Span =>
  checkpoint?.id === open.id && checkpoint.end > open.end ? { ...open, end: checkpoint.end } : open
