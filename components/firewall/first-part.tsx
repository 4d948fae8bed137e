import type { RuleDraft } from '../../domain/firewall/rule-draft'
import { t } from '../../platform/i18n'
import { TargetInput, type TargetListProps } from './target-input'
import { type BoundProps, Text } from './week-values'

interface Props extends Pick<BoundProps, 'flaws' | 'onChange'> {
  draft: RuleDraft
  first: TargetListProps
}

/** What has to come first, and how much of it once something has. */
export const FirstPart = ({ draft, flaws, first, onChange }: Props) => (
  <>
    <TargetInput
      {...first}
      label={t('firewall_first')}
      hint={first.targets.length === 0 ? t('firewall_first_hint') : ''}
    />
    {first.targets.length > 0 && (
      <Text
        label={t('firewall_first_minutes')}
        unit={t('minutes')}
        value={draft.firstMinutes}
        flaw={flaws['firstMinutes']}
        onInput={(firstMinutes) => onChange({ firstMinutes })}
      />
    )}
  </>
)
