import { localOffset } from '../../../platform/local-offset'
import { presenceNow } from '../../../platform/look'
import {
  tabAddress,
  bringToFront,
  isAtWall,
  leadBack,
  leadToBlank,
  leadToWall,
  leave,
  openWallBeside,
  setMuted,
  stepAside,
} from '../../../platform/tabs'
import { seenTabs } from '../../../platform/seen-tabs'
import { readElsewhere } from '../../../storage/firewall/elsewhere'
import { readGuardMemory, writeGuardMemory } from '../../../storage/firewall/guard-memory'
import { readGuard, writeGuard } from '../../../storage/firewall/guard-state'
import { readHeldGuard, writeHeldGuard } from '../../../storage/firewall/held-guard'
import { clockSetBack, writeRules } from '../../../storage/firewall/limits'
import { readLimitsCopy, writeLimitsCopy } from '../../../storage/firewall/limits-copy'
import type { Context } from '../context'
import type { GuardParts } from './guard'
import { guardNotices } from './guard-notices'
import { report } from '../report'
import { createAlarmClock } from './stay-awake'
import { tellFocusEnd } from './tell-focus-end'
import { createWantedTerms } from './wanted-terms'

/** The real parts of the guard; tests use fake ones. */
export const guardParts = (
  context: Context,
  lookAgain: () => void,
  turnedAway: GuardParts['turnedAway'],
): GuardParts => ({
  seenTabs,
  leadToWall,
  openWallBeside,
  leadToBlank,
  leadBack,
  leave,
  bringToFront,
  isAtWall,
  setMuted,
  stepAside,
  tabAddress,
  ...guardNotices(context),
  tellFocusEnd,
  now: Date.now,
  presenceNow,
  offsetAt: localOffset,
  wantedTerms: createWantedTerms(context),
  elsewhere: readElsewhere,
  readGuard,
  writeGuard,
  writeRules,
  clockSetBack,
  readHeld: readHeldGuard,
  writeHeld: writeHeldGuard,
  readCopy: readLimitsCopy,
  writeCopy: writeLimitsCopy,
  readMemory: readGuardMemory,
  writeMemory: writeGuardMemory,
  canShowInPrivate: import.meta.env.FIREFOX,
  wake: createAlarmClock(lookAgain),
  lookAgain,
  turnedAway,
  report,
})
