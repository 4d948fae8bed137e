/** How long one waits after wrong PINs. Three are free; then the wait doubles from 30 s with each, up to an hour. */
import { HOUR_MS } from '../time/local-time'

export interface PinTries {
  /** Wrong PINs since the last right one. */
  wrong: number
  /** When the next one may be tried, epoch ms. */
  nextAt: number
}

export const NO_TRIES: PinTries = { wrong: 0, nextAt: 0 }

const FREE = 3
const FIRST_WAIT_MS = 30_000

/** The wait after so many wrong PINs, ms. */
export const waitAfter = (wrong: number): number =>
  wrong < FREE ? 0 : Math.min(HOUR_MS, FIRST_WAIT_MS * 2 ** (wrong - FREE))

/** The tries at an instant: a clock that was set back makes no wait longer than it is. */
export const triesAt = ({ wrong, nextAt }: PinTries, at: number): PinTries => ({
  wrong,
  nextAt: Math.min(nextAt, at + waitAfter(wrong)),
})

/** After one more wrong PIN. */
export const afterWrong = ({ wrong }: PinTries, at: number): PinTries => ({
  wrong: wrong + 1,
  nextAt: at + waitAfter(wrong + 1),
})
