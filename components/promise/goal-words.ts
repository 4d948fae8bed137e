/** Goals in words, for the popup and the notices of the worker. */
import type { CommitmentTerms, GoalNotice } from '../../domain/statement/commitment'
import type { CommitmentProgress } from '../../domain/statement/commitment-progress'
import { MINUTE_MS } from '../../domain/time/local-time'
import { t } from '../../platform/i18n'
import { lengthText } from '../rule/clock-words'

/** Whole minutes, rounded up: what is left never shows as nothing. */
export const minutesLeft = (ms: number): string => lengthText(Math.ceil(ms / MINUTE_MS))

/** `4 h 20 min to go`, or that it is reached. */
export const goalStanding = (leftMs: number): string =>
  leftMs <= 0 ? t('promise_reached') : t('promise_to_go', minutesLeft(leftMs))

/** `Goal reached: Learning`, `Learning: 2 h to go`. */
export const goalNoticeTitle = (
  { kind }: Pick<CommitmentTerms, 'kind'>,
  notice: GoalNotice,
  { leftMs }: Pick<CommitmentProgress, 'leftMs'>,
): string =>
  notice === 'reached'
    ? t('notice_goal_reached', t(`kind_${kind}`))
    : t('notice_goal_left', t(`kind_${kind}`), minutesLeft(leftMs))

export const goalNoticeText = (
  { minutes }: Pick<CommitmentTerms, 'minutes'>,
  notice: GoalNotice,
  { perDayMs }: Pick<CommitmentProgress, 'perDayMs'>,
): string =>
  notice === 'reached'
    ? t('notice_goal_reached_text', lengthText(minutes))
    : t('notice_goal_left_text', lengthText(minutes), minutesLeft(perDayMs))
