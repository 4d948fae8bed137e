/** Hours of looks and beats in minutes. */
import { BEAT_MS } from '../../../domain/record/attention'
import { type Desk, openDesk } from './busy.ts'
import { withBeat } from './other-beat.ts'
import { openLastingZeitwert } from './restarted.ts'
import { type Stage, wait } from './stage.ts'

export const HOURS = 8
/** Two looks by the timer and one change of the page a minute. */
const LOOKS_A_MINUTE = 3
export const LOOKS = HOURS * 60 * LOOKS_A_MINUTE
export const BEATS = (HOURS * 3_600_000) / BEAT_MS

const FAST_BEAT_MS = 25
/** A beat takes a few ms beside its timer. */
const BEAT_TAKES_MS = 32
const LOOK_TAKES_MS = 60

async function change({ pages }: Desk, turn: number): Promise<void> {
  const page = pages[turn % pages.length]!
  if (turn % 2 === 0) await page.bringToFront()
  else await page.evaluate((path) => history.pushState({}, '', path), `/moved/${turn}`)
  await wait(LOOK_TAKES_MS)
}

export const driveHours = {
  open: async (): Promise<Stage> => {
    const stage = await openLastingZeitwert(await withBeat(FAST_BEAT_MS))
    await stage.restart()
    return openDesk(stage)
  },
  /** A quarter of the hours. */
  quarter: async (stage: Stage): Promise<void> => {
    for (let turn = 0; turn < LOOKS / 4; turn += 1) await change(stage as Desk, turn)
    stage.display.input()
    await wait((BEATS / 4) * BEAT_TAKES_MS)
  },
}
