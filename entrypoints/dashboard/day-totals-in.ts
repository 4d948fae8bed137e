import { type SourceTime, sourceTimes, withDeviceNames } from '../../domain/record/total-source'
import type { LocalInterval } from '../../domain/time/interval'
import type { Valued } from './use-history'

/** How much of the extent is day totals, by source, with the names of devices; only surfaces that `counts`. */
export const dayTotalsIn = (
  valued: Pick<Valued, 'history' | 'settings' | 'deviceName'> | null | undefined,
  extent: LocalInterval,
  counts?: (surface: string) => boolean,
): SourceTime[] =>
  valued
    ? withDeviceNames(
        sourceTimes(valued.history.totals ?? [], extent, valued.settings.dayStartHour, counts),
        valued.deviceName,
      )
    : []
