import type { ForeignRules } from '../../domain/file/foreign/limit-rules'
import type { LimitLeft } from '../../domain/file/foreign/foreign-limits'
import type { Rule } from '../../domain/firewall/rule'
import type { SurfaceProfile } from '../../domain/surface/surface-book'
import { t } from '../../platform/i18n'
import { listed } from '../figure/format'
import { ruleSentence } from '../rule/rule-sentence'
import { targetName } from '../rule/target-name'

interface Props {
  limits: readonly ForeignRules[]
  /** Those of their rules that are not here yet. */
  adding: readonly Rule[]
  profileOf: (surface: string) => SurfaceProfile
}

function leftText({ why, names }: LimitLeft): string {
  const words = t(`bring_limit_${why}`)
  return names.length === 0 ? words : t('bring_left_named', words, listed(names))
}

/** The limits of a file as they would be here, and what of each is left out. */
export const ForeignLimits = ({ limits, adding, profileOf }: Props) => {
  const sentence = (rule: Rule) => {
    const words = ruleSentence(rule, (target) => targetName(target, profileOf))
    return adding.includes(rule) ? words : t('bring_limit_known', words)
  }
  return (
    <div class="foreign-limits">
      <h4>{t('bring_limits')}</h4>
      <p class="hint">{t('bring_limits_hint')}</p>
      <dl>
        {limits.map(({ name, rules, left }, index) => (
          <div key={index}>
            <dt>{name === '' ? t('bring_limit_unnamed') : <bdi>{name}</bdi>}</dt>
            {rules.map((rule, row) => (
              <dd key={row}>{sentence(rule)}</dd>
            ))}
            {left.map((some) => (
              <dd key={some.why} class="soft">
                {leftText(some)}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
  )
}
