/** What the person has to know once, and how they acknowledge it. */
import type { AbsenceWatch } from '../../domain/record/absence-watch'
import type { Loss } from '../../domain/record/loss'
import type { Watchable } from '../../domain/watchable'
import { readAbsenceWatch, watchAbsenceWatch, writeAbsenceWatch } from '../said/absence-watch'
import { readLoss, watchLoss, writeLoss } from '../said/loss'
import { watchable } from './live'

export const noticeSources = {
  loss: (): Watchable<Loss | null> => watchable(readLoss, watchLoss),
  acknowledgeLoss: (): Promise<void> => writeLoss(null),
  absence: (): Watchable<AbsenceWatch | null> => watchable(readAbsenceWatch, watchAbsenceWatch),
  acknowledgeAbsence: async (): Promise<void> => {
    const watch = await readAbsenceWatch()
    if (watch) await writeAbsenceWatch({ ...watch, state: 'done' })
  },
}
