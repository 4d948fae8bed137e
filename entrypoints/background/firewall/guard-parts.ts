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
  seenTabs,
  setMuted,
  stepAside,
} from '../../../platform/tabs'
import { readGuardMemory, writeGuardMemory } from '../../../storage/firewall/guard-memory'
import { readGuard, writeGuard } from '../../../storage/firewall/guard-state'
import { endPasses, writeRules } from '../../../storage/firewall/limits'
import type { Context } from '../context'
import type { GuardParts } from './guard'
import { guardNotices } from './guard-notices'
import { report } from '../report'
import { createAlarmClock } from './stay-awake'
import { createWantedTerms } from './wanted-terms'

/** The real parts of the guard; tests use fake ones. */
export const guardParts = (context: Context, lookAgain: () => void): GuardParts => ({
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
  now: Date.now,
  presenceNow,
  offsetAt: localOffset,
  wantedTerms: createWantedTerms(context),
  readGuard,
  writeGuard,
  writeRules,
  endPasses,
  readMemory: readGuardMemory,
  writeMemory: writeGuardMemory,
  canShowInPrivate: import.meta.env.FIREFOX,
  wake: createAlarmClock(lookAgain),
  lookAgain,
  report,
})
