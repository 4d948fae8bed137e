import { focusSentence } from '../../../components/focus/focus-words'
import { isFocus } from '../../../domain/firewall/focus'
import { newFocusRow } from '../../../domain/firewall/focus-row'
import type { StoredRule } from '../../../domain/firewall/rule'
import { MINUTE_MS } from '../../../domain/time/local-time'
import { t } from '../../../platform/i18n'
import { localOffset } from '../../../platform/local-offset'
import { notify } from '../../../platform/notices'
import { focusDoneOf } from '../../../storage/statement/focus-done'

/** After this, the browser was closed or the computer slept at the end: then the popup says it, the next time it opens. */
const LATE_MS = 2 * MINUTE_MS

/** Says in a notification what came of a focus hour that has just ended. Names no site. */
export async function tellFocusEnd({ rule }: StoredRule, turnedAway: number, at: number): Promise<void> {
  const { bound } = rule
  if (!isFocus(bound) || at - bound.endsAt > LATE_MS) return
  const row = newFocusRow({ ...rule, bound }, localOffset(bound.startedAt))
  const done = await focusDoneOf({ ...row, turnedAway })
  await notify(rule.id, t('focus_over'), focusSentence(done), 'today')
}
