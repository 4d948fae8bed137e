import { onNoticeClicked } from '../../platform/notices'
import type { Context } from './context'
import { firewallCommands } from './commands/firewall-commands'
import { followTabs } from './firewall/follow-tabs'
import { Guard } from './firewall/guard'
import { guardParts } from './firewall/guard-parts'
import { pinCommands } from './commands/pin-commands'
import { wallCommands } from './commands/wall-commands'

/** The guard with its real parts, its commands and its own event listeners. */
export function createFirewall(context: Context, hint: (isAnnounced?: boolean) => Promise<void>) {
  const guard = new Guard(guardParts(context, () => void hint(false)))
  return {
    guard,
    commands: { ...firewallCommands(guard, hint), ...pinCommands, ...wallCommands(guard, hint) },
    listen: () => {
      followTabs(guard)
      onNoticeClicked()
    },
  }
}
