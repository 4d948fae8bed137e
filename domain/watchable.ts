/** A value that can be watched: the shape that live queries, storage areas and views share. */
export interface Watchable<Value> {
  subscribe: (observer: { next: (value: Value) => void; error: (error: unknown) => void }) => {
    unsubscribe: () => void
  }
}
