import { EVERY_DAY, PAUSE_SECONDS, type Rule } from '../../domain/rule'
import { MORNING } from './limit-fields'
import type { Said } from './welcome-view'

const asWall = (targets: Rule['targets'], bound: Rule['bound']): Rule => ({
  id: '',
  targets,
  except: [],
  bound,
  strictness: 'wall',
  pauseSeconds: PAUSE_SECONDS.usual,
  hasEmergency: true,
  isOn: true,
})

/** The rules that were asked for at the beginning. */
export function firstRules({ feedMinutes, cutoffMinute }: Said): Rule[] {
  const rules: Rule[] = []
  if (feedMinutes !== null)
    rules.push(
      asWall([{ type: 'kind', kind: 'feed' }], {
        type: 'time',
        allowance: { per: 'day', of: EVERY_DAY(feedMinutes) },
      }),
    )
  if (cutoffMinute !== null)
    rules.push(
      asWall(
        (['feed', 'video', 'games'] as const).map((kind) => ({ type: 'kind', kind })),
        { type: 'cutoff', evenings: EVERY_DAY(cutoffMinute), morning: MORNING },
      ),
    )
  return rules
}
