/** Bulk work of a page: whom it tells how far it has come, of 1, and how it is given up. */
export interface Bulk {
  onProgress: (done: number) => void
  signal: AbortSignal
}
