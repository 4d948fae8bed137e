/** How much of the bad recommendations the buttons of YouTube prevent. */
import type { Day } from '../../time/local-time'
import type { Strength } from './feed-guides'

interface Prevented {
  source: string
  published: Day
  volunteers: number
  /** The strongest first. */
  buttons: readonly { button: string; strength: Strength; percent: number }[]
}

export const PREVENTED: Prevented = {
  source: 'Mozilla, “Does This Button Work?”',
  published: '2022-09-20',
  volunteers: 22_722,
  buttons: [
    { button: 'channel', strength: 'block', percent: 43 },
    { button: 'history', strength: 'single', percent: 29 },
    { button: 'dislike', strength: 'thumbs', percent: 12 },
    { button: 'uninterested', strength: 'thumbs', percent: 11 },
  ],
}
