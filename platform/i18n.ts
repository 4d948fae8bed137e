/** Messages in the browser's language, and the locale for numbers and dates. */
import { browser } from 'wxt/browser'
import { likelyRegion, namedRegion } from '../domain/time/language-region'
import type messages from '../public/_locales/en/messages.json'

export type MessageKey = keyof typeof messages

/** The message in the browser's language, with `$1` … replaced in order. */
export const t = (key: MessageKey, ...substitutions: (string | number)[]): string =>
  browser.i18n.getMessage(key as never, substitutions.map(String))

/** The language of the loaded messages; English if the browser does not say. */
export const messagesLanguage = (): string => t('locale') || 'en'

/**
 * The languages that the person reads, the most wanted first; never empty. The browser passes on what stands in its
 * settings, so what is no language is left out. If nothing is left, it is the language of the messages.
 */
export function preferredLanguages(): [string, ...string[]] {
  const [first, ...more] = navigator.languages.filter((tag) => likelyRegion(tag) !== undefined)
  return first === undefined ? [messagesLanguage()] : [first, ...more]
}

/** The language that the person wants most. */
export const preferredLanguage = (): string => preferredLanguages()[0]

let known: string | undefined

/** The language of the loaded messages with the person's region, so that words and numbers match. A valid tag. */
export function locale(): string {
  if (known !== undefined) return known
  const region = namedRegion(preferredLanguage())
  known = region ? `${messagesLanguage()}-${region}` : messagesLanguage()
  return known
}
