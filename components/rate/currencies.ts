import { locale } from '../../platform/i18n'
import type { Option } from '../form/select-setting'
import { currencyName } from '../numbers'

let known: Option[] | undefined

/** Every currency that the browser knows, by name: `Euro (EUR)`. */
export function currencyOptions(): readonly Option[] {
  known ??= Intl.supportedValuesOf('currency')
    .map((code) => ({ value: code, label: `${currencyName(code)} (${code})` }))
    .sort((a, b) => a.label.localeCompare(b.label, locale()))
  return known
}
