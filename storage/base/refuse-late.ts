/** Whether the caller has already been told that the work failed. */
export type IsLate = () => boolean

export const neverLate: IsLate = () => false

/** Throws, and so rolls the transaction back, if it has already been reported as failed. */
export function refuseLate(isLate: IsLate): void {
  if (isLate()) throw new Error('too late to be written')
}
