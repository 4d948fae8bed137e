import type { Line } from '../../domain/statement/statement'
import { t } from '../../platform/i18n'

/** Whether a return is wholly or partly assumed; empty if nothing is. */
export function assumedWord({ assumed }: Pick<Line, 'assumed'>): string {
  if (assumed === 'no') return ''
  return t(assumed === 'wholly' ? 'assumed' : 'partly_assumed')
}
