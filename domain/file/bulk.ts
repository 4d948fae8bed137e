/** How a page follows and cancels bulk work; `done` goes from 0 to 1. */
export interface Bulk {
  onProgress: (done: number) => void
  signal: AbortSignal
}
