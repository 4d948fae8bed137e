import { locale, type MessageKey, t } from '../../platform/i18n'
import { whole } from './format'

type PluralBase<Key> = Key extends `${infer Base}_other` ? Base : never
type PluralKey = PluralBase<MessageKey>

let rules: Intl.PluralRules | undefined

/** The plural form of a message for a count. The count is its first substitution. */
export function tn(key: PluralKey, count: number, ...substitutions: (string | number)[]): string {
  rules ??= new Intl.PluralRules(locale())
  const form = rules.select(count) === 'one' ? 'one' : 'other'
  return t(`${key}_${form}` as MessageKey, whole(count), ...substitutions)
}
