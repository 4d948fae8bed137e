import { onNoticeClicked } from '../../platform/notices'
import type { Context } from './context'
import { firewallCommands } from './commands/firewall-commands'
import { focusCommands } from './commands/focus-commands'
import { freshRules } from './commands/fresh-rules'
import { followTabs } from './firewall/follow-tabs'
import { Guard } from './firewall/guard'
import { guardParts } from './firewall/guard-parts'
import { pauseQuestion } from './commands/pause-question'
import { pinCommands } from './commands/pin-commands'
import { wallCommands } from './commands/wall-commands'

/** The guard with its real parts, its commands and its own event listeners. */
export function createFirewall(context: Context, hint: (isAnnounced?: boolean) => Promise<void>) {
  const fresh = freshRules()
  const guard = new Guard(guardParts(context, () => void hint(false), fresh.turnedAway))
  return {
    guard,
    commands: {
      ...firewallCommands(guard, hint, fresh),
      ...focusCommands(guard, hint, fresh),
      ...pinCommands,
      ...wallCommands(context, guard, hint, fresh),
      ...pauseQuestion(context, guard),
    },
    listen: () => {
      followTabs(guard)
      onNoticeClicked()
    },
  }
}
