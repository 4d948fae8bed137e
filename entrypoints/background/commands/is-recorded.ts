import { isPaused } from '../../../domain/settings/settings'
import type { Context } from '../context'

/**
 * Whether visits to a surface are recorded at an instant, so that anything may be kept or said of them. Without the
 * opinions nobody knows which sites are excluded.
 */
export async function isRecorded(
  context: Pick<Context, 'facts'>,
  surface: string,
  at: number,
): Promise<boolean> {
  const { settings, rules, trouble } = await context.facts()
  return !trouble && !isPaused(settings, at) && !rules.isExcluded(surface)
}
