import type { Option } from '../form/select-setting'
import { hourOfDay } from '../figure/numbers'

/** The hours at which a day may start. */
export const hourOptions = (): Option[] =>
  Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: hourOfDay(hour) }))
