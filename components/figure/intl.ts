/** `Intl` formats for numbers, dates and names. Creating one takes longer than using it, so each is cached. */
import { locale } from '../../platform/i18n'

function cached<Options extends object, Format>(make: (options: Options) => Format) {
  const formats = new Map<string, Format>()
  return (options: Options): Format => {
    const key = JSON.stringify(options)
    const format = formats.get(key) ?? make(options)
    formats.set(key, format)
    return format
  }
}

export const numberFormat = cached(
  (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale(), options),
)

export const dateFormat = cached(
  (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale(), options),
)

export const displayNames = cached(
  (options: Intl.DisplayNamesOptions) => new Intl.DisplayNames(locale(), options),
)
