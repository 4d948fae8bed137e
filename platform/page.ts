import { messagesLanguage } from './i18n'

/** Sets the page's `lang` to the language of the messages. */
export const preparePage = (): void => {
  document.documentElement.lang = messagesLanguage()
}
