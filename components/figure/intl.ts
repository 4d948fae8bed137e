/** The language's own ways of writing. Making one takes longer than using it, so each is made once. */
import { locale } from '../../platform/i18n'

function madeOnce<Options extends object, Format>(make: (options: Options) => Format) {
  const made = new Map<string, Format>()
  return (options: Options): Format => {
    const key = JSON.stringify(options)
    const format = made.get(key) ?? make(options)
    made.set(key, format)
    return format
  }
}

export const numberFormat = madeOnce(
  (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale(), options),
)

export const dateFormat = madeOnce(
  (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale(), options),
)
