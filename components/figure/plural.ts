import { locale, type MessageKey, t } from '../../platform/i18n'

type PluralBase<Key> = Key extends `${infer Base}_other` ? Base : never
type PluralKey = PluralBase<MessageKey>

/** The plural form of a message for a count. The count is its first substitution. */
export function tn(key: PluralKey, count: number, ...substitutions: (string | number)[]): string {
  const form = new Intl.PluralRules(locale()).select(count) === 'one' ? 'one' : 'other'
  return t(`${key}_${form}` as MessageKey, new Intl.NumberFormat(locale()).format(count), ...substitutions)
}
