/** One writer at a time across worker and pages; bulk work holds it a batch at a time. */
export const exclusively = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request('zeitwert', work) as Promise<Result>
