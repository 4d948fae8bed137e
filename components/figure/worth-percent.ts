import { percent } from './format'

/** The share of the cost that a worth returns: `50 %` for "a little". */
export const worthPercent = (worthQuarters: number): string => percent(25 * worthQuarters)
