import { isExcluded, type Opinion } from '../surface/opinion'
import { nameIn } from './coverage'
import type { Target } from './rule'

/** Whether the person excluded the target from the record; then no rule covers it. */
export const isLeftOut = (target: Target, opinions: readonly Opinion[]): boolean =>
  (target.type === 'site' || target.type === 'surface') &&
  isExcluded(nameIn(target), (surface) => opinions.find((opinion) => opinion.surface === surface))
