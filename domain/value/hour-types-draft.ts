import { type NumberFlaw, parsePercent } from './amount'
import { HOUR_TYPES, type HourType, type HourTypes } from './hour-types'

/** Hour types while the person types them. */
export type HourTypesDraft = Omit<HourTypes, 'percent'> & { percent: Record<HourType, string> }

export type HourTypesFlaws = Partial<Record<HourType, NumberFlaw>>

export const HOUR_PERCENT = { digits: 0, min: 0, max: 500 }

export const hourTypesDraft = ({ percent, ...rest }: HourTypes): HourTypesDraft => ({
  ...rest,
  percent: { work: String(percent.work), free: String(percent.free), night: String(percent.night) },
})

/** Parses what was typed; `hourTypes` is null if there is any flaw. */
export function readHourTypes(
  draft: HourTypesDraft,
  separator: string,
): { hourTypes: HourTypes | null; flaws: HourTypesFlaws } {
  const flaws: HourTypesFlaws = {}
  const percent = { work: 0, free: 0, night: 0 }
  for (const type of HOUR_TYPES) {
    const typed = parsePercent(draft.percent[type], separator, HOUR_PERCENT)
    if (typed.ok) percent[type] = typed.units
    else flaws[type] = typed.flaw
  }
  return { hourTypes: Object.keys(flaws).length > 0 ? null : { ...draft, percent }, flaws }
}
