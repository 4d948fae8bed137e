/** The firewall's system notifications. */
import { targetsText } from '../../../components/rule/rule-sentence'
import { targetName } from '../../../components/rule/target-name'
import type { Rule } from '../../../domain/firewall/rule'
import { surfaceBook } from '../../../domain/surface/surface-book'
import type { Warning } from '../../../domain/firewall/warnings'
import { t } from '../../../platform/i18n'
import { notify } from '../../../platform/notices'
import type { Context } from '../context'

export function guardNotices({ facts }: Context) {
  const namesOf = async (rule: Rule): Promise<string> => {
    const profileOf = surfaceBook((await facts()).opinions)
    return targetsText(rule, (target) => targetName(target, profileOf))
  }
  return {
    /** Warns that an allowance or the open hours will end, and to save typed text in time. */
    tell: async ({ standing: { rule }, key, minutesLeft }: Warning): Promise<void> => {
      const names = await namesOf(rule)
      const title = minutesLeft === 0 ? t('notice_spent') : t('notice_left', minutesLeft)
      await notify(key, title, rule.strictness === 'notice' ? names : `${names}\n${t('notice_save')}`)
    },
    /** Names the rule that closed a page if no wall can be shown. */
    tellOfRule: async (rule: Rule): Promise<void> => {
      await notify(rule.id, t('notice_private'), await namesOf(rule))
    },
  }
}
