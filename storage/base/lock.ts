/** Allows one writer at a time across the worker and all pages. */
export const exclusively = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request('zeitwert', work) as Promise<Result>

/** A separate lock for data outside the database, so that it never waits for a blocked database. */
export const exclusivelyOutsideDatabase = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request('zeitwert-settings', work) as Promise<Result>

/**
 * A lock for the marks of the database. Take it after the writers' lock, never before; and not in the worker, which takes
 * it itself while it opens the database.
 */
export const exclusivelyMarking = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request('zeitwert-mark', work) as Promise<Result>
