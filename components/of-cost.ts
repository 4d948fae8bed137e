import { numberFormat } from './intl'

/** What a worth gives back of the cost: `50 %` for a little. */
export const ofCost = (worthQuarters: number): string =>
  numberFormat({ style: 'percent' }).format(worthQuarters / 4)
