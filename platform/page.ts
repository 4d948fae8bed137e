import { t } from './i18n'

/** Gives the page the language of its words. */
export const preparePage = (): void => {
  document.documentElement.lang = t('locale')
}
