import type { AiGoal, NudgeName } from '../../domain/settings/settings'
import { t } from '../../platform/i18n'

/** The message itself, short. */
export const nudgeText = (name: NudgeName, goal: AiGoal): string =>
  name === 'goal' ? t(`nudge_goal_${goal}`) : t(`nudge_${name}`)

/** The line that says why this message came now. */
export const nudgeReason = (name: NudgeName): string => t(`nudge_${name}_why`)
