/** Messages in the browser's language, and the locale for numbers and dates. */
import { browser } from 'wxt/browser'
import type messages from '../public/_locales/en/messages.json'

export type MessageKey = keyof typeof messages

/** The message in the browser's language, with `$1` … replaced in order. */
export const t = (key: MessageKey, ...substitutions: (string | number)[]): string =>
  browser.i18n.getMessage(key as never, substitutions.map(String))

let known: string | undefined

/** The language of the loaded messages with the browser's region, so that words and numbers match. */
export function locale(): string {
  if (known !== undefined) return known
  const language = t('locale')
  const { region } = new Intl.Locale(navigator.language)
  known = region ? `${language}-${region}` : language
  return known
}
