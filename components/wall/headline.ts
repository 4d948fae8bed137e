import type { WallFacts } from '../../domain/firewall/firewall-status'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { duration, timeOfDay } from '../figure/format'
import { tn } from '../figure/plural'
import type { NameOf } from '../rule/rule-sentence'
import { comesFirstWords } from '../rule/standing-words'

/** The title of the tab; null for a wall of which nothing is known. */
export function tabTitle(facts: Pick<WallFacts, 'rule' | 'isOpen'> | null): string {
  if (!facts) return t('extension_name')
  if (facts.isOpen) return t('wall_open')
  return t(facts.rule.strictness === 'pause' ? 'wall_pause_title' : 'wall_title')
}

/** Says in one line what was used, or why the page is closed. */
export function headline(facts: WallFacts, nameOf: NameOf): string {
  const { rule, used, isOpen, opensAt, missingMs } = facts
  const { bound, strictness } = rule
  if (isOpen) return t('wall_open')
  if (strictness === 'pause') return t('wall_pause')
  if (missingMs && opensAt === null) return t('wall_first', ...comesFirstWords(facts, nameOf))
  if (bound.type === 'cutoff') return t('wall_cutoff')
  if (bound.type === 'hours') return t('wall_hours')
  if (bound.type === 'sessions') return t('wall_break')
  if (bound.type === 'focus') return t('wall_focus', timeOfDay(bound.endsAt))
  const { per } = bound.allowance
  if (bound.type === 'opens' && used.opens > 0)
    return per === 'day' ? tn('wall_opens_day', used.opens) : tn('wall_opens_week', used.opens)
  if (used.ms >= MINUTE_MS) return t(per === 'day' ? 'wall_was_day' : 'wall_was_week', duration(used.ms))
  return t('wall_closed')
}
