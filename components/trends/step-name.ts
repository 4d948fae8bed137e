import type { Period } from '../../domain/time/period'
import type { Grain } from '../../domain/statement/trend'
import { dateFormat } from '../figure/intl'
import { periodName } from '../period/period-name'

const utc = { timeZone: 'UTC' } as const

/** Names of a day, a week and a month: `Tue, 24 Nov 2026`, `23 – 29 Nov 2026`, `November 2026`. */
export const stepName = (step: Period): string =>
  step.first === step.last
    ? dateFormat({ ...utc, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(
        new Date(step.first),
      )
    : periodName(step)

/** The short form under a bar: `24/11`, `Nov 26`. */
export const stepLabel = (step: Period, grain: Grain): string =>
  dateFormat(
    grain === 'month'
      ? { ...utc, month: 'short', year: '2-digit' }
      : { ...utc, day: 'numeric', month: 'numeric' },
  ).format(new Date(step.first))
