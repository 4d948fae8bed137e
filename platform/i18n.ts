import { browser } from 'wxt/browser'
import type messages from '../public/_locales/en/messages.json'

export type MessageKey = keyof typeof messages

/** The message in the browser's language; `$1` … are replaced in order. */
export const t = (key: MessageKey, ...substitutions: (string | number)[]): string =>
  browser.i18n.getMessage(key as never, substitutions.map(String))

let known: string | undefined

/** The language of the loaded messages with the region of the browser: words and numbers never mix. */
export function locale(): string {
  if (known !== undefined) return known
  const language = t('locale')
  const { region } = new Intl.Locale(navigator.language)
  known = region ? `${language}-${region}` : language
  return known
}
