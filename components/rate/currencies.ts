import { CURRENCIES } from '../../domain/value/currencies'
import { suggestedCurrencies } from '../../domain/value/region-currency'
import { locale, preferredLanguages } from '../../platform/i18n'
import type { Option } from '../form/select-setting'
import { currencyName } from '../figure/numbers'

let byName: readonly Option[] | undefined

/** A currency that the language has no name for is named by its code, once. */
function optionOf(code: string): Option {
  const name = currencyName(code)
  return { value: code, label: name === code ? code : `${name} (${code})` }
}

/** All currencies by name, `Euro (EUR)`. Above a line: the likely ones, and the one in use if it is obsolete. */
export function currencyOptions(inUse: string | null): (Option | 'line')[] {
  byName ??= CURRENCIES.map(optionOf).sort((a, b) => a.label.localeCompare(b.label, locale()))
  const first = suggestedCurrencies(preferredLanguages())
  if (inUse !== null && !CURRENCIES.includes(inUse)) first.push(inUse)
  return [...first.map(optionOf), 'line', ...byName.filter(({ value }) => !first.includes(value))]
}
