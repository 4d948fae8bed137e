import { percent } from './format'

/** What a worth gives back of the cost: `50 %` for a little. */
export const worthPercent = (worthQuarters: number): string => percent(25 * worthQuarters)
