/** The firewall's system notifications. */
import { type NameOf, targetsText } from '../../../components/rule/rule-sentence'
import { comesFirstWords } from '../../../components/rule/standing-words'
import { discreetTargetName } from '../../../components/rule/target-name'
import type { Rule } from '../../../domain/firewall/rule'
import { surfaceBook } from '../../../domain/surface/surface-book'
import type { Warning } from '../../../domain/firewall/warnings'
import { t } from '../../../platform/i18n'
import { notify } from '../../../platform/notices'
import type { Context } from '../context'

export function guardNotices({ facts }: Context) {
  // A notification is read over the shoulder, and stays on the screen and in the list of the system.
  const naming = async (): Promise<NameOf> => {
    const profileOf = surfaceBook((await facts()).opinions)
    return (target) => discreetTargetName(target, profileOf)
  }
  return {
    /** Warns that an allowance or the open hours will end, and to save typed text in time. */
    tell: async ({ standing, key, minutesLeft }: Warning): Promise<void> => {
      const { rule, missingMs } = standing
      const nameOf = await naming()
      const names = targetsText(rule, nameOf)
      const spent = missingMs ? t('notice_first', ...comesFirstWords(standing, nameOf)) : t('notice_spent')
      const title = minutesLeft === 0 ? spent : t('notice_left', minutesLeft)
      await notify(key, title, rule.strictness === 'notice' ? names : `${names}\n${t('notice_save')}`)
    },
    /** Names the rule that closed a page if no wall can be shown. */
    tellOfRule: async (rule: Rule): Promise<void> => {
      await notify(rule.id, t('notice_private'), targetsText(rule, await naming()))
    },
  }
}
