import type { Line } from '../../domain/statement/statement'
import { t } from '../../platform/i18n'

/** How much of a return is assumed; empty where nothing is. */
export function assumedWord({ assumed }: Line): string {
  if (assumed === 'no') return ''
  return t(assumed === 'wholly' ? 'assumed' : 'partly_assumed')
}
