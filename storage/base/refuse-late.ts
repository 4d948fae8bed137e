/** Whether whoever asked has been told already that it failed. */
export type IsLate = () => boolean

export const neverLate: IsLate = () => false

/** Ends a transaction: it is undone where it has been reported as failed. */
export function refuseLate(isLate: IsLate): void {
  if (isLate()) throw new Error('too late to be written')
}
