/** One writer at a time across worker and pages. */
export const exclusively = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request('zeitwert', work) as Promise<Result>

/** The same for what lies beside the database, which must not wait for a database that is blocked. */
export const exclusivelyBeside = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request('zeitwert-settings', work) as Promise<Result>
